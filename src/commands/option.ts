import * as z from "zod";
import { err, type Result } from "../base/result.ts";
import { readVectors } from "../math/read-vectors.ts";
import type { Vector } from "../math/vector.ts";
import { vectorToText } from "../present/vector.ts";
import type { Problem } from "../problem.ts";
import { message } from "../say.ts";

/** From `least` to `most` vectors in any of the usual spellings. */
export const readCounted = (
  text: string,
  least: number,
  most: number,
): Result<readonly Vector[], Problem> => {
  const read = readVectors(text);
  if (!read.ok || (read.value.length >= least && read.value.length <= most)) return read;
  return err({ kind: "wrong-count", least, most, read: read.value.map(vectorToText) });
};

/**
 * A free text that holds from `least` to `most` vectors, read in any of the usual spellings. What it is for is a message,
 * in which an example may be named.
 */
export const vectorsOption = (what: string, least: number, most: number = least, example?: string) =>
  z
    .string()
    .transform((text, context): readonly Vector[] => {
      const report = (problem: Problem) => {
        context.addIssue({ code: "custom", message: problem.kind, params: { problem } });
        return z.NEVER;
      };
      const read = readCounted(text, least, most);
      return read.ok ? read.value : report(read.problem);
    })
    .meta({
      description: what,
      reads: "vectors",
      ...(example === undefined ? {} : { values: { example } }),
    });

/** Whether the whole working is shown with reasons. */
export const showOption = z
  .enum(["answer", "steps"])
  .default("answer")
  .meta({ description: message("How much of the working to show") });

/** Significant digits of rounded numbers. */
export const digitsOption = z
  .int()
  .min(1)
  .max(15)
  .default(4)
  .meta({ description: message("Significant digits of rounded numbers, 1 to 15") });
