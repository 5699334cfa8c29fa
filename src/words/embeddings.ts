import { foldWord } from "./tokenise.ts";
import type { WordTable } from "./word-table.ts";

/** Where vectors come from, to be told wherever they are shown. */
export interface EmbeddingSource {
  readonly name: string;
  readonly author?: string | undefined;
  readonly licence?: string | undefined;
  readonly citation?: string | undefined;
  /** A link to where they are described. */
  readonly address?: string | undefined;
}

/**
 * A vocabulary and the vector of each of its words. Words are asked for in any capitals, and any text may be asked
 * for: what is not in the vocabulary is undefined.
 */
export interface Embeddings {
  readonly dimension: number;
  /** How many words there are. */
  readonly count: number;
  readonly source: EmbeddingSource;
  readonly has: (word: string) => boolean;
  /** The place of a word when the commonest is 1. */
  readonly rankOf: (word: string) => number | undefined;
  /** The components, each off by at most 1/254 of the largest; a new array every time. */
  readonly vectorOf: (word: string) => Float32Array | undefined;
  /** The Euclidean norm of the full vector, before it was rounded to eight bits. */
  readonly normOf: (word: string) => number | undefined;
  /** The rows themselves, for what looks at all of them. */
  readonly table: WordTable;
  /** 1,001 cosine similarities of pairs drawn at random, from the least to the greatest: each 0.1% of the way. */
  readonly quantiles: readonly number[];
}

/** What is known of a vocabulary; `rows` gives each word its row, counted from 0. */
export const createEmbeddings = (
  table: WordTable,
  rows: ReadonlyMap<string, number>,
  about: { readonly source: EmbeddingSource; readonly quantiles: readonly number[] },
): Embeddings => {
  const rowOf = (word: string) => rows.get(foldWord(word));
  const from = <T>(word: string, take: (row: number) => T): T | undefined => {
    const row = rowOf(word);
    return row === undefined ? undefined : take(row);
  };
  return {
    dimension: table.dimension,
    count: table.words.length,
    source: about.source,
    has: (word) => rowOf(word) !== undefined,
    rankOf: (word) => from(word, (row) => row + 1),
    vectorOf: (word) => from(word, (row) => vectorAt(table, row)),
    normOf: (word) => from(word, (row) => table.norms[row]!),
    table,
    quantiles: about.quantiles,
  };
};

/** The components of one row, as floats. */
export const vectorAt = ({ dimension, components, scales }: WordTable, row: number): Float32Array => {
  const vector = new Float32Array(dimension);
  const [start, scale] = [row * dimension, scales[row]!];
  for (let i = 0; i < dimension; i += 1) vector[i] = components[start + i]! * scale;
  return vector;
};
