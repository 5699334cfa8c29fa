import type { Tutor } from "../../commands/tutor.ts";
import type { Log } from "../../log.ts";
import type { Reply } from "../../reply/reply.ts";
import { illustrate } from "../illustrate.ts";
import type { InFlight } from "../in-flight.ts";
import { refusalOf, told } from "./refusal.ts";
import { type DiscordMessage, type DiscordMessages, renderReply } from "./render.ts";

/** A reply in Discord's form, with those of its pictures that are drawn in time. */
export interface Pictured {
  readonly messages: DiscordMessages;
  /** The same without pictures, for where the bot may not attach files. */
  readonly inWords: () => DiscordMessages;
  /**
   * Where pictures come later than the words: has each message that they change put in the place of the one that was
   * sent, by its number among the messages. An edit that fails leaves the words as they are; nothing is thrown.
   */
  readonly later?: (edit: (message: DiscordMessage, n: number) => Promise<unknown>) => void;
}

export type Picturing = (reply: Reply) => Promise<Pictured>;

/** Has the pictures of replies drawn for Discord, most of whose readers have it dark. */
export const createPicturing =
  ({ draw, codes }: Pick<Tutor, "draw" | "codes">, { track }: Pick<InFlight, "track">, log: Log): Picturing =>
  async (reply) => {
    const { ready, later } = await illustrate(reply, draw, "dark");
    const messages = renderReply(reply, codes, ready);
    const inWords = () => renderReply(reply, codes, new Map());
    if (later === undefined) return { messages, inWords };

    const bring = async (edit: (message: DiscordMessage, n: number) => Promise<unknown>): Promise<void> => {
      const drawings = await later;
      if (drawings === undefined) return;
      for (const [n, message] of renderReply(reply, codes, drawings).entries()) {
        if (message.files.length === messages[n]?.files.length) continue;
        try {
          await edit(message, n);
        } catch (error) {
          log.warn(told(error), "Discord: a picture could not be brought");
        }
      }
    };
    return { messages, inWords, later: (edit) => void track(bring(edit)) };
  };

/**
 * Does what brings messages into a channel; where that is forbidden with pictures, again with the words alone, once
 * `takeBack` has removed what was sent until then: the words may be parted otherwise.
 */
export const orInWords = async <T>(
  { messages, inWords }: Pictured,
  bring: (messages: DiscordMessages, isInWords: boolean) => Promise<T>,
  takeBack: () => Promise<unknown>,
): Promise<T> => {
  try {
    return await bring(messages, false);
  } catch (error) {
    const hasFiles = messages.some(({ files }) => files.length > 0);
    if (!hasFiles || refusalOf(error)?.refusal !== "forbidden") throw error;
    await takeBack();
    return bring(inWords(), true);
  }
};
