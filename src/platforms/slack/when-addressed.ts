import type { App, webApi } from "@slack/bolt";
import type { Input, Message } from "../../commands/command.ts";
import type { Log } from "../../log.ts";
import { tellError } from "./bolt-log.ts";
import { postWith } from "./deliver.ts";
import { createShowAtWork } from "./pane.ts";
import { type Pointed, toMessage } from "./pointed.ts";
import type { Spot } from "./send.ts";
import type { Answering } from "./show.ts";
import { withoutMention } from "./text.ts";

/** Mentions, answered in the thread of the message, and direct messages. */
export const answerWords = (app: App, answer: Answering, log: Log): void => {
  const showAtWork = createShowAtWork(log);
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
    if (message.channel_type !== "im" || message.subtype !== undefined || message.bot_id !== undefined)
      return;
    const { channel, thread_ts: thread, user: asker, text = "" } = message;
    const words = withoutMention(text, context.botUserId);
    const origin = {
      id: body.event_id,
      team: context.teamId ?? body.team_id,
      person: asker,
      channel,
      thread,
      client,
    };
    const [shown] = await Promise.all([
      answer(origin, said(words)),
      thread === undefined ? undefined : showAtWork({ client, channel, thread }, words),
    ]);
    await postWith(shown, { client, channel, thread, asker, event: origin.id });
  });
};

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
