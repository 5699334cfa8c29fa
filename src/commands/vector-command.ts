import * as z from "zod";
import { map, type Result } from "../base/result.ts";
import type { NumberStyle } from "../math/number-text.ts";
import type { Vector } from "../math/vector.ts";
import { styleFor } from "../present/formula.ts";
import { showWorkedOut, type WorkedOut } from "../present/worked-out.ts";
import type { Problem } from "../problem.ts";
import { message } from "../say.ts";
import { type Command, defineCommand } from "./command.ts";
import { steps, withNextSteps } from "./next-steps.ts";
import { digitsOption, showOption, vectorsOption } from "./option.ts";

/** A command that works something out about a fixed number of vectors. */
export interface VectorOperation
  extends Pick<Command, "name" | "summary" | "examples">,
    Partial<Pick<Command, "aliases" | "phrases" | "needs" | "offer" | "weight">> {
  /** What the answer is called: "Dot product". */
  readonly title: string;
  readonly count: 1 | 2;
  /** What may be done next with the same vectors, beside showing each step and changing them. */
  readonly next: readonly string[];
  readonly workOut: (vectors: readonly Vector[], style: NumberStyle) => Result<WorkedOut, Problem>;
}

/** Makes the command: one free text for the vectors, how much to show, how many digits. */
export const vectorCommand = (operation: VectorOperation): Command => {
  const { title, count, next, workOut, ...described } = operation;
  return defineCommand({
    ...described,
    audience: "everyone",
    options: z.object({
      vectors: vectorsOption(
        count === 1
          ? message("The vector, for example {example}")
          : message("The two vectors, for example {example}"),
        count,
        count,
        operation.examples[0],
      ),
      show: showOption,
      digits: digitsOption,
    }),
    run: ({ vectors, show, digits }, { given, commands }) => {
      const style = styleFor(vectors, digits);
      const withSteps = show === "steps";
      return map(workOut(vectors, style), (workedOut) =>
        withNextSteps(
          showWorkedOut(title, workedOut, vectors, style, withSteps),
          { command: described.name, given, vectors, commands },
          withSteps ? next : [steps, ...next],
        ),
      );
    },
  });
};
