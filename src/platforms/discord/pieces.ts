import { ComponentType } from "discord.js";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import { phone } from "../../reply/phone.ts";
import { inSection, layOutTable, textToPlain, workingInLines } from "../../reply/plain-text.ts";
import {
  type Block,
  type BlockRenderers,
  type PictureBlock,
  type Reply,
  renderBlock,
  type Span,
  spansOf,
  type Text,
  type WorkingBlock,
} from "../../reply/reply.ts";
import { say } from "../../say.ts";
import type { Drawings } from "../illustrate.ts";
import { choiceRows } from "./choice-rows.ts";
import { type DiscordFile, linkTo, toFile } from "./files.ts";
import { textBudget } from "./limits.ts";
import { codeLines, escapeMarkdown, inCode } from "./markdown.ts";
import { pictureParts } from "./picture-piece.ts";
import { marked, type Piece, textPiece } from "./piece.ts";

/** The parts of a reply, each small enough for a message. */
export const toPieces = (reply: Reply, codes: ChoiceCode, drawings: Drawings): readonly Piece[] => {
  const pictures = reply.blocks.filter((block) => block.kind === "picture");
  const workingFor = ({ insteadOf = [] }: PictureBlock): readonly Piece[] => {
    const all = insteadOf.filter((block) => reply.blocks.includes(block)).flatMap(working);
    return all.reduce((sum, { characters }) => sum + characters, 0) <= textBudget ? all : [];
  };
  const shownTypeset = new Set<Block>(
    pictures.flatMap((block) => (workingFor(block).length > 0 ? (block.insteadOf ?? []) : [])),
  );
  const renderers = renderersWith(codes, (block) =>
    pictureParts(block, pictures.indexOf(block) + 1, drawings.get(block), workingFor(block)),
  );
  return [
    ...(reply.title === undefined ? [] : marked(reply.title, (part) => `### ${escapeMarkdown(part)}`)),
    ...reply.blocks
      .filter((block) => !shownTypeset.has(block))
      .flatMap((block: Block) => renderBlock(renderers, block)),
  ];
};

const working = (block: WorkingBlock): readonly Piece[] => marked(workingInLines(block), codeLines);

const renderersWith = (
  codes: ChoiceCode,
  picture: (block: PictureBlock) => readonly Piece[],
): BlockRenderers<readonly Piece[]> => ({
  paragraph: ({ text }) => prose(text),
  formula: ({ formula }) => marked(formula.plain, (part) => `**${escapeMarkdown(part)}**`),
  working,
  table: ({ caption, header, rows }) => [
    ...marked(caption, (part) => `**${escapeMarkdown(part)}**`),
    ...marked(layOutTable(header, rows, phone.fixedWidth), codeLines),
  ],
  picture,
  choices: (block) =>
    choiceRows(block, codes).map((row) => ({
      shows: [row],
      characters: 0,
      components: 1 + row.components.length,
    })),
  file: (block) => [filePiece(toFile(block))],
  source: ({ title, author, date, link, section }) => [
    textPiece(
      `-# ${escapeMarkdown(say("Source: {author}", { author: say(author) }))}, [${escapeMarkdown(title)}](<${link}>)${escapeMarkdown(inSection(section))}, ${escapeMarkdown(say(date))}`,
    ),
  ],
});

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
  shows: [{ type: ComponentType.File, file: { url: linkTo(file) } }],
  characters: 0,
  components: 1,
  file,
  takes: { name: file.name, bytes: file.bytes.length },
});
