import { asExpression, rational } from "../../../math/scalar.ts";
import { divide, multiply } from "../../../math/scalar-arithmetic.ts";
import type { Random } from "../../../random.ts";
import { say, sayParts } from "../../../say.ts";
import { shown } from "../../markdown.ts";
import { drawUntil, someWholes } from "../facts/draw.ts";
import { inWords, type Phrased } from "./phrased.ts";

/** Only lengths and dot products are told, and the longer one has the larger dot product. */
export const fromLengths = (
  random: Random,
): Phrased<"dot-product-taken-for-cosine" | "length-taken-for-similarity"> => {
  const { dots, norms } = drawUntil(() => {
    const norms = someWholes(random, 2, 2, 9) as [number, number];
    const dots = norms.map((norm) => random.whole(1, 2 * norm)) as [number, number];
    // The wrong one must have the larger dot product and the greater length.
    return dots[0] > dots[1] && dots[0] * norms[1] < dots[1] * norms[0] ? { dots, norms } : undefined;
  });
  const [long, short] = random.shuffle(["b", "c"]) as [string, string];
  const told = (name: string, i: 0 | 1): string =>
    say("a·{name} = {dot} and ‖{name}‖ = {norm}", { name, dot: dots[i], norm: norms[i] });
  const lines = long === "b" ? [told(long, 0), told(short, 1)] : [told(short, 1), told(long, 0)];
  const cosine = (i: 0 | 1) =>
    shown(asExpression(divide(rational(dots[i]), multiply(rational(2), rational(norms[i])))));
  return {
    prompt: [
      say("You know ‖a‖ = 2, then {first}, and {second}. Which is more similar to a by cosine?", {
        first: lines[0]!,
        second: lines[1]!,
      }),
    ],
    right: short,
    wrong: {
      "dot-product-taken-for-cosine": [
        long,
        [
          say("Its dot product is larger, but so is its length. Divide {dot} by {norm} before you compare.", {
            dot: dots[0],
            norm: norms[0],
          }),
        ],
      ],
      "length-taken-for-similarity": [
        long,
        [say("{long} is longer. Length is just what a cosine divides out.", { long })],
      ],
    },
    hints: [
      [say("A cosine is the dot product divided by both lengths.")],
      [say("The length of a stands under both, so it decides nothing.")],
      [say("Divide each dot product by the length of its own vector, and compare the two.")],
    ],
    because: sayParts("The cosine for {short} is {larger}, that for {long} only {smaller}.", {
      short,
      larger: cosine(1),
      long,
      smaller: cosine(0),
    }),
    solve: inWords(
      sayParts(
        "Divide by both lengths. For {short}: {shortDot}/(2×{shortNorm}), which is {larger}. For {long}: {longDot}/(2×{longNorm}), which is {smaller}.",
        {
          short,
          shortDot: dots[1],
          shortNorm: norms[1],
          larger: cosine(1),
          long,
          longDot: dots[0],
          longNorm: norms[0],
          smaller: cosine(0),
        },
      ),
    ),
  };
};
