import { cosineSimilarity } from "../../../math/cosine.ts";
import { rational, type Scalar } from "../../../math/scalar.ts";
import { compare, divide, multiply, subtract, sum } from "../../../math/scalar-arithmetic.ts";
import type { Vector } from "../../../math/vector.ts";
import type { Working } from "../../../math/working.ts";
import { certain } from "./certain.ts";
import { dotOf, sizeOf } from "./measures.ts";

/** Two vectors under a name, measured. */
export interface Measured {
  /** As it stands on a button: "b", or "a and b". */
  readonly name: string;
  readonly x: Vector;
  readonly y: Vector;
  readonly dot: Scalar;
  /** (‖x‖‖y‖)²: orders as the lengths do. */
  readonly lengths: Scalar;
  /** The square of the cosine with the cosine’s sign: orders as cosines do, and stays rational. */
  readonly likeness: Scalar;
  /** The square of the distance of the tips. */
  readonly gap: Scalar;
}

/** Measures two vectors without letters, neither of them a zero vector. */
export const measure = (name: string, x: Vector, y: Vector): Measured => {
  const [dot, xx, yy] = [dotOf(x, y), dotOf(x, x), dotOf(y, y)];
  const lengths = multiply(xx, yy);
  return {
    name,
    x,
    y,
    dot,
    lengths,
    likeness: divide(multiply(dot, sizeOf(dot)), lengths),
    gap: subtract(sum([xx, yy]), multiply(rational(2), dot)),
  };
};

/** The one with the largest value; undefined on a tie. */
export const largestBy = <T>(all: readonly T[], value: (each: T) => Scalar): T | undefined => {
  const [first, second] = all.toSorted((x, y) => compare(value(y), value(x)));
  return first !== undefined && second !== undefined && compare(value(first), value(second)) > 0
    ? first
    : undefined;
};

/** The cosine similarity of the two, worked out. */
export const cosineWorking = ({ x, y }: Pick<Measured, "x" | "y">): Working =>
  certain(cosineSimilarity(x, y));
