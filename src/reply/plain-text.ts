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

type Row = readonly string[];

/**
 * Columns of equal width, for a fixed-width font. Where they are wider than `most` characters together, they come in
 * groups that are not, each with the first column again; a column too wide for that is a list, row by row.
 */
export const layOutTable = (
  header: Row,
  rows: readonly Row[],
  most: number = Number.POSITIVE_INFINITY,
): string => {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => [...(row[column] ?? "")].length)),
  );
  const wide = (columns: readonly number[]) =>
    columns.reduce((sum, column) => sum + widths[column]! + gap.length, -gap.length);
  const groups: number[][] = [];
  for (const column of header.keys()) {
    if (column === 0) continue;
    const open = groups.at(-1);
    if (open !== undefined && wide([...open, column]) <= most) open.push(column);
    else groups.push([0, column]);
  }
  const lists = groups.length === 0 ? [[0]] : groups;
  return lists
    .map((columns) =>
      wide(columns) <= most ? inColumns(columns, widths, [header, ...rows]) : asList(columns, header, rows),
    )
    .join("\n\n");
};

const gap = "  ";

const inColumns = (
  columns: readonly number[],
  widths: readonly number[],
  [header, ...rows]: readonly Row[],
): string => {
  const line = (row: Row = []) =>
    columns
      .map((column) => (row[column] ?? "") + " ".repeat(widths[column]! - [...(row[column] ?? "")].length))
      .join(gap)
      .trimEnd();
  return [
    line(header),
    columns.map((column) => "─".repeat(widths[column]!)).join(gap),
    ...rows.map(line),
  ].join("\n");
};

/** Each row under what its first column says. */
const asList = (columns: readonly number[], header: Row, rows: readonly Row[]): string =>
  rows
    .map((row) => {
      const [first = "", ...others] = columns.map((column) => row[column] ?? "");
      const names = columns.slice(1).map((column) => header[column] ?? "");
      return [
        first,
        ...others.map((cell, i) => (names[i] === "" ? `${gap}${cell}` : `${gap}${names[i]}: ${cell}`)),
      ].join("\n");
    })
    .join("\n");
