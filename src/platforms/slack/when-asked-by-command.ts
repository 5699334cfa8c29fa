import type { AckFn, App, RespondArguments } from "@slack/bolt";
import { within } from "../../base/within.ts";
import { deliver, respondWith } from "./deliver.ts";
import { patienceOfSlack } from "./patience.ts";
import { isPicture } from "./picture-files.ts";
import type { Punctuality } from "./punctuality.ts";
import { responseOf } from "./send.ts";
import type { Answering } from "./show.ts";
import { unescapeText } from "./text.ts";
import { byResponses, type Way } from "./ways.ts";

/**
 * Slash commands: the acknowledgement carries the answer, which saves the learner a round trip, where the answer can be
 * expected in time.
 */
export const answerCommands = (app: App, answer: Answering, punctuality: Punctuality): void => {
  app.command(/^\//, async ({ command, ack, respond, client, context }) => {
    const reaching = { client, channel: command.channel_id, asker: command.user_id };
    const name = command.command.slice(1);
    const mayWait = await punctuality.isQuick(name);
    if (!mayWait) await ack();
    const answered = punctuality.time(name, () =>
      answer(
        {
          id: command.trigger_id,
          team: context.teamId ?? command.team_id,
          person: command.user_id,
          name: command.user_name,
          channel: command.channel_id,
          client,
        },
        { kind: "line", command: name, line: unescapeText(command.text ?? "") },
      ),
    );
    const shown = mayWait ? await within(patienceOfSlack, answered) : undefined;
    if (shown === undefined) {
      if (mayWait) await ack();
      await respondWith(respond, await answered, reaching);
      return;
    }
    const { privately, pictures } = shown;
    const way = byResponses(respond, privately, reaching, pictures.client);
    await deliver(shown, { ...way, say: beginningWith(ack, privately, way.say) });
  });
};

/**
 * The acknowledgement carries the first message. Slack tells nobody that it refuses one, as it does when a picture has
 * been deleted, so a message with a picture goes by itself.
 */
const beginningWith = (
  ack: AckFn<string | RespondArguments>,
  privately: boolean,
  say: Way["say"],
): Way["say"] => {
  let isAcknowledged = false;
  return async (message) => {
    if (isAcknowledged) return say(message);
    isAcknowledged = true;
    if (message.blocks.some(isPicture)) {
      await ack();
      return say(message);
    }
    await ack(responseOf(message, privately));
    return undefined;
  };
};
