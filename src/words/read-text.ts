import { splitLines } from "./split-lines.ts";
import { WordsError } from "./trouble.ts";
import { createTableBuilder, type TableBuilder, type WordTable } from "./word-table.ts";

/** No vectors in use have more components. */
const mostComponents = 4_096;

/** No component comes near it; what does is not one. */
const greatest = 1e15;

/**
 * Reads words and vectors as text, the commonest word first, up to `most` words: GloVe's format, a word and its numbers
 * on each line with spaces between, or word2vec's, which begins with a line of two numbers, how many words there are
 * and their dimension. Each piece of the file is worked through at one go, so that pieces should be small.
 * Throws a WordsError that names the line at fault.
 */
export const readText = async (
  pieces: AsyncIterable<Uint8Array>,
  most: number,
  progress: (words: number) => void = () => {},
): Promise<WordTable> => {
  let number = 0;
  let promised: number | undefined;
  let builder: TableBuilder | undefined;
  let components: Float64Array | undefined;
  for await (const lines of splitLines(pieces)) {
    for (const line of lines) {
      number += 1;
      const header = number === 1 ? /^\s*(\d+)\s+(\d+)\s*$/.exec(line) : null;
      if (header !== null) promised = Number(header[1]);
      const dimension = header === null ? countComponents(line) : Number(header[2]);
      if (builder === undefined || components === undefined) {
        checkDimension(dimension, number);
        builder = createTableBuilder(dimension, Math.min(most, promised ?? most));
        components = new Float64Array(dimension);
      }
      if (header !== null || line === "") continue;
      builder.add(readLine(line, number, components), components);
      if (builder.isFull()) return builder.build();
    }
    progress(builder?.size() ?? 0);
  }
  if (builder === undefined) throw new WordsError("empty", "there is nothing in it");
  const lines = number - 1;
  if (promised !== undefined && lines < promised)
    throw new WordsError("cut-short", `it holds ${lines} words where its first line promises ${promised}`);
  if (builder.size() === 0) throw new WordsError("not-vectors", "no line of it has a word and its numbers");
  return builder.build();
};

const countComponents = (line: string): number => line.trim().split(/\s+/).length - 1;

const checkDimension = (dimension: number, line: number): void => {
  if (dimension < 2 || dimension > mostComponents)
    throw new WordsError(
      "not-vectors",
      `line ${line} is not a word and 2 to ${mostComponents.toLocaleString("en")} numbers`,
    );
};

/** Writes the numbers of a line into `components`, and returns what stands before them. */
const readLine = (line: string, number: number, components: Float64Array): string => {
  const fields = line.trimEnd().split(/[ \t]+/);
  const first = fields.length - components.length;
  for (let i = 0; i < components.length; i += 1) {
    const field = fields[first + i];
    const value = Number(field);
    if (first < 1 || field === "" || !(Math.abs(value) < greatest))
      throw new WordsError(
        "not-vectors",
        `line ${number} is not a word and ${components.length} numbers, as the lines before it are`,
      );
    components[i] = value;
  }
  return fields.slice(0, first).join(" ");
};
