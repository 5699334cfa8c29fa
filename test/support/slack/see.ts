import { textOfBlocks } from "./check-blocks.ts";
import type { Posted } from "./workspace.ts";

/** What a learner sees of a message. */
export interface Seen {
  /** The top-level text, as a notification shows it. */
  readonly text: string;
  /** The characters of the blocks. */
  readonly shown: string;
  readonly buttons: readonly string[];
  /** The pictures: what is read aloud for each, and which file it is. */
  readonly pictures: readonly { readonly alt: string; readonly file: string }[];
  readonly ephemeral: boolean;
  readonly thread: string | undefined;
  readonly message: Posted;
}

export interface Pressable {
  readonly type: string;
  readonly action_id: string;
  readonly text?: { readonly text: string };
  readonly value?: string;
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
}

export const pressables = (message: Pick<Posted, "blocks">): Pressable[] =>
  message.blocks.flatMap((block) => (block.type === "actions" ? (block.elements as Pressable[]) : []));

const decodeEntities = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

export const encodeEntities = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const see = (message: Posted): Seen => ({
  text: decodeEntities(message.text),
  shown: textOfBlocks(message.blocks),
  buttons: pressables(message).flatMap(({ text, options = [] }) => [
    ...(text === undefined ? [] : [text.text]),
    ...options.map((option) => option.text.text),
  ]),
  pictures: message.blocks.flatMap(({ type, alt_text, slack_file }) =>
    type === "image" ? [{ alt: String(alt_text), file: (slack_file as { id: string }).id }] : [],
  ),
  ephemeral: message.onlyFor !== undefined,
  thread: message.thread,
  message,
});
