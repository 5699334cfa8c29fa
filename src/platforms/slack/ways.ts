import { randomUUID } from "node:crypto";
import type { RespondFn, webApi } from "@slack/bolt";
import { limits } from "./limits.ts";
import { persistently } from "./patience.ts";
import type { SlackMessage } from "./render.ts";
import { oncePerKey, type Posted, postedAs, type Reaching, responseOf } from "./send.ts";
import { isDirect } from "./who-and-where.ts";

/** How the messages of one answer are said, one after the other. */
export interface Way {
  /** Says the next message; resolves to what puts another in its place, where Slack lets it. */
  readonly say: (message: SlackMessage) => Promise<Change | undefined>;
  /** Says what belongs below all that was said, some time later. `isLast`: it is not tried again. */
  readonly follow: (message: SlackMessage, isLast: boolean) => Promise<void>;
}

/** False where something newer stands there by now. */
export type Change = (message: SlackMessage) => Promise<boolean>;

/** Puts another message in the place of a posted one. */
export const update = async (
  client: webApi.WebClient,
  { channel, ts }: Posted,
  { text, blocks }: SlackMessage,
): Promise<void> => {
  await client.chat.update({ channel, ts, text, blocks: [...blocks] });
};

/**
 * Messages of the bot's own. Only the asker reads a direct message, and an ephemeral one would be gone the next time
 * they look. Slack changes no ephemeral message. `later` is the client for what comes after the words.
 */
export const byPosts = (
  privately: boolean,
  { client, channel, thread, asker, event = randomUUID() }: Reaching,
  later: webApi.WebClient,
): Way => {
  const isEphemeral = privately && !isDirect(channel);
  let count = 0;
  const post = async (by: webApi.WebClient, message: SlackMessage): Promise<Change | undefined> => {
    const body = postedAs(message, { channel, thread });
    if (isEphemeral) {
      await by.chat.postEphemeral({ ...body, user: asker });
      return undefined;
    }
    // What seems to have failed is posted again by the client, and an event that Slack brings to a second process by
    // that one: Slack shows neither twice.
    count += 1;
    const posted = await by.chat.postMessage({ ...body, ...oncePerKey(`${event}/${count}`) });
    const { channel: where, ts } = posted;
    return async (other) => {
      await update(later, { channel: where!, ts: ts! }, other);
      return true;
    };
  };
  return {
    say: (message) => post(client, message),
    follow: async (message) => {
      await post(later, message);
    },
  };
};

/**
 * Through a response_url, which Slack takes also where the bot is not a member. It may be used five times; what is more
 * than that goes on in messages of the bot's own. A response_url tells nobody which message came of it, so only what
 * took the place of the pressed message can be changed.
 */
export const byResponses = (
  respond: RespondFn,
  privately: boolean,
  reaching: Reaching,
  later: webApi.WebClient,
): Way => {
  const { thread, inPlaceOf } = reaching;
  const posts = byPosts(privately, reaching, later);
  let left: number = limits.responses;
  let isInPlace = false;
  const use = async (message: SlackMessage, replacing: boolean): Promise<void> => {
    if (left === 0) throw new Error("The response_url is used up");
    left -= 1;
    await persistently(() => respond(responseOf(message, privately, thread, replacing)));
  };
  return {
    say: async (message) => {
      if (left === 0) return posts.say(message);
      if (inPlaceOf === undefined || isInPlace) {
        await use(message, false);
        return undefined;
      }
      await inPlaceOf.put(() => use(message, true));
      isInPlace = true;
      return (other) => inPlaceOf.put(() => use(other, true));
    },
    follow: async (message, isLast) => {
      if (left === 0 || isLast) await posts.follow(message, isLast);
      else await use(message, false);
    },
  };
};
