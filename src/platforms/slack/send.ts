import type { RespondArguments, RespondFn, webApi } from "@slack/bolt";
import { limits } from "./limits.ts";
import type { SlackMessage } from "./render.ts";
import type { Shown } from "./show.ts";
import { addressOf, isDirect } from "./who-and-where.ts";

/** Where in Slack an answer goes. */
export interface Spot {
  readonly channel: string;
  /** The ts of the thread's head. */
  readonly thread?: string | undefined;
}

/** A message where Slack finds it again; the thread is the one that it is in. */
export interface Posted extends Spot {
  readonly ts: string;
}

/** The body of a response: to a slash command's acknowledgement, or to a response_url. */
export const responseOf = (
  { text, blocks }: SlackMessage,
  privately: boolean,
  thread?: string,
  inPlace = false,
): RespondArguments => ({
  text,
  blocks: [...blocks],
  mrkdwn: false,
  response_type: privately ? "ephemeral" : "in_channel",
  replace_original: inPlace,
  ...(thread === undefined ? {} : { thread_ts: thread }),
});

/** How an answer goes to one person in one place. */
export interface Reaching extends Spot {
  /** It takes the place of the answer whose button was pressed. */
  readonly inPlace?: boolean;
  readonly client: webApi.WebClient;
  readonly asker: string;
}

/**
 * Answers through a response_url, which Slack takes also where the bot is not a member. It may be used five times;
 * what is longer than that goes on in messages of the bot's own.
 */
export const respondWith = async (respond: RespondFn, shown: Shown, reaching: Reaching): Promise<void> => {
  const { messages, privately } = shown;
  for (const [i, message] of messages.slice(0, limits.responses).entries())
    await respond(responseOf(message, privately, reaching.thread, reaching.inPlace === true && i === 0));
  await postWith({ ...shown, messages: messages.slice(limits.responses) }, reaching);
};

/** A message of the bot's own, for a method of the Web API. */
export const postedAs = ({ text, blocks }: SlackMessage, { channel, thread }: Spot) => ({
  channel: addressOf(channel),
  text,
  blocks: [...blocks],
  mrkdwn: false,
  unfurl_links: false,
  unfurl_media: false,
  ...(thread === undefined ? {} : { thread_ts: thread }),
});

/**
 * Answers with messages of the bot's own. Only the asker reads a direct message, and an ephemeral one would be gone the
 * next time they look.
 */
export const postWith = async (
  { messages, privately }: Pick<Shown, "messages" | "privately">,
  { client, channel, thread, asker }: Reaching,
): Promise<void> => {
  for (const message of messages) {
    const body = postedAs(message, { channel, thread });
    if (privately && !isDirect(channel)) await client.chat.postEphemeral({ ...body, user: asker });
    else await client.chat.postMessage(body);
  }
};
