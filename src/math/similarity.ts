import type { DimensionMismatch, NeedsNumbers } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";
import { type Angle, angle, cosineSimilarity } from "./cosine.ts";
import { dotProduct } from "./dot.ts";
import { isZeroVector, norm } from "./norm.ts";
import { compare, divide, multiply, type Real, type Scalar, signOf, sum, toReal } from "./scalar.ts";
import { lettersIn, type Vector } from "./vector.ts";
import type { Working } from "./working.ts";

/** How two vectors lie to one another. Steps of 30° between 0° and 180°, with the exact cases apart. */
export type Lie =
  | "same-direction"
  | "close"
  | "leaning-together"
  | "nearly-orthogonal"
  | "orthogonal"
  | "leaning-apart"
  | "nearly-opposite"
  | "opposite";

/** What one pair of components adds to the dot product. */
export interface Contribution {
  /** Counted from 1. */
  readonly position: number;
  readonly a: Scalar;
  readonly b: Scalar;
  readonly product: Scalar;
}

/** The account of how similar two vectors are, and why. */
export interface Similarity {
  readonly dot: Working;
  /** One for each component; they sum to the dot product. */
  readonly contributions: readonly Contribution[];
  readonly norms: readonly [Scalar, Scalar];
  /** The larger norm over the smaller; undefined when one of them is 0. */
  readonly ratio?: Real;
  /** Absent when a zero vector is among the two: it has no direction. */
  readonly direction?: Direction;
}

export interface Direction {
  readonly cosine: Working;
  readonly angle: Angle;
  readonly lie: Lie;
}

/** Up to this ratio two norms count as close, so that the dot product alone ranks fairly. */
export const closeRatio = 1.25;

/** Accounts for the similarity of two vectors of the same dimension without letters. */
export const accountForSimilarity = (
  a: Vector,
  b: Vector,
): Result<Similarity, DimensionMismatch | NeedsNumbers> => {
  const dot = dotProduct(a, b);
  if (!dot.ok) return err({ ...dot.problem, operation: "similarity" });
  const letters = lettersIn([a, b]);
  if (letters.length > 0) return err({ kind: "needs-numbers", operation: "similarity", letters });
  const contributions = a.components.map((component, i): Contribution => {
    const partner = b.components[i]!;
    return { position: i + 1, a: component, b: partner, product: multiply(component, partner) };
  });
  const norms: readonly [Scalar, Scalar] = [norm(a).value, norm(b).value];
  const facts = { dot: dot.value, contributions, norms };
  if (isZeroVector(a) || isZeroVector(b)) return ok(facts);
  const [cosine, between] = [cosineSimilarity(a, b), angle(a, b)];
  if (!cosine.ok || !between.ok) throw new TypeError("Two vectors with a direction have an angle");
  return ok({
    ...facts,
    ratio: ratioOf(...norms),
    direction: { cosine: cosine.value, angle: between.value, lie: lieOf(between.value.degrees) },
  });
};

/** The larger of two norms over the smaller: at least 1. Throws a RangeError when one of them is 0. */
export const ratioOf = (a: Scalar, b: Scalar): Real =>
  toReal(compare(a, b) >= 0 ? divide(a, b) : divide(b, a));

/** How two vectors lie whose angle has so many degrees. */
export const lieOf = (degrees: Scalar): Lie => {
  const angle = toReal(degrees);
  if (angle.isZero()) return "same-direction";
  if (angle.equals(90)) return "orthogonal";
  if (angle.equals(180)) return "opposite";
  if (angle.lessThan(30)) return "close";
  if (angle.lessThan(60)) return "leaning-together";
  if (angle.lessThanOrEqualTo(120)) return "nearly-orthogonal";
  return angle.lessThan(150) ? "leaning-apart" : "nearly-opposite";
};

/** The contributions by size, the largest first, and the exact sum of those beyond the first `most`. */
export const largestContributions = (
  contributions: readonly Contribution[],
  most: number,
): { readonly shown: readonly Contribution[]; readonly count: number; readonly rest: Scalar } => {
  const bySize = contributions.toSorted((x, y) =>
    toReal(y.product).abs().comparedTo(toReal(x.product).abs()),
  );
  const beyond = bySize.slice(most);
  return { shown: bySize.slice(0, most), count: beyond.length, rest: sum(beyond.map((c) => c.product)) };
};

/** The contribution that raises the dot product most, and the one that lowers it most. */
export const extremesOf = (
  contributions: readonly Contribution[],
): { readonly helps?: Contribution; readonly hurts?: Contribution } => {
  const sorted = contributions.toSorted((x, y) => compare(y.product, x.product));
  const [first, last] = [sorted[0], sorted.at(-1)];
  return {
    ...(first !== undefined && signOf(first.product) > 0 ? { helps: first } : {}),
    ...(last !== undefined && signOf(last.product) < 0 ? { hurts: last } : {}),
  };
};
