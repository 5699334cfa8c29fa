import { err, ok, type Result } from "../base/result.ts";
import type { Embeddings } from "./embeddings.ts";
import { type UnknownWords, vectorsOf } from "./mean.ts";
import { type NearestOptions, type Neighbour, nearest } from "./nearest.ts";

export interface Analogy {
  /** The sum of the raw vectors: its components are those of `plus` added, and those of `minus` taken away. */
  readonly vector: Float32Array;
  /** The words nearest to the sum; the asked words are left out, for they would come first. */
  readonly neighbours: readonly Neighbour[];
}

/**
 * What is to the words of `plus` as those of `minus` are not: king − man + woman is `plus` king, woman, `minus` man.
 * The vectors are added as they are, not normalised, so that the sum can be followed component by component.
 * A list may name a word twice. Words that are not in the vocabulary are told as the problem.
 */
export const analogy = (
  embeddings: Embeddings,
  plus: readonly string[],
  minus: readonly string[],
  { by = "cosine", count = 5, without = [], mayName }: Partial<NearestOptions> = {},
): Result<Analogy, UnknownWords> => {
  const [added, taken] = [vectorsOf(embeddings, plus), vectorsOf(embeddings, minus)];
  const unknown = [...added.unknown, ...taken.unknown];
  if (unknown.length > 0) return err({ unknown });
  const vector = new Float32Array(embeddings.dimension);
  for (const { vector: v } of added.known) for (let i = 0; i < v.length; i += 1) vector[i]! += v[i]!;
  for (const { vector: v } of taken.known) for (let i = 0; i < v.length; i += 1) vector[i]! -= v[i]!;
  return ok({
    vector,
    neighbours: nearest(embeddings, vector, {
      by,
      count,
      without: [...plus, ...minus, ...without],
      ...(mayName === undefined ? {} : { mayName }),
    }),
  });
};
