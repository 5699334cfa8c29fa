import { type APIComponentInContainer, ComponentType } from "discord.js";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import { inSection, layOutTable, textToPlain, workingInLines } from "../../reply/plain-text.ts";
import {
  type Block,
  type BlockRenderers,
  type Reply,
  renderBlock,
  type Span,
  spansOf,
  type Text,
} from "../../reply/reply.ts";
import { splitText } from "../../reply/split-text.ts";
import { choiceRows } from "./choice-rows.ts";
import { type DiscordFile, linkTo, toFile } from "./files.ts";
import { textBudget } from "./limits.ts";
import { codeLines, escapeMarkdown, inCode } from "./markdown.ts";

/** One part of a message, and what it counts for among Discord's limits. */
export interface Piece {
  readonly component: APIComponentInContainer;
  readonly characters: number;
  readonly components: number;
  /** What the component shows, where that is a file. */
  readonly file?: DiscordFile;
}

/** The parts of a reply, each small enough for a message. */
export const toPieces = (reply: Reply, codes: ChoiceCode): readonly Piece[] => [
  ...(reply.title === undefined ? [] : marked(reply.title, (part) => `### ${escapeMarkdown(part)}`)),
  ...reply.blocks.flatMap((block: Block) => renderBlock(renderersWith(codes), block)),
];

const renderersWith = (codes: ChoiceCode): BlockRenderers<readonly Piece[]> => ({
  paragraph: ({ text }) => prose(text),
  formula: ({ formula }) => marked(formula.plain, (part) => `**${escapeMarkdown(part)}**`),
  working: (block) => marked(workingInLines(block), codeLines),
  table: ({ caption, header, rows }) => [
    ...marked(caption, (part) => `**${escapeMarkdown(part)}**`),
    ...marked(layOutTable(header, rows), codeLines),
  ],
  picture: ({ alt, alsoSaid }) => (alsoSaid ? [] : marked(alt, (part) => `*${escapeMarkdown(part)}*`)),
  choices: (block) =>
    choiceRows(block, codes).map((row) => ({
      component: row,
      characters: 0,
      components: 1 + row.components.length,
    })),
  file: (block) => [filePiece(toFile(block))],
  source: ({ title, author, date, link, section }) => [
    textPiece(
      `-# Source: ${escapeMarkdown(author)}, [${escapeMarkdown(title)}](<${link}>)${escapeMarkdown(inSection(section))}, ${escapeMarkdown(date)}`,
    ),
  ],
});

/** Markdown at most doubles a text. */
const marked = (text: string, mark: (part: string) => string): readonly Piece[] =>
  text.trim() === "" ? [] : splitText(text, textBudget / 2).map((part) => textPiece(mark(part)));

const prose = (text: Text): readonly Piece[] => {
  const whole = spansOf(text).map(spanToMarkdown).join("");
  if (whole.trim() === "") return [];
  return whole.length <= textBudget ? [textPiece(whole)] : marked(textToPlain(text), escapeMarkdown);
};

const spanToMarkdown = (span: Span): string => {
  if (typeof span === "string") return escapeMarkdown(span);
  if ("strong" in span) return `**${escapeMarkdown(span.strong)}**`;
  if ("code" in span) return inCode(span.code);
  if ("until" in span) return `<t:${Math.round(span.until.getTime() / 1000)}:R>`;
  return inCode(span.formula.plain);
};

const filePiece = (file: DiscordFile): Piece => ({
  component: { type: ComponentType.File, file: { url: linkTo(file) } },
  characters: 0,
  components: 1,
  file,
});

const textPiece = (content: string): Piece => ({
  component: { type: ComponentType.TextDisplay, content },
  characters: content.length,
  components: 1,
});
