import { dotProduct } from "../../../math/dot.ts";
import { toPlain } from "../../../math/plain.ts";
import { rational } from "../../../math/scalar.ts";
import { negate } from "../../../math/scalar-arithmetic.ts";
import type { Vector } from "../../../math/vector.ts";
import type { Random } from "../../../random.ts";
import { certain } from "../facts/certain.ts";
import { drawUntil, someWholes, wholes } from "../facts/draw.ts";
import { largestBy, measure } from "../facts/measured-pairs.ts";
import { dotOf } from "../facts/measures.ts";
import { shownVector } from "../facts/shown.ts";
import { inWords, type Phrased } from "./phrased.ts";

/** Slips about scores: which key has the highest, and by what they are divided. */
export type ScoreSlip =
  | "length-taken-for-similarity"
  | "cosine-taken-for-dot-product"
  | "lowest-taken-for-highest"
  | "forgot-the-root"
  | "score-not-scaled"
  | "softmax-job-taken-for-scaling"
  | "scaling-taken-for-normalising"
  | "scaling-taken-for-saving";

/** Which key gets the most weight. */
export const bestKey = (random: Random): Phrased<ScoreSlip> =>
  drawUntil(() => {
    const [query, ...keys] = [
      wholes(random.whole(1, 5), random.whole(0, 5)),
      ...[0, 1, 2].map(() => wholes(...someWholes(random, 2, -3, 6))),
    ] as [Vector, ...Vector[]];
    if (keys.some((key) => key.components.every((c) => c.kind === "exact" && c.terms.length === 0)))
      return undefined;
    const all = keys.map((key, i) => measure(["the first", "the second", "the third"][i]!, query, key));
    const [best, longest, nearest, lowest] = [
      largestBy(all, ({ dot }) => dot),
      largestBy(all, ({ y }) => dotOf(y, y)),
      largestBy(all, ({ likeness }) => likeness),
      largestBy(all, ({ dot }) => negate(dot)),
    ];
    if (best === undefined || longest === undefined || nearest === undefined || lowest === undefined)
      return undefined;
    // One of the two traps has to be there.
    if (best === longest && best === nearest) return undefined;
    return {
      prompt: [
        "The query is ",
        shownVector(query),
        ", the keys are ",
        ...keys.flatMap((key, i) => [i === 0 ? "" : i === 1 ? ", " : " and ", shownVector(key)]),
        ". Which key gets the most weight?",
      ],
      right: best.name,
      wrong: {
        "length-taken-for-similarity": [
          longest.name,
          [
            "That key is the longest. It has to point along the query as well, or its dot product stays small.",
          ],
        ],
        "cosine-taken-for-dot-product": [
          nearest.name,
          [
            "That key has the best direction. But a score is a plain dot product, and in it length counts too.",
          ],
        ],
        "lowest-taken-for-highest": [
          lowest.name,
          ["That key has the lowest score, so it gets the least weight."],
        ],
      },
      hints: [
        ["A score is the dot product of the query with a key."],
        ["Dividing by √d and softmax both keep the order of the scores."],
        ["Work out the three dot products and compare them. Mind the signs."],
      ],
      because: ["It has the largest dot product with the query, and softmax keeps that order."],
      solve: () => ({
        workings: all.map(({ name, x, y }) => {
          const dot = certain(dotProduct(x, y));
          return { label: name, working: dot };
        }),
        words: [["The largest score gets the most weight."]],
      }),
    };
  });

/** What a scaled score is. */
export const scaledScore = (random: Random): Phrased<ScoreSlip> => {
  const root = random.whole(3, 12);
  const times = random.whole(2, 9);
  const [d, score] = [root * root, root * times];
  return {
    prompt: [`Queries and keys have ${d} components, and a score is ${score}. What goes into softmax?`],
    right: `${times}`,
    wrong: {
      "forgot-the-root": [
        toPlain({ kind: "number", value: rational(score, d) }),
        [`You divided by ${d}. Take its root first.`],
      ],
      "score-not-scaled": [`${score}`, ["That is the score itself. It is scaled before softmax."]],
      "scaling-taken-for-normalising": [
        "1",
        ["Scaling does not make anything one. It divides each score by the same number."],
      ],
    },
    hints: [
      ["Scores are scaled by the root of d, the number of components of a key."],
      [`Which number, times itself, is ${d}?`],
      ["Divide the score by that root."],
    ],
    because: [`√${d} is ${root}, and ${score} divided by ${root} is ${times}.`],
    solve: inWords([`The root of ${d} is ${root}. ${score}/${root} = ${times}.`]),
  };
};

/** What the division is good for. */
export const whyRoot = (random: Random): Phrased<ScoreSlip> => {
  const d = random.pick([16, 64, 100, 128, 256]);
  return {
    prompt: [`Queries and keys have ${d} components. Why does attention divide the scores by √${d}?`],
    right: "so that large scores do not let one key take nearly all",
    wrong: {
      "softmax-job-taken-for-scaling": [
        "so that the weights add up to 1",
        ["Softmax does that, whatever the scores are. Think of how far apart they lie."],
      ],
      "scaling-taken-for-normalising": [
        "so that queries and keys have length 1",
        ["√d depends on the number of components only, so lengths may still be any."],
      ],
      "scaling-taken-for-saving": [
        "so that fewer multiplications are needed",
        ["It is one operation more for each score. It is done for what softmax makes of the scores."],
      ],
    },
    hints: [
      [`A score adds up ${d} products. How large may such a sum become?`],
      ["Sums of d random products spread about like √d."],
      ["Softmax turns wide gaps between scores into very uneven weights."],
    ],
    because: [
      "Sums of many products lie far apart, and softmax makes the gaps wider still. Dividing keeps them in range.",
    ],
    solve: inWords([
      `Sums of ${d} random products spread about like √${d}. Divided by it, scores stay in one range for any d.`,
    ]),
  };
};
