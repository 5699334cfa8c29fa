import * as z from "zod";
import { readVectors } from "../math/read-vectors.ts";
import type { Vector } from "../math/vector.ts";
import { vectorToText } from "../present/vector.ts";
import type { Problem } from "../problem.ts";

/** A free text that holds from `least` to `most` vectors, read in any of the usual spellings. */
export const vectorsOption = (what: string, least: number, most: number = least) =>
  z
    .string()
    .transform((text, context): readonly Vector[] => {
      const report = (problem: Problem) => {
        context.addIssue({ code: "custom", message: problem.kind, params: { problem } });
        return z.NEVER;
      };
      const read = readVectors(text);
      if (!read.ok) return report(read.problem);
      const vectors = read.value;
      if (vectors.length >= least && vectors.length <= most) return vectors;
      return report({ kind: "wrong-count", least, most, read: vectors.map(vectorToText) });
    })
    .meta({ description: what, reads: "vectors" });

/** Whether the whole working is shown with reasons. */
export const showOption = z
  .enum(["answer", "steps"])
  .default("answer")
  .meta({ description: "How much of the working to show" });

/** Significant digits of rounded numbers. */
export const digitsOption = z
  .int()
  .min(1)
  .max(15)
  .default(4)
  .meta({ description: "Significant digits of rounded numbers, 1 to 15" });
