import type { Embeddings } from "./embeddings.ts";
import { normOfVector } from "./measures.ts";
import { foldWord } from "./tokenise.ts";
import { createTop } from "./top.ts";

export interface Neighbour {
  readonly word: string;
  /** The cosine similarity, or the dot product, with what was asked for. */
  readonly score: number;
}

export interface NearestOptions {
  readonly by: "cosine" | "dot";
  readonly count: number;
  /** Words not to be named, in any capitals: most often the asked one, which is nearest to itself. */
  readonly without?: Iterable<string>;
  /** Whether a word may be named; asked only of those near enough. */
  readonly mayName?: (word: string) => boolean;
}

/**
 * The words of the vocabulary with the greatest cosine similarity to a vector, or the greatest dot product with it,
 * the nearest first. It looks at every row: with 100,000 words of 100 components that is ten million products.
 * The vector must have the dimension of the vocabulary. By cosine, a zero vector is near to nothing: the list is empty.
 */
export const nearest = (
  { table, dimension }: Embeddings,
  vector: ArrayLike<number>,
  { by, count, without = [], mayName = () => true }: NearestOptions,
): readonly Neighbour[] => {
  if (vector.length !== dimension)
    throw new RangeError(`${vector.length} components where the vocabulary has ${dimension}`);
  const norm = by === "cosine" ? normOfVector(vector) : 1;
  if (norm === 0) return [];
  const { components, scales, norms, words } = table;
  const asked = Float64Array.from(vector);
  const unnamed = new Set([...without].map(foldWord));
  const top = createTop(count);
  for (let row = 0; row < words.length; row += 1) {
    const product = scales[row]! * productOfRow(components, row * dimension, asked);
    const score = by === "cosine" ? product / (norms[row]! * norm) : product;
    if (score > top.bar() && !unnamed.has(words[row]!) && mayName(words[row]!)) top.add(row, score);
  }
  return top.list().map(({ row, score }) => ({
    word: words[row]!,
    score: by === "cosine" ? Math.min(1, score) : score,
  }));
};

/** Four sums side by side: the processor need not wait for one product before it begins the next. */
const productOfRow = (components: Int8Array, start: number, asked: Float64Array): number => {
  const whole = asked.length - (asked.length % 4);
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    s0 += components[start + i]! * asked[i]!;
    s1 += components[start + i + 1]! * asked[i + 1]!;
    s2 += components[start + i + 2]! * asked[i + 2]!;
    s3 += components[start + i + 3]! * asked[i + 3]!;
  }
  for (let i = whole; i < asked.length; i += 1) s0 += components[start + i]! * asked[i]!;
  return s0 + s1 + s2 + s3;
};
