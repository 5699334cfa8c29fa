import { attend } from "../../math/attention.ts";
import { dotProduct } from "../../math/dot.ts";
import { evaluateVector } from "../../math/expression.ts";
import { toPlain } from "../../math/plain.ts";
import { rational } from "../../math/scalar.ts";
import { negate } from "../../math/scalar-arithmetic.ts";
import type { Vector } from "../../math/vector.ts";
import { toExpression } from "../../math/working.ts";
import type { Random } from "../../random.ts";
import { shown } from "../markdown.ts";
import { drawUntil } from "./draw-until.ts";
import { someWholes, wholes } from "./integers.ts";
import { dotOf, largestBy, measure } from "./measured.ts";
import { inWords, type Phrased, phrasedKind } from "./phrased.ts";

type Name =
  | "largest-key-taken"
  | "cosine-taken-for-score"
  | "lowest-taken-for-highest"
  | "divided-by-d"
  | "score-not-scaled"
  | "mask-turned-round"
  | "own-token-masked"
  | "only-own-token-seen"
  | "softmax-job-taken-for-scaling"
  | "scaling-taken-for-normalising"
  | "scaling-taken-for-saving"
  | "winner-takes-all"
  | "weights-left-out";

const bestKey = (random: Random): Phrased<Name> =>
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
        shown(toExpression(query)),
        ", the keys are ",
        ...keys.flatMap((key, i) => [i === 0 ? "" : i === 1 ? ", " : " and ", shown(toExpression(key))]),
        ". Which key gets the most weight?",
      ],
      right: best.name,
      wrong: {
        "largest-key-taken": [
          longest.name,
          [
            "That key is the longest. It has to point along the query as well, or its dot product stays small.",
          ],
        ],
        "cosine-taken-for-score": [
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
          const dot = dotProduct(x, y);
          if (!dot.ok) throw new TypeError("Query and keys have the same dimension");
          return { label: name, working: dot.value };
        }),
        words: [["The largest score gets the most weight."]],
      }),
    };
  });

const mask = (random: Random): Phrased<Name> => {
  const count = random.whole(4, 9);
  const at = random.whole(2, count - 2);
  const span = (from: number, to: number): string =>
    from === to ? `token ${from} only` : `tokens ${from} to ${to}`;
  return {
    prompt: [`A text has ${count} tokens. Which ones does a causal mask hide from token ${at}?`],
    right: span(at + 1, count),
    wrong: {
      "mask-turned-round": [
        span(1, at - 1),
        ["Those come before, and they may be seen. Hidden is what comes later."],
      ],
      "own-token-masked": [span(at, count), ["Nearly: a token may look at itself."]],
      "only-own-token-seen": [
        "all but itself",
        ["A token sees more than itself: all that came before is open to it."],
      ],
    },
    hints: [
      ["A model learns to guess what comes next. What must it not see while it learns?"],
      ["What came before is known, and so is the token itself."],
      [`Draw ${count} boxes, mark box ${at}, and cover what a reader at that place has not read yet.`],
    ],
    because: ["A token sees itself and what came before; all that comes later is hidden."],
    solve: inWords([`Token ${at} sees tokens 1 to ${at}. That leaves ${count - at} of ${count} hidden.`]),
  };
};

const whyRoot = (random: Random): Phrased<Name> => {
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

const scaledScore = (random: Random): Phrased<Name> => {
  const root = random.whole(3, 12);
  const times = random.whole(2, 9);
  const [d, score] = [root * root, root * times];
  return {
    prompt: [`Queries and keys have ${d} components, and a score is ${score}. What goes into softmax?`],
    right: `${times}`,
    wrong: {
      "divided-by-d": [
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

/** Scores are equal, so that the weights are plain. */
const context = (random: Random): Phrased<Name> =>
  drawUntil(() => {
    const [x, y] = [wholes(...someWholes(random, 2, 0, 8)), wholes(...someWholes(random, 2, 0, 8))];
    const mixed = (factor: number, by: number): string =>
      toPlain({
        kind: "vector",
        components: evaluateVector({
          kind: "product",
          factors: [
            { kind: "number", value: rational(factor, by) },
            { kind: "sum", terms: [toExpression(x), toExpression(y)] },
          ],
        }).map((value) => ({ kind: "number", value }) as never),
      });
    const phrases = [mixed(1, 2), mixed(1, 1), toPlain(toExpression(x))];
    if (new Set(phrases).size < 3 || toPlain(toExpression(y)) === phrases[0]) return undefined;
    return {
      prompt: [
        "A query has the same score with both keys. Their values are ",
        shown(toExpression(x)),
        " and ",
        shown(toExpression(y)),
        ". What comes out?",
      ],
      right: phrases[0]!,
      wrong: {
        "weights-left-out": [
          phrases[1]!,
          ["You added the values. Each is multiplied by its weight first, and weights add up to 1."],
        ],
        "winner-takes-all": [
          phrases[2]!,
          ["Attention does not pick one value. It mixes them, each by its weight."],
        ],
      },
      hints: [
        ["Softmax gives equal weights to equal scores."],
        ["The weights add up to 1. How much does each of two equal ones get?"],
        ["Multiply each value by its weight, and add the two up."],
      ],
      because: ["Both weights are 1/2, so the result lies halfway between the values."],
      solve: () => {
        const one = wholes(1, 0);
        const found = attend({
          queries: [one],
          keys: [one, one],
          values: [x, y],
          scaled: true,
          causal: false,
        });
        if (!found.ok) throw new TypeError("The two keys have one dimension");
        return {
          workings: [],
          words: [
            [
              "Weights ",
              shown(toExpression(found.value.rows[0]!.weights.value)),
              " for the two values give ",
              phrases[0]!,
              ".",
            ],
          ],
        };
      },
    };
  });

/** What attention does with queries, keys and values. */
export const attentionKind = phrasedKind<Name>(
  "attention",
  "attention",
  [
    "largest-key-taken",
    "cosine-taken-for-score",
    "lowest-taken-for-highest",
    "divided-by-d",
    "score-not-scaled",
    "mask-turned-round",
    "own-token-masked",
    "only-own-token-seen",
    "softmax-job-taken-for-scaling",
    "scaling-taken-for-normalising",
    "scaling-taken-for-saving",
    "winner-takes-all",
    "weights-left-out",
  ],
  [
    { name: "the best key", level: 1, pose: bestKey },
    { name: "the causal mask", level: 2, pose: mask },
    { name: "a scaled score", level: 3, pose: scaledScore },
    { name: "why the root", level: 4, pose: whyRoot },
    { name: "the mixed values", level: 5, pose: context },
  ],
);
