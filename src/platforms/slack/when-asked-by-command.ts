import type { App } from "@slack/bolt";
import { within } from "../in-flight.ts";
import { respondWith, responseOf } from "./send.ts";
import type { Answering } from "./show.ts";
import { unescapeText } from "./text.ts";

/** Slack waits three seconds for the acknowledgement of a command. */
const patience = 2_000;

/** Slash commands: the acknowledgement carries the answer, which saves the learner a round trip. */
export const answerCommands = (app: App, answer: Answering): void => {
  app.command(/^\/[a-z]+$/, async ({ command, ack, respond, client }) => {
    const reaching = { client, channel: command.channel_id, asker: command.user_id };
    const answered = answer(
      {
        id: command.trigger_id,
        team: command.team_id,
        person: command.user_id,
        name: command.user_name,
        channel: command.channel_id,
        client,
      },
      { kind: "line", command: command.command.slice(1), line: unescapeText(command.text ?? "") },
    );
    const shown = await within(patience, answered);
    if (shown === undefined) {
      await ack();
      await respondWith(respond, await answered, reaching);
      return;
    }
    const [first, ...rest] = shown.messages;
    await ack(first === undefined ? undefined : responseOf(first, shown.privately));
    await respondWith(respond, { ...shown, messages: rest }, reaching);
  });
};
