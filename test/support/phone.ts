import { flattened, type Json } from "./discord/check-message.ts";
import type { Seen } from "./discord/see.ts";

/** Characters of a line on a phone of usual size, in a message and in a code block, which wraps and does not scroll. */
const [inMessage, inCode] = [38, 34];

/** How many lines high a picture is shown, by the kind that its file is named after. */
const heights: Readonly<Record<string, number>> = {
  formula: 6,
  contributions: 7,
  scale: 7,
  plot: 11,
  words: 11,
  progress: 11,
  attention: 13,
};

const wrapped = (line: string, width: number): number => Math.max(1, Math.ceil([...line].length / width));

const withoutMarks = (line: string): string =>
  line
    .replace(/^(#{1,3}|-#) /, "")
    .replace(/\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)/g, "$1")
    .replace(/(?<!\\)[*`]/g, "")
    .replace(/\\(.)/g, "$1");

const codeBlocks = /```\n([\s\S]*?)\n```/;

/** The lines of each block of code in a message. */
export const codeIn = ({ markdown }: Seen): readonly (readonly string[])[] =>
  markdown.split(codeBlocks).flatMap((part, i) => (i % 2 === 1 ? [part.split("\n")] : []));

const linesOfText = (markdown: string): number =>
  markdown
    .split(codeBlocks)
    .flatMap((part, i) =>
      i % 2 === 1
        ? part.split("\n").map((line) => wrapped(line, inCode))
        : part
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => wrapped(withoutMarks(line), inMessage)),
    )
    .reduce((sum, lines) => sum + lines, 0);

const heightOf = ({ type, content, items }: Json): number => {
  if (type === 10) return linesOfText(String(content));
  if (type !== 12) return 0;
  return (items as { media: { url: string } }[]).reduce(
    (sum, { media }) => sum + (heights[/attachment:\/\/([a-z]+)/.exec(media.url)?.[1] ?? ""] ?? 7),
    0,
  );
};

/** How many lines a phone needs for what is read of an answer, its buttons aside. */
export const linesOnPhone = (seen: readonly Seen[]): number =>
  seen
    .flatMap(({ message }) => message.components.flatMap(flattened))
    .reduce((sum, component) => sum + heightOf(component), 0);
