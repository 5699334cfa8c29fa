import { WordsError } from "./trouble.ts";

/** No line of a word and its numbers is longer; a file that has none so far is not text. */
const longestLine = 1_000_000;

/**
 * The lines of a file that arrives in pieces, in batches: all that one piece completes. Only a line feed ends a line,
 * with or without a carriage return before it: vocabularies hold words such as U+2028 that Node's readline breaks at.
 */
export async function* splitLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop()!;
    if (rest.length > longestLine)
      throw new WordsError(
        "not-vectors",
        `a line of it is longer than ${longestLine.toLocaleString("en")} characters`,
      );
    yield lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== "") yield [withoutReturn(rest)];
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);
