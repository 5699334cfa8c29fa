import { type APIComponentInContainer, ComponentType } from "discord.js";
import { splitText } from "../../reply/split-text.ts";
import type { DiscordFile } from "./files.ts";
import { textBudget } from "./limits.ts";

/** One part of a message, and what it counts for among Discord's limits. */
export interface Piece {
  readonly shows: readonly APIComponentInContainer[];
  readonly characters: number;
  readonly components: number;
  /** What the components show, where that is a file. */
  readonly file?: DiscordFile;
  /** The room that is kept for a file, whether or not it is there yet. */
  readonly takes?: { readonly name: string; readonly bytes: number };
  /** What is shown in a message that would show nothing else: Discord takes no empty one. */
  readonly instead?: readonly APIComponentInContainer[];
}

export const textPiece = (content: string): Piece => ({
  shows: [{ type: ComponentType.TextDisplay, content }],
  characters: content.length,
  components: 1,
});

/** A text in as many pieces as it needs. Markdown at most doubles a text. */
export const marked = (text: string, mark: (part: string) => string): readonly Piece[] =>
  text.trim() === "" ? [] : splitText(text, textBudget / 2).map((part) => textPiece(mark(part)));
