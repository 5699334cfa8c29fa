import type { types } from "@slack/bolt";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import { phone } from "../../reply/phone.ts";
import { inSection, layOutTable, toPlainText, workingInLines } from "../../reply/plain-text.ts";
import {
  type Block,
  type BlockRenderers,
  type PictureBlock,
  type Reply,
  renderBlock,
} from "../../reply/reply.ts";
import { splitText } from "../../reply/split-text.ts";
import { say } from "../../say.ts";
import { choiceBlocks } from "./choice-blocks.ts";
import { blockBudget, limits } from "./limits.ts";
import { imageBlock, noPictures, type PictureFiles } from "./picture-files.ts";
import { linesBlock, proseBlock, type Run, textOfRun, toRuns } from "./rich-text.ts";

/** One Slack block and what it says as plain text. */
export interface Piece {
  /** Absent where a picture says the text of this piece too, or may still come. */
  readonly block?: types.KnownBlock;
  readonly text: string;
  /** A picture beside words that say the same: it goes with the piece before it, and room is kept for it. */
  readonly isBeside?: true;
}

/** The blocks of a reply, each small enough for Slack: with or without pictures, the same pieces. */
export const toPieces = (
  reply: Reply,
  codes: ChoiceCode,
  files: PictureFiles = noPictures,
): readonly Piece[] => {
  const renderers = renderersWith(codes, files);
  const shownTypeset = new Set<Block>(
    reply.blocks.flatMap((block) =>
      block.kind === "picture" && files.has(block) ? (block.insteadOf ?? []) : [],
    ),
  );
  return [
    ...titlePieces(reply.title),
    ...reply.blocks.flatMap((block) => {
      const pieces = withPlainText(block, renderBlock(renderers, block));
      return shownTypeset.has(block) ? pieces.map(({ text }) => ({ text })) : pieces;
    }),
  ];
};

export const blocksOf = (pieces: readonly Piece[]): readonly types.KnownBlock[] =>
  pieces.flatMap(({ block }) => (block === undefined ? [] : [block]));

/** A block that Slack takes whole has the plain text of the whole; the parts of a longer one have their own. */
const withPlainText = (block: Block, pieces: readonly Piece[]): readonly Piece[] => {
  const [only, ...more] = pieces;
  return only === undefined || more.length > 0
    ? pieces
    : [{ ...only, text: toPlainText({ tone: "plain", blocks: [block] }) }];
};

const titlePieces = (title: string | undefined): readonly Piece[] => {
  if (title === undefined || title.trim() === "") return [];
  if (title.length > limits.header) return prose([{ type: "text", text: title, style: { bold: true } }]);
  return [
    { block: { type: "header", text: { type: "plain_text", text: title, emoji: false } }, text: title },
  ];
};

const renderersWith = (codes: ChoiceCode, files: PictureFiles): BlockRenderers<readonly Piece[]> => ({
  paragraph: ({ text }) => prose(toRuns(text)),
  formula: ({ formula }) => prose([{ type: "text", text: formula.plain, style: { bold: true } }]),
  working: (block) => lines(workingInLines(block)),
  table: ({ caption, header, rows }) => [
    ...prose([{ type: "text", text: caption, style: { bold: true } }]),
    ...lines(layOutTable(header, rows, phone.fixedWidth)),
  ],
  picture: (block) => picturePieces(block, files.get(block)),
  choices: (block) => choiceBlocks(block, codes).map((actions) => ({ block: actions, text: "" })),
  file: ({ name, text }) => [...prose([{ type: "text", text: name, style: { bold: true } }]), ...lines(text)],
  source: ({ title, author, date, link, section }) =>
    prose([
      { type: "text", text: `${say("Source: {author}", { author: say(author) })}, “` },
      { type: "link", url: link, text: title },
      { type: "text", text: `”${inSection(section)}, ${say(date)}` },
    ]),
});

/** The image in the place of its words; these are the text of the message all the same. */
const picturePieces = (block: PictureBlock, file: string | undefined): readonly Piece[] => {
  const image = file === undefined ? {} : { block: imageBlock(block, file) };
  if (block.alsoSaid) return [{ ...image, text: "", isBeside: true }];
  const words = prose([{ type: "text", text: block.alt, style: { italic: true } }]);
  if (file === undefined) return words;
  return words.map(({ text }, i) => ({ ...(i === 0 ? image : {}), text }));
};

const lines = (text: string): readonly Piece[] =>
  splitText(text, blockBudget).map((part) => ({ block: linesBlock(part), text: part }));

const prose = (runs: readonly Run[]): readonly Piece[] =>
  fill(runs.filter((run) => textOfRun(run) !== "")).map((group) => ({
    block: proseBlock(group),
    text: group.map(textOfRun).join(""),
  }));

/** Runs in groups of at most one block's text each; a run longer than that is split. */
const fill = (runs: readonly Run[]): readonly (readonly Run[])[] => {
  const groups: Run[][] = [];
  let length = blockBudget;
  for (const run of runs) {
    for (const part of partsOf(run)) {
      const more = textOfRun(part).length;
      if (length + more > blockBudget) {
        groups.push([]);
        length = 0;
      }
      groups.at(-1)!.push(part);
      length += more;
    }
  }
  return groups;
};

const partsOf = (run: Run): readonly Run[] =>
  run.type === "date" ? [run] : splitText(run.text ?? "", blockBudget).map((text) => ({ ...run, text }));
