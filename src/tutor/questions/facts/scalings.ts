import { letter, rational, type Scalar } from "../../../math/scalar.ts";
import { multiply } from "../../../math/scalar-arithmetic.ts";
import type { Random } from "../../../random.ts";
import { wholeButZero } from "./draw.ts";

/** A number made of vectors, and what these are scaled by. */
export interface Scaling {
  readonly of: "dot product" | "norm" | "cosine";
  /** What it is before. */
  readonly value: Scalar;
  /** What a is scaled by, and what b is; letters stand for positive numbers. */
  readonly factor: Scalar;
  readonly second?: Scalar;
}

export const dot = (random: Random, factor: number): Scaling => ({
  of: "dot product",
  value: rational(wholeButZero(random, -12, 12)),
  factor: rational(factor),
});

export const length = (random: Random, factor: Scalar): Scaling => ({
  of: "norm",
  value: rational(random.whole(2, 12)),
  factor,
});

export const cosine = (random: Random): Scaling => {
  const below = random.pick([4, 5, 7, 9]);
  return {
    of: "cosine",
    value: rational(wholeButZero(random, 1 - below, below - 1), below),
    factor: rational(random.pick([-5, -4, -3, -2, 2, 3, 4, 5])),
  };
};

export const both = (random: Random): Scaling => ({
  ...dot(random, random.pick([-4, -3, -2, 2, 3, 4])),
  second: rational(random.pick([-5, -3, 2, 3, 5])),
});

export const bothByLetter = (random: Random): Scaling => {
  const factor = multiply(rational(random.pick([-3, -2, 2, 3])), letter(random.pick(["k", "t"])));
  return { ...dot(random, 1), factor, second: factor };
};

/** Whether a factor is negative. Its letters are positive. */
export const isMinus = (x: Scalar): boolean => x.kind === "exact" && x.terms[0]?.coefficient.s === -1n;

/** 1 or −1, as the factor’s sign is. */
export const signAs = (x: Scalar): Scalar => rational(isMinus(x) ? -1 : 1);

/** The factor without its sign. */
export const positiveOf = (x: Scalar): Scalar => multiply(x, signAs(x));
