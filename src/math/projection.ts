import { message } from "../base/message.ts";
import { err, ok, type Result } from "../base/result.ts";
import { scaleVector, subtractVectors } from "./arithmetic.ts";
import { dotProduct } from "./dot.ts";
import { type Expression, evaluateScalar } from "./expression/expression.ts";
import { isZeroVector, norm } from "./norm.ts";
import type { DimensionMismatch, ZeroVector } from "./problem.ts";
import { asExpression } from "./scalar.ts";
import type { Vector } from "./vector.ts";
import { toExpression, type Working, workThrough } from "./working.ts";

/** What becomes of a vector when it is split along another: a = projection + remainder. */
export interface Projection {
  /** a·b/‖b‖: how far a reaches in the direction of b; negative when it reaches the other way. */
  readonly scalar: Working;
  /** (a·b/b·b)·b: the part of a along b. */
  readonly vector: Working<Vector>;
  /** a less the part along b: orthogonal to b. */
  readonly remainder: Working<Vector>;
}

/**
 * The scalar projection and the vector projection of a onto b, and the orthogonal remainder. For (2, 3, 4) onto
 * (1, 0, 2): 10/√5, 2·(1, 0, 2) = (2, 0, 4) and (0, 3, 0). Nothing can be projected onto a zero vector.
 */
export const project = (a: Vector, b: Vector): Result<Projection, DimensionMismatch | ZeroVector> => {
  const dot = dotProduct(a, b);
  if (!dot.ok) return err({ ...dot.problem, operation: message("projection") });
  if (isZeroVector(b)) return err({ kind: "zero-vector", operation: message("projection"), vector: 2 });
  const square: Expression = { kind: "dot", left: toExpression(b), right: toExpression(b) };
  const fraction = (numerator: Expression, denominator: Expression): Expression => ({
    kind: "quotient",
    numerator,
    denominator,
  });
  const length = norm(b);
  const scalarLine = fraction(asExpression(dot.value.value), asExpression(length.value));
  const scalarValue = evaluateScalar(scalarLine);
  const factorLine = fraction(asExpression(dot.value.value), asExpression(evaluateScalar(square)));
  const scaled = scaleVector(evaluateScalar(factorLine), b);
  const along = (factor: Expression): Expression => ({ kind: "product", factors: [factor, toExpression(b)] });
  const remainder = subtractVectors(a, scaled.value);
  if (!remainder.ok) return remainder;
  return ok({
    scalar: workThrough(
      fraction(dot.value.subject, length.subject),
      [a, b],
      [
        { rule: "put-in-numbers", line: scalarLine, asides: [dot.value, length] },
        { rule: "simplify", line: asExpression(scalarValue) },
      ],
      scalarValue,
    ),
    vector: workThrough(
      along(fraction(dot.value.subject, square)),
      [a, b],
      [
        { rule: "put-in-numbers", line: along(factorLine) },
        { rule: "simplify", line: scaled.subject },
        ...scaled.steps,
      ],
      scaled.value,
    ),
    remainder: remainder.value,
  });
};
