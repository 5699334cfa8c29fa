import type { Embeddings } from "./embeddings.ts";
import { vectorsOf } from "./mean.ts";
import { dotProduct } from "./measures.ts";

export interface PlanePoint {
  readonly word: string;
  readonly x: number;
  readonly y: number;
}

/** Words as points of a plane, laid through their vectors so that it shows as much of their spread as a plane can. */
export interface Plane {
  readonly points: readonly PlanePoint[];
  /** What share of the variance of the vectors each axis shows, and both together: 0 to 1. */
  readonly shares: readonly [number, number];
  readonly share: number;
  /** The words left out, for they are not in the vocabulary. */
  readonly leftOut: readonly string[];
}

/**
 * Principal component analysis of the raw vectors of some words, centred on their mean: the two directions along which
 * they vary most are the axes, in the units of the components. Which end of an axis is which is arbitrary; here the
 * first word that is off the middle has a positive place. Undefined for fewer than three different words of the vocabulary.
 *
 * The words are few and their components many, so the axes are found from the dot products of the n centred vectors,
 * G = XXᵀ: where Gu = λu and ‖u‖ = 1, the places of the words along an axis are √λ u, and λ is its share of the trace.
 */
export const toPlane = (embeddings: Embeddings, words: readonly string[]): Plane | undefined => {
  const { known, unknown } = vectorsOf(embeddings, words);
  const different = [...new Map(known.map((one) => [one.word, one])).values()];
  if (different.length < 3) return undefined;
  const rows = centred(different.map(({ vector }) => vector));
  const products = rows.map((row) => rows.map((other) => dotProduct(row, other)));
  const spread = traceOf(products);
  const x = strongest(products);
  const y = strongest(
    products.map((row, i) =>
      row.map((product, j) => product - x.strength * x.direction[i]! * x.direction[j]!),
    ),
  );
  const [first, second] = [shareOf(x, spread), shareOf(y, spread)];
  const [xs, ys] = [placesAlong(x), placesAlong(y)];
  return {
    points: different.map(({ word }, i) => ({ word, x: xs[i]!, y: ys[i]! })),
    shares: [first, second],
    share: first + second,
    leftOut: unknown,
  };
};

const centred = (vectors: readonly Float32Array[]): readonly Float64Array[] => {
  const middle = Array.from(
    vectors[0]!,
    (_, i) => vectors.reduce((sum, vector) => sum + vector[i]!, 0) / vectors.length,
  );
  return vectors.map((vector) => Float64Array.from(vector, (component, i) => component - middle[i]!));
};

/** An eigenvector of length 1 and its eigenvalue. */
interface Axis {
  readonly direction: readonly number[];
  readonly strength: number;
}

/** A matrix with a row for each word, and the same columns as rows. */
type Symmetric = readonly (readonly number[])[];

/** Directions whose strengths differ by less than a ten-thousandth part may stay mixed: either shows as much as the other. */
const squarings = 16;

/**
 * The strongest eigenvector of a symmetric matrix without negative eigenvalues. Power iteration multiplies a vector by
 * the matrix again and again, which turns it towards the strongest; squared sixteen times over, the matrix does 65,536
 * such steps at once, and each of its rows that is not zero lies along it.
 */
const strongest = (matrix: Symmetric): Axis => {
  let power = scaled(matrix);
  for (let i = 0; i < squarings; i += 1)
    power = scaled(power.map((row) => power.map((other) => dotProduct(row, other))));
  const heaviest = power.reduce((best, row, i) => (row[i]! > power[best]![best]! ? i : best), 0);
  const along = power[heaviest]!;
  const length = Math.hypot(...along);
  const direction = length === 0 ? along : along.map((part) => part / length);
  const turned = matrix.map((row) => dotProduct(row, direction));
  return { direction, strength: Math.max(0, dotProduct(direction, turned)) };
};

/** Divided by its trace, so that no power of it grows or vanishes. */
const scaled = (matrix: Symmetric): Symmetric => {
  const trace = traceOf(matrix);
  return trace === 0 ? matrix : matrix.map((row) => row.map((part) => part / trace));
};

const traceOf = (matrix: Symmetric): number => matrix.reduce((sum, row, i) => sum + row[i]!, 0);

const shareOf = ({ strength }: Axis, spread: number): number => (spread === 0 ? 0 : strength / spread);

const placesAlong = ({ direction, strength }: Axis): readonly number[] => {
  const sign = Math.sign(direction.find((part) => part !== 0) ?? 1);
  return direction.map((part) => part * Math.sqrt(strength) * sign);
};
