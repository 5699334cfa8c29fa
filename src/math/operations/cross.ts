import { message } from "../../base/message.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { type Expression, evaluateScalar } from "../expression/expression.ts";
import type { WrongDimension } from "../problem.ts";
import { asExpression } from "../scalar.ts";
import { dimensionOf, type Vector } from "../vector.ts";
import { toExpression, vectorExpression, vectorLike, type Working, workThrough } from "../working.ts";

/**
 * The cross product a×b = (a₂b₃ − a₃b₂, a₃b₁ − a₁b₃, a₁b₂ − a₂b₁) of two vectors of three components, as in
 * (1, 2, 3)×(4, 5, 6) = (2×6 − 3×5, 3×4 − 1×6, 1×5 − 2×4) = (12 − 15, 12 − 6, 5 − 8) = (−3, 6, −3). It is orthogonal
 * to both; its length is that of a times that of b times the sine of the angle between them.
 */
export const crossProduct = (a: Vector, b: Vector): Result<Working<Vector>, WrongDimension> => {
  const wrong = [a, b].findIndex((vector) => dimensionOf(vector) !== 3);
  const unfit = [a, b][wrong];
  if (unfit !== undefined)
    return err({
      kind: "wrong-dimension",
      operation: message("cross product"),
      vector: wrong + 1,
      dimension: dimensionOf(unfit),
      wanted: 3,
    });
  const product = (i: number, j: number): Expression => ({
    kind: "product",
    factors: [asExpression(a.components[i]!), asExpression(b.components[j]!)],
  });
  const difference = (left: Expression, right: Expression): Expression => ({
    kind: "difference",
    left,
    right,
  });
  const workedOut = (e: Expression): Expression => asExpression(evaluateScalar(e));
  const pairs = [
    [product(1, 2), product(2, 1)],
    [product(2, 0), product(0, 2)],
    [product(0, 1), product(1, 0)],
  ] as const;
  const products: Expression[] = pairs.map(([plus, minus]) => difference(plus, minus));
  const differences: Expression[] = pairs.map(([plus, minus]) =>
    difference(workedOut(plus), workedOut(minus)),
  );
  const values = differences.map(evaluateScalar);
  return ok(
    workThrough(
      { kind: "cross", left: toExpression(a), right: toExpression(b) },
      [a, b],
      [
        { rule: "component-by-component", line: { kind: "vector", components: products } },
        { rule: "work-out-products", line: { kind: "vector", components: differences } },
        { rule: "simplify", line: vectorExpression(values) },
      ],
      vectorLike(values, a, b),
    ),
  );
};
