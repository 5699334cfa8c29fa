import { exponential } from "./exponential.ts";
import { Real } from "./real.ts";
import {
  approximate,
  asExpression,
  isSymbolic,
  type Numeric,
  rational,
  type Scalar,
  toReal,
} from "./scalar.ts";
import { divide, multiply, sum } from "./scalar-arithmetic.ts";
import { squareRoot } from "./square-root.ts";
import { sumOfProducts } from "./sum-of-products.ts";

/**
 * A formula as a tree. The printers in plain.ts, tex.ts and speech.ts show it; `evaluate` works it out, so that a test
 * can assert that a line of working equals the line above.
 */
export type Expression =
  | { readonly kind: "number"; readonly value: Numeric }
  /** A name that stands for another expression, as ‖a‖ is written for the norm of given numbers. */
  | { readonly kind: "name"; readonly name: string; readonly means: Expression }
  | { readonly kind: "vector"; readonly components: readonly Expression[] }
  | { readonly kind: "sum"; readonly terms: readonly Expression[] }
  | { readonly kind: "difference"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "product"; readonly factors: readonly Expression[] }
  | { readonly kind: "quotient"; readonly numerator: Expression; readonly denominator: Expression }
  | { readonly kind: "dot"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "norm"; readonly of: Expression }
  | { readonly kind: "root"; readonly of: Expression }
  | { readonly kind: "square"; readonly of: Expression }
  | { readonly kind: "apply"; readonly function: FunctionName; readonly of: Expression }
  /** An angle of so many radians, shown in degrees or in radians. */
  | { readonly kind: "angle"; readonly unit: AngleUnit; readonly shown: Scalar; readonly radians: Scalar }
  /** Components that are there but not shown one by one. */
  | { readonly kind: "folded"; readonly of: "components"; readonly items: readonly Expression[] }
  /** So many terms that are not shown one by one, and what they come to. */
  | { readonly kind: "folded"; readonly of: "terms"; readonly count: number; readonly total: () => Scalar };

export const functionNames = ["exp", "cos", "sin", "arccos", "softmax"] as const;

export type FunctionName = (typeof functionNames)[number];

export type AngleUnit = "degrees" | "radians";

/** What an expression is worth: a scalar, or the components of a vector. */
export type Value = Scalar | readonly Scalar[];

const isVector = (value: Value): value is readonly Scalar[] => Array.isArray(value);

/** The value of an expression; exact wherever scalars are. Throws a TypeError where kinds or dimensions do not fit. */
export const evaluate = (e: Expression): Value => {
  switch (e.kind) {
    case "number":
      return e.value;
    case "name":
      return evaluate(e.means);
    case "vector":
      return e.components.flatMap((c) =>
        c.kind === "folded" && c.of === "components" ? c.items.map(evaluateScalar) : [evaluateScalar(c)],
      );
    case "sum":
      return addAll(e.terms.map(evaluate));
    case "difference":
      return addAll([evaluate(e.left), timesValue(rational(-1), evaluate(e.right))]);
    case "product":
      return e.factors.map(evaluate).reduce(timesValues);
    case "quotient":
      return divideValue(evaluate(e.numerator), evaluateScalar(e.denominator));
    case "dot":
      return dotOf(evaluateVector(e.left), evaluateVector(e.right));
    case "norm": {
      const components = evaluateVector(e.of);
      return squareRoot(sumOfProducts(components, components));
    }
    case "root":
      return squareRoot(evaluateScalar(e.of));
    case "square": {
      const base = evaluateScalar(e.of);
      return multiply(base, base);
    }
    case "apply":
      return functions[e.function](evaluate(e.of));
    case "angle":
      return e.radians;
    case "folded":
      return e.of === "terms" ? e.total() : sum(e.items.map(evaluateScalar));
  }
};

export const evaluateScalar = (e: Expression): Scalar => {
  const value = evaluate(e);
  if (isVector(value)) throw new TypeError("A scalar was expected where a vector stands");
  return value;
};

export const evaluateVector = (e: Expression): readonly Scalar[] => {
  const value = evaluate(e);
  if (!isVector(value)) throw new TypeError("A vector was expected where a scalar stands");
  return value;
};

const sameDimension = (a: readonly Scalar[], b: readonly Scalar[]): void => {
  if (a.length !== b.length) throw new TypeError(`Dimensions ${a.length} and ${b.length} do not fit`);
};

const dotOf = (a: readonly Scalar[], b: readonly Scalar[]): Scalar => {
  sameDimension(a, b);
  return sumOfProducts(a, b);
};

const addAll = (values: readonly Value[]): Value => {
  if (!values.some(isVector)) return sum(values as readonly Scalar[]);
  const vectors = values.map((value) => {
    if (!isVector(value)) throw new TypeError("A scalar cannot be added to a vector");
    return value;
  });
  for (const other of vectors) sameDimension(vectors[0]!, other);
  return vectors[0]!.map((_, i) => sum(vectors.map((v) => v[i]!)));
};

const timesValue = (factor: Scalar, value: Value): Value =>
  isVector(value) ? value.map((component) => multiply(factor, component)) : multiply(factor, value);

const divideValue = (value: Value, divisor: Scalar): Value =>
  isVector(value) ? value.map((component) => divide(component, divisor)) : divide(value, divisor);

const timesValues = (a: Value, b: Value): Value => {
  if (!isVector(a)) return timesValue(a, b);
  if (!isVector(b)) return timesValue(b, a);
  throw new TypeError("Two vectors cannot be multiplied here; their dot product is a node of its own");
};

const functions: { readonly [F in FunctionName]: (of: Value) => Value } = {
  exp: (of) => approximate(exponential(of as Scalar)),
  cos: (of) => approximate(Real.cos(toReal(of as Scalar))),
  sin: (of) => approximate(Real.sin(toReal(of as Scalar))),
  arccos: (of) => approximate(Real.acos(toReal(of as Scalar))),
  softmax: (of) => {
    const scores = (of as readonly Scalar[]).map((score) => toReal(score));
    const largest = Real.max(...scores);
    const powers = scores.map((score) => Real.exp(score.minus(largest)));
    const total = powers.reduce((a, b) => a.plus(b), new Real(0));
    return powers.map((power) => approximate(power.div(total)));
  },
};

/** Whether a factor is a number without letters: 2×3, but a·b. */
export const isNumeral = (e: Expression): boolean =>
  e.kind === "square" ? isNumeral(e.of) : e.kind === "number" && !isSymbolic(e.value);

/** The numbers that stand in an expression when it is printed, from left to right. */
export const numbersIn = (e: Expression): readonly Numeric[] => {
  switch (e.kind) {
    case "number":
      return [e.value];
    case "name":
      return [];
    case "vector":
      return e.components.flatMap(numbersIn);
    case "sum":
      return e.terms.flatMap(numbersIn);
    case "product":
      return e.factors.flatMap(numbersIn);
    case "folded":
      return [];
    case "difference":
    case "dot":
      return [e.left, e.right].flatMap(numbersIn);
    case "quotient":
      return [e.numerator, e.denominator].flatMap(numbersIn);
    case "norm":
    case "root":
    case "square":
    case "apply":
      return numbersIn(e.of);
    case "angle":
      return numbersIn(asExpression(e.shown));
  }
};
