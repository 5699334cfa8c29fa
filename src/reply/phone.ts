import { layOutTable, textToPlain, workingInLines } from "./plain-text.ts";
import { type Block, type BlockRenderers, type Reply, renderBlock } from "./reply.ts";

/** Characters in a line of a phone: of a message, and of text with a fixed width, which wraps as well. */
export const phone = { width: 38, fixedWidth: 34 } as const;

/** Of the height of a line, how much a picture takes in a message on a phone. */
const pictureHeights = {
  formula: 6,
  plot: 11,
  contributions: 7,
  scale: 6,
  attention: 13,
  progress: 11,
  words: 11,
} as const;

/** How many lines a text takes in a width. */
export const linesOf = (text: string, width: number = phone.width): number =>
  text === ""
    ? 0
    : text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / width)), 0);

const heights: BlockRenderers<number> = {
  paragraph: ({ text }) => linesOf(textToPlain(text)),
  formula: ({ formula }) => linesOf(formula.plain),
  working: (block) => linesOf(workingInLines(block), phone.fixedWidth),
  table: ({ caption, header, rows }) =>
    linesOf(caption) + linesOf(layOutTable(header, rows, phone.fixedWidth), phone.fixedWidth),
  picture: ({ picture }) => pictureHeights[picture.kind],
  // Buttons stand below what is read.
  choices: () => 0,
  file: () => 2,
  source: ({ title, author, date, section = "" }) => linesOf(`${author}, ${title}, ${section}, ${date}`),
};

/** How many lines a block takes on a phone. */
export const heightOf = (block: Block): number => renderBlock(heights, block);

/**
 * How many lines an answer takes on a phone. A picture that stands for working counts as that, or as itself where it is
 * the higher one: it may or may not be drawn.
 */
export const heightOfReply = ({ title = "", blocks }: Pick<Reply, "title" | "blocks">): number =>
  blocks.reduce((sum, block) => {
    const height = heightOf(block);
    if (block.kind !== "picture" || block.insteadOf === undefined) return sum + height;
    const there = block.insteadOf.filter((each) => blocks.includes(each));
    return sum + Math.max(0, height - there.reduce((lines, each) => lines + heightOf(each), 0));
  }, linesOf(title));
