import { message } from "../base/message.ts";
import { err, ok, type Result } from "../base/result.ts";
import { dotProduct } from "./dot.ts";
import type { Expression } from "./expression/expression.ts";
import { isZeroVector, norm, normOf } from "./norm.ts";
import type { DimensionMismatch, NeedsNumbers, ZeroVector } from "./problem.ts";
import { Real } from "./real.ts";
import { approximate, asExpression, rational, type Scalar, signOf, toFraction, toReal } from "./scalar.ts";
import { compare, divide, multiply, subtract } from "./scalar-arithmetic.ts";
import { sumOfProducts } from "./sum-of-products.ts";
import { lettersIn, type Vector } from "./vector.ts";
import { type Working, workThrough } from "./working.ts";

/**
 * The cosine similarity a·b/(‖a‖‖b‖) of two vectors of the same dimension: the dot product they would have at norm 1,
 * which is the cosine of the angle between them. Between −1 and 1. Source: Giles Thomas, “An addendum to ‘the maths
 * you need to start understanding LLMs’”, 8 September 2025.
 */
export const cosineSimilarity = (a: Vector, b: Vector): Result<Working, DimensionMismatch | ZeroVector> => {
  const dot = dotProduct(a, b);
  if (!dot.ok) return err({ ...dot.problem, operation: message("cosine similarity") });
  const zeroAt = [a, b].findIndex(isZeroVector);
  if (zeroAt >= 0)
    return err({ kind: "zero-vector", operation: message("cosine similarity"), vector: zeroAt + 1 });
  const [normA, normB] = [norm(a), norm(b)];
  const over = (numerator: Expression, left: Expression, right: Expression): Expression => ({
    kind: "quotient",
    numerator,
    denominator: { kind: "product", factors: [left, right] },
  });
  const subject = over(dot.value.subject, normA.subject, normB.subject);
  const numbers = over(asExpression(dot.value.value), asExpression(normA.value), asExpression(normB.value));
  const value = quotientOf(dot.value.value, normA.value, normB.value);
  return ok(
    workThrough(
      subject,
      [a, b],
      [
        { rule: "put-in-numbers", line: numbers, asides: [dot.value, normA, normB] },
        { rule: "simplify", line: asExpression(value) },
      ],
      value,
    ),
  );
};

/** The cosine similarity alone of two vectors with a direction, without the working. */
export const cosineOf = (a: Vector, b: Vector): Scalar =>
  quotientOf(sumOfProducts(a.components, b.components), normOf(a), normOf(b));

const quotientOf = (dot: Scalar, normA: Scalar, normB: Scalar): Scalar =>
  withinOne(divide(dot, multiply(normA, normB)));

/** Rounding in the 64th digit must not carry a cosine beyond ±1. */
const withinOne = (cosine: Scalar): Scalar => {
  if (cosine.kind !== "approximate") return cosine;
  if (compare(cosine, rational(1)) > 0) return rational(1);
  return compare(cosine, rational(-1)) < 0 ? rational(-1) : cosine;
};

export interface Angle {
  /** The angle between the vectors, in radians, from 0 to π. */
  readonly radians: Scalar;
  readonly degrees: Scalar;
  readonly working: Working;
}

/**
 * The angle between two vectors, as atan2(√(‖a‖²‖b‖² − (a·b)²), a·b): accurate for nearly parallel vectors too, where
 * the arc cosine of a rounded cosine loses half of its digits.
 */
export const angle = (a: Vector, b: Vector): Result<Angle, DimensionMismatch | ZeroVector | NeedsNumbers> => {
  const cosine = cosineSimilarity(a, b);
  if (!cosine.ok) return err({ ...cosine.problem, operation: message("angle") });
  const letters = lettersIn([a, b]);
  if (letters.length > 0) return err({ kind: "needs-numbers", operation: message("angle"), letters });
  const { radians, degrees } = angleBetween(a, b);
  const arccos: Expression = { kind: "apply", function: "arccos", of: asExpression(cosine.value.value) };
  const working = workThrough(
    { kind: "apply", function: "arccos", of: cosine.value.subject },
    [a, b],
    [
      { rule: "put-in-numbers", line: arccos, asides: [cosine.value] },
      { rule: "in-degrees", line: { kind: "angle", unit: "degrees", shown: degrees, radians } },
    ],
    radians,
  );
  return ok({ radians, degrees, working });
};

/** Cosines whose angle is a whole number of degrees: the square of the cosine, and the angle of the positive one. */
const wholeAngles: readonly (readonly [Scalar, number])[] = [
  [rational(0), 90],
  [rational(1, 4), 60],
  [rational(1, 2), 45],
  [rational(3, 4), 30],
  [rational(1), 0],
];

const angleBetween = (a: Vector, b: Vector): { radians: Scalar; degrees: Scalar } => {
  const dot = (x: Vector, y: Vector) => sumOfProducts(x.components, y.components);
  const ab = dot(a, b);
  const product = multiply(dot(a, a), dot(b, b));
  const square = multiply(ab, ab);
  const halfTurn = new Real(180);
  const pi = Real.acos(-1);
  for (const [cosineSquared, degrees] of wholeAngles) {
    if (toFraction(product) === undefined || compare(square, multiply(cosineSquared, product)) !== 0)
      continue;
    const turned = signOf(ab) < 0 ? 180 - degrees : degrees;
    return { radians: approximate(pi.times(turned).div(halfTurn)), degrees: rational(turned) };
  }
  const gram = toReal(subtract(product, square));
  const radians = Real.atan2((gram.isNegative() ? new Real(0) : gram).sqrt(), toReal(ab));
  return { radians: approximate(radians), degrees: approximate(radians.times(halfTurn).div(pi)) };
};
