import type { App, types, webApi } from "@slack/bolt";
import type { Input, Message } from "../../commands/command.ts";
import type { Tutor } from "../../commands/tutor.ts";
import type { Log } from "../../log.ts";
import { tellError } from "./bolt-log.ts";
import { postWith } from "./deliver.ts";
import { type Pointed, toMessage } from "./pointed.ts";
import type { Spot } from "./send.ts";
import type { Answering } from "./show.ts";
import { createShowAtWork } from "./signs.ts";
import { withoutMention } from "./text.ts";

/**
 * Mentions and direct messages, each answered in its thread: in that of the message, or in one that begins with it.
 * Slack’s agent view shows the threads of the direct messages as conversations.
 */
export const answerWords = (app: App, tutor: Tutor, answer: Answering, log: Log): void => {
  const showAtWork = createShowAtWork(tutor, log);
  app.event("app_mention", async ({ event, body, client, context }) => {
    if (event.user === undefined || event.bot_id !== undefined) return;
    const { channel, user: asker, thread_ts: within } = event;
    const { event_id: id } = body;
    const team = context.teamId ?? body.team_id;
    const thread = within ?? event.ts;
    const head =
      within === undefined ? undefined : () => headOf(client, { channel, thread }, context.botId, log);
    const words = withoutMention(event.text, context.botUserId);
    const shown = await answer({ id, team, person: asker, channel, thread, client }, said(words, head));
    // Slack shows an ephemeral message in a thread only where the thread already exists.
    await postWith(shown, {
      client,
      channel,
      thread: shown.privately ? within : thread,
      asker,
      event: id,
    });
  });

  app.message(async ({ message, body, client, context }) => {
    if (!isWritten(message) || message.channel_type !== "im" || "bot_id" in message) return;
    const { channel, thread_ts: within, ts, user: person, text = "" } = message;
    const { event_id: id } = body;
    const team = context.teamId ?? body.team_id;
    const thread = within ?? ts;
    const begun = within === undefined ? { begins: ts } : {};
    const words = withoutMention(text, context.botUserId);
    const [shown] = await Promise.all([
      answer({ id, team, person, channel, thread: within, ...begun, client }, said(words)),
      showAtWork(
        { client, team, person, channel, thread, isPane: isInPane(message, context.botUserId) },
        words,
      ),
    ]);
    await postWith(shown, { client, channel, thread, asker: person, event: id });
  });
};

type Written = types.GenericMessageEvent | types.FileShareMessageEvent | types.ThreadBroadcastMessageEvent;

/** What a person wrote: with files, or sent to the channel from a thread, it has a subtype. */
const isWritten = (message: types.MessageEvent): message is Written =>
  message.subtype === undefined || message.subtype === "file_share" || message.subtype === "thread_broadcast";

/** The thread of a pane begins with a message of the bot’s. */
const isInPane = (message: Written, botUser: string | undefined): boolean =>
  "parent_user_id" in message && message.parent_user_id === botUser;

const said = (text: string, head?: () => Promise<Message | undefined>): Input => ({
  kind: "said",
  text,
  ...(head === undefined ? {} : { head }),
});

/** The message that a thread answers; undefined where the app may not read it. */
const headOf = async (
  client: webApi.WebClient,
  { channel, thread }: Spot & { readonly thread: string },
  botId: string | undefined,
  log: Log,
): Promise<Message | undefined> => {
  try {
    const { messages } = await client.conversations.replies({ channel, ts: thread, limit: 1 });
    const head = messages?.[0];
    return head === undefined ? undefined : toMessage(head as Pointed, botId);
  } catch (error) {
    log.debug(tellError(error), "the head of a thread could not be read");
    return undefined;
  }
};
