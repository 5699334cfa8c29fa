import { message } from "../base/message.ts";
import { err, ok, type Result } from "../base/result.ts";
import { cosineOf } from "./cosine.ts";
import { isZeroVector, normOf } from "./norm.ts";
import { findMismatch } from "./partners.ts";
import type { DimensionMismatch, NeedsNumbers, ZeroVector } from "./problem.ts";
import type { Scalar } from "./scalar.ts";
import { compare } from "./scalar-arithmetic.ts";
import { sumOfProducts } from "./sum-of-products.ts";
import { lettersIn, type Vector } from "./vector.ts";

/** One vector beside the first. */
export interface Candidate {
  readonly vector: Vector;
  /** Which vector it was, counted from 1; the first candidate is 2. */
  readonly position: number;
  readonly dot: Scalar;
  readonly norm: Scalar;
  readonly cosine: Scalar;
}

/** Two candidates that the dot product and the cosine put in opposite orders. */
export interface Disagreement {
  readonly byDot: Candidate;
  readonly byCosine: Candidate;
}

export interface Comparison {
  readonly query: Vector;
  /** The largest dot product first. */
  readonly byDot: readonly Candidate[];
  /** The largest cosine similarity first. */
  readonly byCosine: readonly Candidate[];
  /**
   * Pairs in which one has the larger dot product, the other the larger cosine. The first can only win by its norm:
   * a·c = ‖a‖‖c‖cos θ, and ‖a‖ is the same for all.
   */
  readonly disagreements: readonly Disagreement[];
}

/** Ranks vectors against the first, by dot product and by cosine similarity. */
export const compareWithFirst = (
  query: Vector,
  others: readonly Vector[],
): Result<Comparison, DimensionMismatch | ZeroVector | NeedsNumbers> => {
  const letters = lettersIn([query, ...others]);
  if (letters.length > 0) return err({ kind: "needs-numbers", operation: message("comparison"), letters });
  const candidates: Candidate[] = [];
  for (const [i, vector] of others.entries()) {
    const position = i + 2;
    const mismatch = findMismatch(message("comparison"), query, vector, [1, position]);
    if (mismatch !== undefined) return err(mismatch);
    if (isZeroVector(query) || isZeroVector(vector))
      return err({
        kind: "zero-vector",
        operation: message("comparison"),
        vector: isZeroVector(query) ? 1 : position,
      });
    candidates.push({
      vector,
      position,
      dot: sumOfProducts(query.components, vector.components),
      norm: normOf(vector),
      cosine: cosineOf(query, vector),
    });
  }
  const largestFirst = (by: "dot" | "cosine") => candidates.toSorted((x, y) => compare(y[by], x[by]));
  return ok({
    query,
    byDot: largestFirst("dot"),
    byCosine: largestFirst("cosine"),
    disagreements: candidates.flatMap((x) =>
      candidates
        .filter((y) => compare(x.dot, y.dot) > 0 && compare(x.cosine, y.cosine) < 0)
        .map((y): Disagreement => ({ byDot: x, byCosine: y })),
    ),
  });
};
