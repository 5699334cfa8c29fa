import { say } from "../say.ts";
import {
  type BlockRenderers,
  type Reply,
  renderBlock,
  type Span,
  spansOf,
  type Text,
  type WorkingBlock,
} from "./reply.ts";

/**
 * The whole reply as plain text: complete without pictures or typesetting. Choices are left out:
 * whoever shows it adds its own way to press.
 */
export const toPlainText = (reply: Reply): string => {
  const title = reply.title === undefined ? [] : [reply.title];
  return [...title, ...reply.blocks.map((block) => renderBlock(renderers, block))]
    .filter((s) => s !== "")
    .join("\n\n");
};

export const textToPlain = (text: Text): string => spansOf(text).map(spanToPlain).join("");

const spanToPlain = (span: Span): string => {
  if (typeof span === "string") return span;
  if ("strong" in span) return span.strong;
  if ("code" in span) return span.code;
  if ("until" in span) return clockTime(span.until);
  return span.formula.plain;
};

/** A moment as the clock shows it: 14:05:30 UTC. */
export const clockTime = (moment: Date): string => `${moment.toISOString().slice(11, 19)} UTC`;

const renderers: BlockRenderers<string> = {
  paragraph: ({ text }) => textToPlain(text),
  formula: ({ formula }) => formula.plain,
  working: (block) =>
    block.lines.some((line) => line.because !== undefined)
      ? workingInLines(block)
      : workingInLines(block).replaceAll("\n", " "),
  table: ({ caption, header, rows }) => [caption, layOutTable(header, rows)].join("\n"),
  picture: ({ alt, alsoSaid }) => (alsoSaid ? "" : alt),
  choices: () => "",
  file: ({ name, text }) => `${name}\n\n${text}`,
  source: ({ title, author, date, link, section }) =>
    `${say("Source: {author}", { author: say(author) })}, “${title}”${inSection(section)}, ${say(date)}, ${link}`,
};

/** Where in its text a source says so. */
export const inSection = (section: string | undefined): string =>
  section === undefined ? "" : `, ${say(section)}`;

/** One line below the other, each with its reason: on a telephone a long chain in one line would wrap anywhere. */
export const workingInLines = ({ subject, lines }: WorkingBlock): string =>
  [
    subject.plain,
    ...lines.map(
      ({ relation, formula, because }) =>
        `${relation} ${formula.plain}${because === undefined ? "" : `    (${because})`}`,
    ),
  ].join("\n");

/** Columns of equal width, for a fixed-width font. */
export const layOutTable = (header: readonly string[], rows: readonly (readonly string[])[]): string => {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? "")].length)));
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => (row[column] ?? "") + " ".repeat(width - [...(row[column] ?? "")].length))
      .join("  ")
      .trimEnd();
  return [line(header), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)].join("\n");
};
