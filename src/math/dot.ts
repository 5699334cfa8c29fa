import type { DimensionMismatch } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";
import { type Expression, evaluateScalar } from "./expression.ts";
import { toPlain, vectorToPlain } from "./plain.ts";
import { asExpression } from "./scalar.ts";
import { dimensionOf, type Vector } from "./vector.ts";
import { type Step, toExpression, type Working } from "./working.ts";

/**
 * The dot product a·b = a₁b₁ + … + aₙbₙ of two vectors of the same dimension, as in (2, 3, 4)·(1, 0, 2) =
 * 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10.
 *
 * Exact for rationals, roots and letters. Source: Giles Thomas, “An addendum to ‘the maths you need to start
 * understanding LLMs’”, 8 September 2025.
 */
export const dotProduct = (a: Vector, b: Vector): Result<Working, DimensionMismatch> => {
  if (dimensionOf(a) !== dimensionOf(b)) return err(mismatch("dot product", a, b));
  const pairs = a.components.map(
    (component, i): Expression => ({
      kind: "product",
      factors: [asExpression(component), asExpression(b.components[i]!)],
    }),
  );
  const products = pairs.map(evaluateScalar);
  const value = evaluateScalar({ kind: "sum", terms: products.map(asExpression) });
  const steps: [Step, ...Step[]] = [{ rule: "multiply-partners", line: { kind: "sum", terms: pairs } }];
  const add = (step: Step) => {
    if (toPlain(step.line) !== toPlain(steps.at(-1)!.line)) steps.push(step);
  };
  add({ rule: "work-out-products", line: { kind: "sum", terms: products.map(asExpression) } });
  add({ rule: "add-up", line: asExpression(value) });
  return ok({
    subject: { kind: "dot", left: toExpression(a), right: toExpression(b) },
    given: [a, b],
    steps,
    value,
  });
};

const mismatch = (operation: string, a: Vector, b: Vector): DimensionMismatch => {
  const [shorter, longer] = dimensionOf(a) < dimensionOf(b) ? [a, b] : [b, a];
  return {
    kind: "dimension-mismatch",
    operation,
    vectors: [vectorToPlain(a), vectorToPlain(b)],
    positions: [1, 2],
    dimensions: [dimensionOf(a), dimensionOf(b)],
    unpaired: longer.components.slice(dimensionOf(shorter)).map((c) => toPlain(asExpression(c))),
  };
};
