import { asExpression, rational } from "../../../math/scalar.ts";
import { divide, multiply } from "../../../math/scalar-arithmetic.ts";
import type { Random } from "../../../random.ts";
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
  const told = (name: string, i: 0 | 1): string => `a·${name} = ${dots[i]} and ‖${name}‖ = ${norms[i]}`;
  const lines = long === "b" ? [told(long, 0), told(short, 1)] : [told(short, 1), told(long, 0)];
  const cosine = (i: 0 | 1) =>
    shown(asExpression(divide(rational(dots[i]), multiply(rational(2), rational(norms[i])))));
  return {
    prompt: [`You know ‖a‖ = 2, then ${lines.join(", and ")}. Which is more similar to a by cosine?`],
    right: short,
    wrong: {
      "dot-product-taken-for-cosine": [
        long,
        [
          `Its dot product is larger, but so is its length. Divide ${dots[0]} by ${norms[0]} before you compare.`,
        ],
      ],
      "length-taken-for-similarity": [long, [`${long} is longer. Length is just what a cosine divides out.`]],
    },
    hints: [
      ["A cosine is the dot product divided by both lengths."],
      ["The length of a stands under both, so it decides nothing."],
      ["Divide each dot product by the length of its own vector, and compare the two."],
    ],
    because: [`The cosine for ${short} is `, cosine(1), `, that for ${long} only `, cosine(0), "."],
    solve: inWords([
      `Divide by both lengths. For ${short}: ${dots[1]}/(2×${norms[1]}), which is `,
      cosine(1),
      `. For ${long}: ${dots[0]}/(2×${norms[0]}), which is `,
      cosine(0),
      ".",
    ]),
  };
};
