import { Fraction } from "fraction.js";
import * as z from "zod";
import { err, map, ok, type Result } from "../base/result.ts";
import { numberToPlain } from "../math/expression/plain.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { work } from "../math/operations/work.ts";
import { Real } from "../math/real.ts";
import { approximate, asExpression, fromFraction } from "../math/scalar.ts";
import { softmax as softmaxOf, sumAsShown } from "../math/softmax.ts";
import { lettersIn, type Vector } from "../math/vector.ts";
import { toExpression } from "../math/working.ts";
import { namedResults } from "../present/measured.ts";
import { weightsPicture } from "../present/pictures/contributions.ts";
import type { WorkedOut } from "../present/worked-out.ts";
import type { Problem } from "../problem.ts";
import { message, say } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const softmax = vectorCommand({
  name: "softmax",
  operation: "softmax",
  title: message("Softmax"),
  summary: message("Turn scores into weights that are positive and sum to 1"),
  examples: ["1,2,3", "-9,-8,-7"],
  phrases: {
    en: ["softmax", "soft max"],
    de: ["softmax", "soft max"],
    es: ["softmax", "soft max"],
  },
  count: 1,
  next: [],
  further: {
    temperature: z
      .number()
      .min(0.01)
      .max(1_000)
      .optional()
      .meta({ description: message("What the scores are divided by first, 0.01 to 1000") }),
  },
  workOut: ([scores], style, { temperature }) =>
    typeof temperature === "number" && temperature !== 1
      ? cooled(scores!, temperature, style)
      : map(softmaxOf(scores!), (working) => {
          const shown = sumAsShown(working.value, style.digits);
          const note = shown.equals(new Real(1))
            ? say("The weights are positive and sum to 1.")
            : say("The weights sum to 1; rounded as shown they add up to {sum}.", {
                sum: numberToPlain(approximate(shown), { ...style, digits: 15 }),
              });
          return {
            workings: [{ working }],
            value: working.value,
            meaning: [
              say("{note} Taking the largest score from every score first changes no weight.", { note }),
            ] as const,
            pictures: weightsPicture(scores!, style),
          };
        }),
});

/** The softmax of the scores divided by a temperature. */
const cooled = (scores: Vector, temperature: number, style: NumberStyle): Result<WorkedOut, Problem> => {
  const letters = lettersIn([scores]);
  if (letters.length > 0) return err({ kind: "needs-numbers", operation: message("softmax"), letters });
  const heat = asExpression(fromFraction(new Fraction(temperature)));
  const working = work(
    {
      kind: "apply",
      function: "softmax",
      of: { kind: "quotient", numerator: toExpression(scores), denominator: heat },
    },
    style.notation,
  );
  return ok({
    workings: [{ working }],
    value: working.value,
    meaning: [say(namedResults.softmax.meaning)],
  });
};
