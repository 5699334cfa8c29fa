import { message } from "../base/message.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type Expression, evaluateVector } from "./expression/expression.ts";
import { findMismatch } from "./partners.ts";
import type { DimensionMismatch } from "./problem.ts";
import { asExpression, type Scalar } from "./scalar.ts";
import type { Vector } from "./vector.ts";
import { toExpression, vectorExpression, vectorLike, type Working, workThrough } from "./working.ts";

/** The sum a + b, component by component: (1, 2) + (3, 4) = (4, 6). */
export const addVectors = (a: Vector, b: Vector): Result<Working<Vector>, DimensionMismatch> =>
  componentwise(message("sum"), a, b, (left, right) => ({ kind: "sum", terms: [left, right] }));

/** The difference a − b, component by component: (3, 4) − (1, 2) = (2, 2). */
export const subtractVectors = (a: Vector, b: Vector): Result<Working<Vector>, DimensionMismatch> =>
  componentwise(message("difference"), a, b, (left, right) => ({ kind: "difference", left, right }));

/** The vector a scaled by a factor, component by component: 2·(1, 3) = (2, 6). */
export const scaleVector = (factor: Scalar, a: Vector): Working<Vector> => {
  const times = (of: Expression): Expression => ({ kind: "product", factors: [asExpression(factor), of] });
  return workThroughComponents(
    times(toExpression(a)),
    [a],
    a.components.map((c) => times(asExpression(c))),
  );
};

const componentwise = (
  operation: string,
  a: Vector,
  b: Vector,
  combine: (left: Expression, right: Expression) => Expression,
): Result<Working<Vector>, DimensionMismatch> => {
  const mismatch = findMismatch(operation, a, b);
  if (mismatch !== undefined) return err(mismatch);
  const components = a.components.map((c, i) => combine(asExpression(c), asExpression(b.components[i]!)));
  return ok(workThroughComponents(combine(toExpression(a), toExpression(b)), [a, b], components));
};

const workThroughComponents = (
  subject: Expression,
  given: readonly Vector[],
  components: readonly Expression[],
): Working<Vector> => {
  const line: Expression = { kind: "vector", components };
  const values = evaluateVector(line);
  return workThrough(
    subject,
    given,
    [
      { rule: "component-by-component", line },
      { rule: "simplify", line: vectorExpression(values) },
    ],
    vectorLike(values, ...given),
  );
};
