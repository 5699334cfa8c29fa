import { message } from "../base/message.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type Expression, evaluateScalar, evaluateVector } from "./expression/expression.ts";
import { linesOfSum } from "./long-sum.ts";
import { findMismatch } from "./partners.ts";
import type { DimensionMismatch, ZeroVector } from "./problem.ts";
import { asExpression, isZero, rational, type Scalar } from "./scalar.ts";
import { divide, multiply } from "./scalar-arithmetic.ts";
import { squareRoot } from "./square-root.ts";
import { sumOfProducts } from "./sum-of-products.ts";
import type { Vector } from "./vector.ts";
import {
  type Step,
  toExpression,
  vectorExpression,
  vectorLike,
  type Working,
  workThrough,
} from "./working.ts";

/**
 * The Euclidean norm ‖a‖ = √(a₁² + … + aₙ²), as in ‖(2, 3, 4)‖ = √(4 + 9 + 16) = √29.
 *
 * Exact as a root; neither overflows nor underflows, as squares are exact or carry wide exponents.
 */
export const norm = (a: Vector): Working => {
  const square = sumOfProducts(a.components, a.components);
  const value = squareRoot(square);
  return workThrough({ kind: "norm", of: toExpression(a) }, [a], normSteps(a, square, value), value);
};

/** The norm alone, without the working. */
export const normOf = ({ components }: Vector): Scalar => squareRoot(sumOfProducts(components, components));

const normSteps = ({ components }: Vector, square: Scalar, value: Scalar): [Step, ...Step[]] => {
  const [squares, workedOut] = linesOfSum({
    count: components.length,
    term: (i) => ({ kind: "square", of: asExpression(components[i]!) }),
    value: square,
    between: (from, to) => sumOfProducts(components.slice(from, to), components.slice(from, to)),
  });
  const root = (of: Expression): Expression => ({ kind: "root", of });
  return [
    { rule: "square-components", line: root(squares) },
    { rule: "work-out-squares", line: root(workedOut) },
    { rule: "add-up", line: root(asExpression(square)) },
    { rule: "take-root", line: asExpression(value) },
  ];
};

/**
 * The unit vector a/‖a‖ with the direction of a. A zero vector has no direction.
 */
export const normalise = (a: Vector): Result<Working<Vector>, ZeroVector> => {
  if (isZeroVector(a)) return err({ kind: "zero-vector", operation: message("normalise"), vector: 1 });
  const length = norm(a);
  const subject: Expression = { kind: "quotient", numerator: toExpression(a), denominator: length.subject };
  const divided = a.components.map(
    (c): Expression => ({
      kind: "quotient",
      numerator: asExpression(c),
      denominator: asExpression(length.value),
    }),
  );
  const inverse = divide(rational(1), length.value);
  const components = a.components.map((c) => multiply(c, inverse));
  return ok(
    workThrough(
      subject,
      [a],
      [
        {
          rule: "put-in-numbers",
          line: { kind: "quotient", numerator: toExpression(a), denominator: asExpression(length.value) },
          asides: [length],
        },
        { rule: "component-by-component", line: { kind: "vector", components: divided } },
        { rule: "simplify", line: vectorExpression(components) },
      ],
      vectorLike(components, a),
    ),
  );
};

/**
 * The Euclidean distance ‖a − b‖ between the points that two vectors of the same dimension lead to.
 */
export const distance = (a: Vector, b: Vector): Result<Working, DimensionMismatch> => {
  const mismatch = findMismatch(message("distance"), a, b);
  if (mismatch !== undefined) return err(mismatch);
  const difference: Expression = { kind: "difference", left: toExpression(a), right: toExpression(b) };
  const between = vectorLike(evaluateVector(difference), a, b);
  const length = norm(between);
  return ok(
    workThrough(
      { kind: "norm", of: difference },
      [a, b],
      [{ rule: "component-by-component", line: length.subject }, ...length.steps],
      length.value,
    ),
  );
};

export const isZeroVector = (a: Vector): boolean => a.components.every(isZero);

/** The norm of a is 1, exactly. */
export const isUnitVector = (a: Vector): boolean => {
  const value = normOf(a);
  return isZero(
    evaluateScalar({ kind: "difference", left: asExpression(value), right: asExpression(rational(1)) }),
  );
};
