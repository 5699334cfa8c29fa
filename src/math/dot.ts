import { message } from "../base/message.ts";
import { err, ok, type Result } from "../base/result.ts";
import { linesOfSum } from "./long-sum.ts";
import { findMismatch } from "./partners.ts";
import type { DimensionMismatch } from "./problem.ts";
import { asExpression } from "./scalar.ts";
import { sumOfProducts } from "./sum-of-products.ts";
import type { Vector } from "./vector.ts";
import { toExpression, type Working, workThrough } from "./working.ts";

/**
 * The dot product a·b = a₁b₁ + … + aₙbₙ of two vectors of the same dimension, as in (2, 3, 4)·(1, 0, 2) =
 * 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10.
 *
 * Exact for rationals, roots and letters. Source: Giles Thomas, “An addendum to ‘the maths you need to start
 * understanding LLMs’”, 8 September 2025.
 */
export const dotProduct = (a: Vector, b: Vector): Result<Working, DimensionMismatch> => {
  const mismatch = findMismatch(message("dot product"), a, b);
  if (mismatch !== undefined) return err(mismatch);
  const [xs, ys] = [a.components, b.components];
  const value = sumOfProducts(xs, ys);
  const [pairs, products] = linesOfSum({
    count: xs.length,
    term: (i) => ({ kind: "product", factors: [asExpression(xs[i]!), asExpression(ys[i]!)] }),
    value,
    between: (from, to) => sumOfProducts(xs.slice(from, to), ys.slice(from, to)),
  });
  return ok(
    workThrough(
      { kind: "dot", left: toExpression(a), right: toExpression(b) },
      [a, b],
      [
        { rule: "multiply-partners", line: pairs },
        { rule: "work-out-products", line: products },
        { rule: "add-up", line: asExpression(value) },
      ],
      value,
    ),
  );
};
