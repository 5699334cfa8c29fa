import { evaluate } from "../../src/math/expression/expression.ts";
import type { Value } from "../../src/math/expression/value.ts";
import type { Chain, Relation } from "../../src/math/read-formula.ts";
import { type Scalar, toReal } from "../../src/math/scalar.ts";

/** How far apart two decimals of 64 digits may be that stand for the same number. */
const rounding = "1e-40";

const difference = (x: Scalar, y: Scalar) => toReal(x).minus(toReal(y));

const holdsBetween: Readonly<Record<Relation, (x: Scalar, y: Scalar) => boolean>> = {
  "=": (x, y) => difference(x, y).abs().lessThan(rounding),
  "≈": (x, y) => difference(x, y).abs().lessThan("0.01"),
  "≤": (x, y) => difference(x, y).lessThan(rounding),
  "≥": (x, y) => difference(x, y).greaterThan(`-${rounding}`),
  "<": (x, y) => difference(x, y).isNegative(),
  ">": (x, y) => difference(x, y).isPositive(),
};

const componentsOf = (value: Value): readonly Scalar[] => (Array.isArray(value) ? value : [value as Scalar]);

/** Whether every relation of a chain holds, worked out. */
export const holds = ({ parts, relations }: Chain): boolean => {
  const values = parts.map((part) => componentsOf(evaluate(part)));
  return relations.every((relation, i) => {
    const [left, right] = [values[i]!, values[i + 1]!];
    return left.length === right.length && left.every((x, n) => holdsBetween[relation](x, right[n]!));
  });
};
