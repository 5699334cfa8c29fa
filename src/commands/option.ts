import * as z from "zod";
import type { Vector } from "../math/vector.ts";
import type { Problem } from "../problem.ts";
import type { Operation } from "../reading/tree.ts";
import { message } from "../say.ts";
import { readTypedVectors } from "./typed-vectors.ts";

/**
 * A free text that holds from `least` to `most` vectors, read in any of the usual spellings. What it is for is a message,
 * in which an example may be named. An expression of what the command itself works out holds its operands.
 */
export const vectorsOption = (
  what: string,
  least: number,
  most: number = least,
  example?: string,
  operation?: Operation,
) =>
  z
    .string()
    .transform((text, context): readonly Vector[] => {
      const report = (problem: Problem) => {
        context.addIssue({ code: "custom", message: problem.kind, params: { problem } });
        return z.NEVER;
      };
      const read = readTypedVectors(text, {
        least,
        most,
        ...(operation === undefined ? {} : { operation }),
      });
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
