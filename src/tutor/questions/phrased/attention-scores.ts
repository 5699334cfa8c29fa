import { dotProduct } from "../../../math/dot.ts";
import { toPlain } from "../../../math/expression/plain.ts";
import { rational } from "../../../math/scalar.ts";
import { negate } from "../../../math/scalar-arithmetic.ts";
import type { Vector } from "../../../math/vector.ts";
import { usualStyle } from "../../../number-style.ts";
import type { Random } from "../../../random.ts";
import { message, say, sayParts } from "../../../say.ts";
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

const ordinals = [message("the first"), message("the second"), message("the third")] as const;

/** Which key gets the most weight. */
export const bestKey = (random: Random): Phrased<ScoreSlip> =>
  drawUntil(() => {
    const [query, ...keys] = [
      wholes(random.whole(1, 5), random.whole(0, 5)),
      ...[0, 1, 2].map(() => wholes(...someWholes(random, 2, -3, 6))),
    ] as [Vector, ...Vector[]];
    if (keys.some((key) => key.components.every((c) => c.kind === "exact" && c.terms.length === 0)))
      return undefined;
    const all = keys.map((key, i) => measure(say(ordinals[i]!), query, key));
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
      prompt: sayParts(
        "The query is {query}, the keys are {first}, {second} and {third}. Which key gets the most weight?",
        {
          query: shownVector(query),
          first: shownVector(keys[0]!),
          second: shownVector(keys[1]!),
          third: shownVector(keys[2]!),
        },
      ),
      right: best.name,
      wrong: {
        "length-taken-for-similarity": [
          longest.name,
          [
            say(
              "That key is the longest. It has to point along the query as well, or its dot product stays small.",
            ),
          ],
        ],
        "cosine-taken-for-dot-product": [
          nearest.name,
          [
            say(
              "That key has the best direction. But a score is a plain dot product, and in it length counts too.",
            ),
          ],
        ],
        "lowest-taken-for-highest": [
          lowest.name,
          [say("That key has the lowest score, so it gets the least weight.")],
        ],
      },
      hints: [
        [say("A score is the dot product of the query with a key.")],
        [say("Dividing by √d and softmax both keep the order of the scores.")],
        [say("Work out the three dot products and compare them. Mind the signs.")],
      ],
      because: [say("It has the largest dot product with the query, and softmax keeps that order.")],
      solve: () => ({
        workings: all.map(({ name, x, y }) => {
          const dot = certain(dotProduct(x, y));
          return { label: name, working: dot };
        }),
        words: [[say("The largest score gets the most weight.")]],
      }),
    };
  });

/** What a scaled score is. */
export const scaledScore = (random: Random): Phrased<ScoreSlip> => {
  const root = random.whole(3, 12);
  const times = random.whole(2, 9);
  const [d, score] = [root * root, root * times];
  return {
    prompt: [
      say("Queries and keys have {d} components, and a score is {score}. What goes into softmax?", {
        d,
        score,
      }),
    ],
    right: `${times}`,
    wrong: {
      "forgot-the-root": [
        toPlain({ kind: "number", value: rational(score, d) }, usualStyle()),
        [say("You divided by {d}. Take its root first.", { d })],
      ],
      "score-not-scaled": [`${score}`, [say("That is the score itself. It is scaled before softmax.")]],
      "scaling-taken-for-normalising": [
        "1",
        [say("Scaling does not make anything one. It divides each score by the same number.")],
      ],
    },
    hints: [
      [say("Scores are scaled by the root of d, the number of components of a key.")],
      [say("Which number, times itself, is {d}?", { d })],
      [say("Divide the score by that root.")],
    ],
    because: [say("√{d} is {root}, and {score} divided by {root} is {times}.", { d, root, score, times })],
    solve: inWords([say("The root of {d} is {root}. {score}/{root} = {times}.", { d, root, score, times })]),
  };
};

/** What the division is good for. */
export const whyRoot = (random: Random): Phrased<ScoreSlip> => {
  const d = random.pick([16, 64, 100, 128, 256]);
  return {
    prompt: [
      say("Queries and keys have {d} components. Why does attention divide the scores by √{d}?", { d }),
    ],
    right: say("so that large scores do not let one key take nearly all"),
    wrong: {
      "softmax-job-taken-for-scaling": [
        say("so that the weights add up to 1"),
        [say("Softmax does that, whatever the scores are. Think of how far apart they lie.")],
      ],
      "scaling-taken-for-normalising": [
        say("so that queries and keys have length 1"),
        [say("√d depends on the number of components only, so lengths may still be any.")],
      ],
      "scaling-taken-for-saving": [
        say("so that fewer multiplications are needed"),
        [say("It is one operation more for each score. It is done for what softmax makes of the scores.")],
      ],
    },
    hints: [
      [say("A score adds up {d} products. How large may such a sum become?", { d })],
      [say("Sums of d random products spread about like √d.")],
      [say("Softmax turns wide gaps between scores into very uneven weights.")],
    ],
    because: [
      say(
        "Sums of many products lie far apart, and softmax makes the gaps wider still. Dividing keeps them in range.",
      ),
    ],
    solve: inWords([
      say(
        "Sums of {d} random products spread about like √{d}. Divided by it, scores stay in one range for any d.",
        { d },
      ),
    ]),
  };
};
