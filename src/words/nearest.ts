import { type Embeddings, vectorAt } from "./embeddings.ts";
import { dotProduct, normOfVector, toCosine } from "./measures.ts";
import { type Ranking, scan } from "./scan.ts";
import { foldWord } from "./tokenise.ts";

export interface Neighbour {
  readonly word: string;
  /** The cosine similarity, or the dot product, with what was asked for. */
  readonly score: number;
}

export interface NearestOptions {
  readonly by: Ranking;
  readonly count: number;
  /** The norm of the vector, where it is known better than from its components: that of a word. */
  readonly norm?: number;
  /** Words not to be named, in any capitals: most often the asked one, which is nearest to itself. */
  readonly without?: Iterable<string>;
  /** Whether a word may be named; asked only of those near enough. */
  readonly mayName?: (word: string) => boolean;
}

/**
 * The words of the vocabulary with the greatest cosine similarity to a vector, or the greatest dot product with it,
 * the nearest first, with the figures `measure` gives. Every row of the vocabulary is looked at.
 * The vector must have the dimension of the vocabulary. By cosine, a zero vector is near to nothing: the list is empty.
 */
export const nearest = (
  { table, dimension }: Embeddings,
  vector: ArrayLike<number>,
  { by, count, norm = normOfVector(vector), without = [], mayName = () => true }: NearestOptions,
): readonly Neighbour[] => {
  if (vector.length !== dimension)
    throw new RangeError(`${vector.length} components where the vocabulary has ${dimension}`);
  if (count < 1 || (by === "cosine" && norm === 0)) return [];
  const { norms, words } = table;
  const unnamed = new Set([...without].map(foldWord));
  const may = (row: number) => !unnamed.has(words[row]!) && mayName(words[row]!);
  const neighbours = scan(table, { vector: Float64Array.from(vector), by, count, may }).map(
    (row): Neighbour => {
      const product = dotProduct(vectorAt(table, row), vector);
      return { word: words[row]!, score: by === "cosine" ? toCosine(product, norm, norms[row]!) : product };
    },
  );
  // Figures in single floats can stand the other way round by a hair.
  return neighbours.sort((a, b) => b.score - a.score);
};
