import { message } from "../base/message.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type Contributions, contributionsOf } from "./contributions.ts";
import { type Angle, angle, cosineSimilarity } from "./cosine.ts";
import { dotProduct } from "./dot.ts";
import { isZeroVector } from "./norm.ts";
import type { DimensionMismatch, NeedsNumbers } from "./problem.ts";
import { type Real, Rough } from "./real.ts";
import { isZero, rational, type Scalar, signOf, toReal } from "./scalar.ts";
import { compare, divide, multiply, negate } from "./scalar-arithmetic.ts";
import { squareRoot } from "./square-root.ts";
import { sumOfProducts } from "./sum-of-products.ts";
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

/** How long two vectors are. */
export interface Lengths {
  readonly norms: readonly [Scalar, Scalar];
  /** The larger norm over the smaller; undefined when one of them is 0. */
  readonly ratio?: Real;
}

/** The account of how similar two vectors are, and why. */
export interface Similarity extends Lengths {
  readonly dot: Working;
  /** One for each component; they sum to the dot product. */
  readonly contributions: Contributions;
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
  if (!dot.ok) return err({ ...dot.problem, operation: message("similarity") });
  const letters = lettersIn([a, b]);
  if (letters.length > 0) return err({ kind: "needs-numbers", operation: message("similarity"), letters });
  const lengths = lengthsOf(a, b);
  const facts = { dot: dot.value, contributions: contributionsOf(a, b), ...lengths };
  if (isZeroVector(a) || isZeroVector(b)) return ok(facts);
  const [cosine, between] = [cosineSimilarity(a, b), angle(a, b)];
  if (!cosine.ok || !between.ok) throw new TypeError("Two vectors with a direction have an angle");
  return ok({
    ...facts,
    direction: { cosine: cosine.value, angle: between.value, lie: lieBetween(a, b) },
  });
};

/** The norms of two vectors without letters, and their ratio. */
export const lengthsOf = (a: Vector, b: Vector): Lengths => {
  const squares = [dotOf(a, a), dotOf(b, b)] as const;
  const norms: readonly [Scalar, Scalar] = [squareRoot(squares[0]), squareRoot(squares[1])];
  if (norms.some(isZero)) return { norms };
  const [larger, smaller] = compare(...squares) >= 0 ? norms : [norms[1], norms[0]];
  return { norms, ratio: toReal(divide(larger, smaller), Rough) };
};

/** The squares of the cosines of 30° and 60°. */
const [cosineOf30, cosineOf60] = [rational(3, 4), rational(1, 4)];

/**
 * How two vectors with a direction lie to one another. (a·b)² is compared with shares of ‖a‖²‖b‖², which is exact and
 * needs neither roots nor an angle.
 */
export const lieBetween = (a: Vector, b: Vector): Lie => {
  const ab = dotOf(a, b);
  const sign = signOf(ab);
  if (sign === 0) return "orthogonal";
  const most = multiply(dotOf(a, a), dotOf(b, b));
  const square = multiply(ab, ab);
  if (compare(square, most) === 0) return sign > 0 ? "same-direction" : "opposite";
  const [from30, from60] = [cosineOf30, cosineOf60].map((share) => compare(square, multiply(share, most)));
  if (sign > 0) {
    if (from30! > 0) return "close";
    return from60! > 0 ? "leaning-together" : "nearly-orthogonal";
  }
  if (from60! <= 0) return "nearly-orthogonal";
  return from30! < 0 ? "leaning-apart" : "nearly-opposite";
};

const dotOf = (a: Vector, b: Vector): Scalar => sumOfProducts(a.components, b.components);

/** How far the dot product alone tells the similarity of two vectors. */
export type Judgement =
  /** The lengths are close, or the dot product is 0 at any length. */
  | "fair"
  /** One of the two scores more than the other does with itself, although it points elsewhere: its length did it. */
  | "overrates"
  /** They point the same way, nearly or exactly, but one is so short that the dot product is small. */
  | "underrates"
  /** The lengths differ, without either of these. */
  | "unsure";

/** Whether the dot product alone would have misled; for two vectors with a direction. */
export const judge = (a: Vector, b: Vector, { dot, ratio }: Similarity): Judgement => {
  if (signOf(dot.value) === 0 || ratio === undefined || ratio.lessThanOrEqualTo(closeRatio)) return "fair";
  const lie = lieBetween(a, b);
  if (lie === "same-direction" || lie === "opposite") return "underrates";
  const [aa, bb] = [dotOf(a, a), dotOf(b, b)];
  const shorter = compare(aa, bb) < 0 ? aa : bb;
  const size = signOf(dot.value) < 0 ? negate(dot.value) : dot.value;
  if (compare(size, shorter) > 0) return signOf(dot.value) > 0 ? "overrates" : "unsure";
  return lie === "close" || lie === "nearly-opposite" ? "underrates" : "unsure";
};
