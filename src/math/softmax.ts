import { message } from "../base/message.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type Expression, evaluateScalar } from "./expression/expression.ts";
import type { NeedsNumbers } from "./problem.ts";
import { Real } from "./real.ts";
import { asExpression, type Scalar, toReal } from "./scalar.ts";
import { compare, divide, sum } from "./scalar-arithmetic.ts";
import { lettersIn, type Vector } from "./vector.ts";
import { toExpression, vectorExpression, vectorLike, type Working, workThrough } from "./working.ts";

/**
 * The softmax of a vector of scores: weight i is exp(xᵢ − m)/Σⱼ exp(xⱼ − m), where m is the largest score. Taking m
 * away changes no weight and keeps every exponential within range. The weights are positive and sum to 1.
 */
export const softmax = (scores: Vector): Result<Working<Vector>, NeedsNumbers> => {
  const found = known.get(scores);
  if (found !== undefined) return found;
  const result = workOut(scores);
  known.set(scores, result);
  return result;
};

/** An answer tells of the same weights in words and in a picture. */
const known = new WeakMap<Vector, Result<Working<Vector>, NeedsNumbers>>();

const workOut = (scores: Vector): Result<Working<Vector>, NeedsNumbers> => {
  const letters = lettersIn([scores]);
  if (letters.length > 0) return err({ kind: "needs-numbers", operation: message("softmax"), letters });
  const largest = scores.components.reduce((most, c) => (compare(c, most) > 0 ? c : most));
  const powers = scores.components.map(
    (c): Expression => ({ kind: "apply", function: "exp", of: below(c, largest) }),
  );
  const total: Expression = { kind: "sum", terms: powers };
  const values = powers.map(evaluateScalar);
  const totalValue = sum(values);
  const weights = values.map((value) => divide(value, totalValue));
  return ok(
    workThrough(
      { kind: "apply", function: "softmax", of: toExpression(scores) },
      [scores],
      [
        {
          rule: "divide-by-sum",
          line: { kind: "quotient", numerator: { kind: "vector", components: powers }, denominator: total },
        },
        {
          rule: "work-out-powers",
          line: {
            kind: "quotient",
            numerator: vectorExpression(values),
            denominator: asExpression(totalValue),
          },
        },
        { rule: "component-by-component", line: vectorExpression(weights) },
      ],
      vectorLike(weights, scores),
    ),
  );
};

const below = (score: Scalar, largest: Scalar): Expression => ({
  kind: "difference",
  left: asExpression(score),
  right: asExpression(largest),
});

/** What the weights add up to once each is rounded to so many significant digits: 1, or a hair beside it. */
export const sumAsShown = (weights: Vector, digits: number): Real =>
  weights.components.reduce((total, w) => total.plus(toReal(w).toSignificantDigits(digits)), new Real(0));
