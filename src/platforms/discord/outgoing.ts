import { createHash } from "node:crypto";
import {
  type APIMessage,
  MessageFlags,
  type REST,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RequestData,
  Routes,
} from "discord.js";
import { PostRefused } from "../../posting.ts";
import { refusalOf } from "./refusal.ts";
import type { DiscordMessage } from "./render.ts";

/** The requests that put messages of ours into channels. Each throws `PostRefused` where Discord will never take it. */
export interface Outgoing {
  /** Resolves to the message's id. */
  readonly send: (channel: string, message: DiscordMessage, nonce?: string) => Promise<string>;
  /** Resolves to whether the message is there. */
  readonly replace: (channel: string, id: string, message: DiscordMessage) => Promise<boolean>;
  /** Sees to it that a message is not there. */
  readonly remove: (channel: string, id: string) => Promise<void>;
  /** The channel of direct messages with one person. */
  readonly direct: (person: string) => Promise<string>;
}

/** `patience`: how long a request may take in milliseconds, with all its repetitions. */
export const createOutgoing = (rest: REST, patience: number): Outgoing => {
  const ask = async <T>(request: (signal: AbortSignal) => Promise<unknown>): Promise<T> => {
    const signal = AbortSignal.timeout(patience);
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
    try {
      return (await Promise.race([request(signal), late])) as T;
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  };
  return {
    send: async (channel, message, nonce) => {
      const body = {
        ...shownBy(message),
        ...(nonce === undefined ? {} : { nonce, enforce_nonce: true }),
      } satisfies RESTPostAPIChannelMessageJSONBody;
      const { id } = await ask<APIMessage>((signal) =>
        rest.post(Routes.channelMessages(channel), { body, files: filesOf(message), signal }),
      );
      return id;
    },
    replace: async (channel, id, message) => {
      // Files that are not listed go with what they were shown in.
      const body = shownBy(message) satisfies RESTPatchAPIChannelMessageJSONBody;
      return isThere(
        ask((signal) =>
          rest.patch(Routes.channelMessage(channel, id), { body, files: filesOf(message), signal }),
        ),
      );
    },
    remove: async (channel, id) => {
      await isThere(ask((signal) => rest.delete(Routes.channelMessage(channel, id), { signal })));
    },
    direct: async (person) => {
      const { id } = await ask<{ id: string }>((signal) =>
        rest.post(Routes.userChannels(), { body: { recipient_id: person }, signal }),
      );
      return id;
    },
  };
};

const isThere = async (request: Promise<unknown>): Promise<boolean> => {
  try {
    await request;
    return true;
  } catch (error) {
    if (error instanceof PostRefused && error.refusal === "gone") return false;
    throw error;
  }
};

const shownBy = ({ components, files }: DiscordMessage) => ({
  components: [...components],
  flags: MessageFlags.IsComponentsV2,
  allowed_mentions: { parse: [] },
  attachments: files.map(({ name, description }, n) => ({
    id: String(n),
    filename: name,
    ...(description === undefined ? {} : { description }),
  })),
});

const filesOf = ({ files }: DiscordMessage): NonNullable<RequestData["files"]> =>
  files.map(({ name, type, bytes }) => ({ name, data: bytes, contentType: type }));

/**
 * Discord compares nonces of at most 25 characters over all places: the key, the channel and which part, in short. What
 * is said in words for want of pictures is another message than that with them.
 */
export const nonceOf = (channel: string, key: string, part: number, isInWords = false): string =>
  createHash("sha256")
    .update(JSON.stringify([channel, key, part, ...(isInWords ? ["words"] : [])]))
    .digest("base64url")
    .slice(0, 25);
