import { message } from "../base/message.ts";
import { err, ok, type Result } from "../base/result.ts";
import { angle } from "./cosine.ts";
import { normOf } from "./norm.ts";
import type { DimensionMismatch, NeedsNumbers } from "./problem.ts";
import type { Scalar } from "./scalar.ts";
import { lettersIn, type Vector } from "./vector.ts";

/** What an eye sees of arrows: how long they are, and how far apart in direction. */
export interface Measures {
  /** Euclidean norms, in the order of the vectors. */
  readonly norms: readonly Scalar[];
  /** Angles in degrees between each two that have a direction; positions are counted from 0. */
  readonly angles: readonly { readonly between: readonly [number, number]; readonly degrees: Scalar }[];
}

/** Measures vectors of one dimension without letters. */
export const measure = (vectors: readonly Vector[]): Result<Measures, DimensionMismatch | NeedsNumbers> => {
  const letters = lettersIn(vectors);
  if (letters.length > 0) return err({ kind: "needs-numbers", operation: message("plot"), letters });
  const angles: Measures["angles"][number][] = [];
  for (const [i, a] of vectors.entries()) {
    for (const [j, b] of vectors.entries()) {
      if (i >= j) continue;
      const between = angle(a, b);
      if (between.ok) angles.push({ between: [i, j], degrees: between.value.degrees });
      else if (between.problem.kind === "dimension-mismatch")
        return err({ ...between.problem, operation: message("comparison"), positions: [i + 1, j + 1] });
    }
  }
  return ok({ norms: vectors.map((vector) => normOf(vector)), angles });
};
