import type { Embeddings } from "./embeddings.ts";

/** a · b = Σ aᵢbᵢ, of two vectors of one dimension. */
export const dotProduct = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
};

/** ‖a‖ = √Σ aᵢ². */
export const normOfVector = (a: ArrayLike<number>): number => Math.sqrt(dotProduct(a, a));

/** How two words of the vocabulary stand to each other. */
export interface Measures {
  readonly dotProduct: number;
  readonly norms: readonly [number, number];
  /** a · b / (‖a‖‖b‖), from −1 to 1. */
  readonly cosine: number;
}

/** Dot product, norms and cosine similarity of two words, in floats; undefined when either is not in the vocabulary. */
export const measure = (embeddings: Embeddings, first: string, second: string): Measures | undefined => {
  const [a, b] = [embeddings.vectorOf(first), embeddings.vectorOf(second)];
  const norms = [embeddings.normOf(first), embeddings.normOf(second)] as const;
  if (a === undefined || b === undefined || norms[0] === undefined || norms[1] === undefined)
    return undefined;
  const product = dotProduct(a, b);
  return { dotProduct: product, norms: [norms[0], norms[1]], cosine: toCosine(product, norms[0], norms[1]) };
};

/** The cosine similarity of two vectors that need not be those of words; 0 when either is a zero vector. */
export const cosineOf = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  toCosine(dotProduct(a, b), normOfVector(a), normOfVector(b));

/** a · b / (‖a‖‖b‖), kept between −1 and 1, which rounded components could pass by a hair; 0 for a zero vector. */
export const toCosine = (product: number, normA: number, normB: number): number =>
  normA === 0 || normB === 0 ? 0 : Math.max(-1, Math.min(1, product / (normA * normB)));
