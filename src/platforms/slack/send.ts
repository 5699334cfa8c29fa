import { createHash } from "node:crypto";
import type { RespondArguments, webApi } from "@slack/bolt";
import type { SlackMessage } from "./render.ts";
import type { State } from "./states.ts";
import { addressOf } from "./who-and-where.ts";

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

/** How an answer goes to one person in one place. */
export interface Reaching extends Spot {
  /** It takes the place of the answer whose button was pressed. */
  readonly inPlaceOf?: State | undefined;
  readonly client: webApi.WebClient;
  readonly asker: string;
  /** The event that is answered, where Slack may bring it to another process as well. */
  readonly event?: string;
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

/** Slack shows what is posted again under the same client_msg_id, a UUID, only once. */
export const oncePerKey = (key: string): { readonly client_msg_id: string } => {
  const digest = createHash("sha256").update(key).digest("hex");
  const parts = [0, 8, 12, 16, 20, 32];
  return {
    client_msg_id: parts
      .slice(1)
      .map((end, i) => digest.slice(parts[i], end))
      .join("-"),
  };
};

/** Answers by a response_url, for which one needs no token. */
export const postTo = async (url: string, message: unknown): Promise<Response> => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
  });
  if (!response.ok)
    throw Object.assign(new Error(`The response_url answered ${response.status}`), {
      statusCode: response.status,
    });
  return response;
};
