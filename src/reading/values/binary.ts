import { effortOfPower, pay } from "../../math/effort.ts";
import type { Expression } from "../../math/expression/expression.ts";
import { isVector, type Value } from "../../math/expression/value.ts";
import { combine, effortOfRule } from "../../math/expression-rules.ts";
import { isZero, rational, type Scalar, toFraction } from "../../math/scalar.ts";
import { termsOf } from "../../math/size.ts";
import type { TreeOf } from "../tree.ts";
import { type Conversion, type Converted, made, refuse } from "./conversion.ts";
import { convert } from "./convert.ts";
import { elementwise, matrixTimes } from "./products.ts";

type Binary = TreeOf<"binary">;

/** What stands on both sides of a sign, put together. */
export const convertBinary = (c: Conversion, tree: Binary): Converted | undefined => {
  if (tree.product === "matrix") return matrixTimes(c, tree, tree.left, tree.right);
  if (tree.product === "outer") return refuse(c, tree, "operation-not-offered");
  const left = convert(c, tree.left);
  const right = left && convert(c, tree.right);
  if (left === undefined || right === undefined) return undefined;
  if (tree.sign !== "/" && !pay(c.effort, 1)) return refuse(c, tree, "too-laborious");
  const parts = [left, right] as const;
  switch (tree.sign) {
    case "+":
      return fits(c, tree, parts) ? made(c, tree, { kind: "sum", terms: termsIn(parts) }, parts) : undefined;
    case "-":
      return fits(c, tree, parts)
        ? made(c, tree, { kind: "difference", left: left.expression, right: right.expression }, parts)
        : undefined;
    case "/":
      return quotientOf(c, tree, parts);
    case "^":
      return powerOf(c, tree, parts);
    case "*":
    case "·":
    case "×":
    case "@":
    case "∘":
    case "⊗":
    case "implicit":
      return productOf(c, tree, parts);
  }
};

type Pair = readonly [Converted, Converted];

/** a + b + c is one sum. */
const termsIn = ([left, right]: Pair): readonly Expression[] =>
  left.expression.kind === "sum"
    ? [...left.expression.terms, right.expression]
    : [left.expression, right.expression];

const fits = (c: Conversion, tree: Binary, [left, right]: Pair): boolean => {
  const [a, b] = [left.value, right.value];
  if (isVector(a) !== isVector(b)) refuse(c, tree, "number-and-vector");
  else if (isVector(a) && isVector(b) && a.length !== b.length) refuse(c, tree, "dimensions-differ");
  return c.fault === undefined;
};

export const quotientOf = (c: Conversion, tree: Binary, [left, right]: Pair): Converted | undefined => {
  if (isVector(right.value)) return refuse(c, tree.right, "division-by-vector");
  if (isZero(right.value)) return refuse(c, tree, "division-by-zero");
  if (!canMultiply(c, left.value, right.value)) return refuse(c, tree, "too-laborious");
  return made(c, tree, { kind: "quotient", numerator: left.expression, denominator: right.expression }, [
    left,
    right,
  ]);
};

const two = rational(2);

const powerOf = (c: Conversion, tree: Binary, [left, right]: Pair): Converted | undefined => {
  if (isVector(left.value)) return refuse(c, tree, "power-of-vector");
  if (isVector(right.value)) return refuse(c, tree.right, "number-expected");
  if (!pay(c.effort, effortOfRule("power", [left.value, right.value])))
    return refuse(c, tree, "too-laborious");
  const result = combine.power!(left.value, right.value);
  if (!result.ok) return refuse(c, tree, result.problem);
  const isSquare = toFraction(right.value)?.equals(two.terms[0]!.coefficient) === true;
  const expression: Expression = isSquare
    ? { kind: "square", of: left.expression }
    : { kind: "power", left: left.expression, right: right.expression };
  return { expression, value: result.value };
};

const productOf = (c: Conversion, tree: Binary, [left, right]: Pair): Converted | undefined => {
  const [a, b] = [left.value, right.value];
  if (!canMultiply(c, a, b)) return refuse(c, tree, "too-laborious");
  const sides = { left: left.expression, right: right.expression };
  if (!(isVector(a) && isVector(b)))
    return made(c, tree, { kind: "product", factors: [sides.left, sides.right] }, [left, right]);
  if (tree.product === "elementwise") return elementwise(c, tree, left, right);
  if (tree.product === "cross" && a.length === 3 && b.length === 3)
    return made(c, tree, { kind: "cross", ...sides }, [left, right]);
  if (tree.product !== "dot") return refuse(c, tree, "missing-sign");
  return a.length === b.length
    ? made(c, tree, { kind: "dot", ...sides }, [left, right])
    : refuse(c, tree, "dimensions-differ");
};

/** Pays for sums that are multiplied out, term by term; decimals and whole numbers cost nothing. */
export const canMultiply = (c: Conversion, a: Value, b: Value): boolean => {
  const most = (value: Value): number => Math.max(1, ...scalarsIn(value).map(termsOf));
  const count = Math.max(scalarsIn(a).length, scalarsIn(b).length);
  const price = most(a) * most(b) - 1;
  return pay(c.effort, price === 0 ? 0 : Math.max(price, Math.min(count, effortOfPower)));
};

const scalarsIn = (value: Value): readonly Scalar[] => (isVector(value) ? value : [value]);
