import { err, ok, type Result } from "../base/result.ts";
import type { Embeddings } from "./embeddings.ts";
import { foldWord } from "./tokenise.ts";

/** Words that are not in the vocabulary, as they were asked for. */
export interface UnknownWords {
  readonly unknown: readonly string[];
}

export interface WordVector {
  readonly word: string;
  readonly vector: Float32Array;
}

/** The vectors of those words that have one, in their order, and the words that have none. */
export const vectorsOf = (
  embeddings: Embeddings,
  words: readonly string[],
): UnknownWords & { readonly known: readonly WordVector[] } => {
  const known: WordVector[] = [];
  const unknown: string[] = [];
  for (const asked of words) {
    const vector = embeddings.vectorOf(asked);
    if (vector === undefined) unknown.push(asked);
    else known.push({ word: foldWord(asked), vector });
  }
  return { known, unknown };
};

export interface Mean {
  /** Each component is the mean of that component over the words found. */
  readonly vector: Float32Array;
  /** The words that went into it, in their order, those named twice twice. */
  readonly words: readonly string[];
  /** The words left out, for they are not in the vocabulary. */
  readonly leftOut: readonly string[];
}

/**
 * The mean of the vectors of some words: (v₁ + … + vₙ) / n, over the n words found. A hyphenated word that is not in
 * the vocabulary counts as its parts. When no word is found, all of them are the problem.
 */
export const meanOf = (embeddings: Embeddings, words: readonly string[]): Result<Mean, UnknownWords> => {
  const parted = words.flatMap((word) =>
    embeddings.has(word) ? [word] : word.split("-").filter((part) => part !== ""),
  );
  const { known, unknown } = vectorsOf(embeddings, parted);
  if (known.length === 0) return err({ unknown });
  const sum = new Float64Array(embeddings.dimension);
  for (const { vector } of known) for (let i = 0; i < sum.length; i += 1) sum[i]! += vector[i]!;
  return ok({
    vector: Float32Array.from(sum, (total) => total / known.length),
    words: known.map(({ word }) => word),
    leftOut: unknown,
  });
};
