import { map } from "../base/result.ts";
import { numberToPlain } from "../math/expression/plain.ts";
import { Real } from "../math/real.ts";
import { approximate } from "../math/scalar.ts";
import { softmax as softmaxOf, sumAsShown } from "../math/softmax.ts";
import { weightsPicture } from "../present/pictures/contributions.ts";
import { message, say } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const softmax = vectorCommand({
  name: "softmax",
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
  workOut: ([scores], style) =>
    map(softmaxOf(scores!), (working) => {
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
