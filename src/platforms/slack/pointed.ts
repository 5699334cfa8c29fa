import type { Message } from "../../commands/command.ts";
import { codesOn } from "./choice-blocks.ts";
import { unescapeText } from "./text.ts";

/** A message that Slack delivers because someone points at it. */
export interface Pointed {
  readonly text?: string;
  readonly bot_id?: string;
  readonly blocks?: readonly unknown[];
}

/** Codes are taken only from the bot's own messages: another app's buttons mean nothing to us. */
export const toMessage = (
  { text = "", bot_id, blocks = [] }: Pointed,
  botId: string | undefined,
): Message => ({
  text: unescapeText(text),
  codes: botId !== undefined && bot_id === botId ? codesOn(blocks) : [],
});
