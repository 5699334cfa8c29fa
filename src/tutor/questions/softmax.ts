import { softmax } from "../../math/softmax.ts";
import type { Vector } from "../../math/vector.ts";
import { toExpression } from "../../math/working.ts";
import type { Random } from "../../random.ts";
import { shown, type Words } from "../markdown.ts";
import type { Solution } from "../question.ts";
import { drawUntil } from "./draw-until.ts";
import { someWholes, wholes } from "./integers.ts";
import { times } from "./measured.ts";
import { type Phrased, phrasedKind } from "./phrased.ts";

type Name =
  | "weights-changed-by-shift"
  | "scores-taken-for-weights"
  | "scaling-taken-for-shift"
  | "gaps-turned-round"
  | "sign-of-score-ignored"
  | "lowest-taken-for-highest"
  | "power-not-divided";

const ordinals = ["the first", "the second", "the third"];

/** Three scores without a tie, also of size. */
const threeScores = (random: Random, least: number): [number, number, number] =>
  drawUntil(() => {
    const scores = someWholes(random, 3, least, 6) as [number, number, number];
    return new Set(scores.map(Math.abs)).size === 3 ? scores : undefined;
  });

export const weightsOf =
  (...all: readonly Vector[]) =>
  (): Solution => ({
    workings: all.map((scores) => {
      const working = softmax(scores);
      if (!working.ok) throw new TypeError("Scores are numbers");
      return { working: working.value };
    }),
    words: [],
  });

const scoresAre = (scores: Vector): Words => ["The scores are ", shown(toExpression(scores)), ". "];

const largest = (random: Random): Phrased<Name> => {
  const scores = drawUntil(() => {
    const drawn = threeScores(random, -6);
    return Math.max(...drawn) === Math.max(...drawn.map(Math.abs)) ? undefined : drawn;
  });
  const at = (value: number): string => ordinals[scores.indexOf(value)]!;
  const bySize = scores.toSorted((x, y) => Math.abs(y) - Math.abs(x));
  return {
    prompt: [...scoresAre(wholes(...scores)), "Which one gets the largest weight from softmax?"],
    right: at(Math.max(...scores)),
    wrong: {
      "sign-of-score-ignored": [
        at(bySize[0]!),
        [
          "That score is large in size but negative. A negative power of e is below 1, so the weight is small.",
        ],
      ],
      "lowest-taken-for-highest": [
        at(Math.min(...scores)),
        ["That is the lowest score, so it gets the smallest weight. Order is kept: more score, more weight."],
      ],
      "scores-taken-for-weights": [
        "none, as a negative score has no weight",
        ["Scores may be negative, weights may not. Softmax makes every one positive first."],
      ],
    },
    hints: [
      ["Softmax raises e, about 2.718, to the power of each score, then divides by the sum of all."],
      ["The power of e grows with the score, so the order of the scores stays."],
      ["Put the scores in order on a number line, the negative ones left of 0."],
    ],
    because: ["Softmax keeps the order of the scores, and that score lies furthest to the right."],
    solve: weightsOf(wholes(...scores)),
  };
};

const total = (random: Random): Phrased<Name> => {
  const scores = threeScores(random, 1);
  const sum = scores.reduce((x, y) => x + y, 0);
  return {
    prompt: [...scoresAre(wholes(...scores)), "What do their softmax weights add up to?"],
    right: "to 1",
    wrong: {
      "scores-taken-for-weights": [
        `to ${sum}, as the scores do`,
        ["That is the sum of the scores. Weights are shares of one whole."],
      ],
      "weights-changed-by-shift": [
        "it depends on how high the scores are",
        ["Add the same to all scores, and no weight changes. The division by the sum sees to that."],
      ],
      "power-not-divided": [
        `to e to the power of ${sum}`,
        ["Powers of e are the first step only. After it, each is divided by the sum of all."],
      ],
    },
    hints: [
      ["The first step makes powers of e. What is the second step good for?"],
      ["Each power is divided by one and the same number: the sum of all powers."],
      ["Think of a cake: what do all the slices make together?"],
    ],
    because: ["Each power is divided by the sum of all, so together they are one whole."],
    solve: weightsOf(wholes(...scores)),
  };
};

const shift = (random: Random): Phrased<Name> => {
  const scores = threeScores(random, -4);
  const by = random.whole(2, 90);
  return {
    prompt: [...scoresAre(wholes(...scores)), `Add ${by} to all three. What becomes of the softmax weights?`],
    right: "they all stay as they are",
    wrong: {
      "weights-changed-by-shift": [
        "the largest gets more, the others get less",
        ["Softmax sees only the gaps between scores, and adding the same to all leaves each gap as it was."],
      ],
      "scores-taken-for-weights": [
        `each grows by ${by}`,
        ["The scores do. Weights add up to 1, so they cannot all grow."],
      ],
      "power-not-divided": [
        `each is multiplied by e to the power of ${by}`,
        ["The powers are, all alike. But each is then divided by their sum, which grows just as much."],
      ],
    },
    hints: [
      ["Look at the gaps between the scores, before and after."],
      [
        "Adding to an exponent multiplies the power. All three powers are multiplied by one and the same number.",
      ],
      ["The sum of the powers is multiplied by that number too. What does the division do?"],
    ],
    because: ["Above and below the line stands one factor more, the same one, and it cancels."],
    solve: weightsOf(wholes(...scores), wholes(...scores.map((score) => score + by))),
  };
};

const stretch = (random: Random, shrink: boolean): Phrased<Name> => {
  const factor = random.whole(2, 5);
  const small = wholes(...threeScores(random, 0));
  const large = times(factor, small);
  const [before, after] = shrink ? [large, small] : [small, large];
  const [more, even] = ["the largest takes more of the whole", "they come closer to one another"];
  return {
    prompt: [
      ...scoresAre(before),
      `${shrink ? "Divide" : "Multiply"} all three by ${factor}. What becomes of the softmax weights?`,
    ],
    right: shrink ? even : more,
    wrong: {
      "gaps-turned-round": [
        shrink ? more : even,
        [
          "It is the other way round: wide gaps between scores make weights uneven, narrow ones make them even.",
        ],
      ],
      "scaling-taken-for-shift": [
        "they all stay as they are",
        ["So it is when the same is added to all. A factor changes the gaps, and softmax sees the gaps."],
      ],
      "scores-taken-for-weights": [
        `each is ${shrink ? "divided" : "multiplied"} by ${factor}`,
        ["The scores are. Weights add up to 1 before and after, so they cannot all change the same way."],
      ],
    },
    hints: [
      ["Softmax sees only the gaps between scores."],
      [`What becomes of a gap of ${factor} when you ${shrink ? "divide" : "multiply"} all by ${factor}?`],
      ["A gap of 1 makes one weight about 2.718 times the other, a gap of 2 about 7.4 times."],
    ],
    because: [
      shrink
        ? "The gaps become narrower, and narrow gaps make even weights."
        : "The gaps become wider, and one point more means 2.718 times the weight.",
    ],
    solve: weightsOf(before, after),
  };
};

/** What softmax makes of scores. */
export const softmaxKind = phrasedKind<Name>(
  "softmax",
  "softmax",
  [
    "weights-changed-by-shift",
    "scores-taken-for-weights",
    "scaling-taken-for-shift",
    "gaps-turned-round",
    "sign-of-score-ignored",
    "lowest-taken-for-highest",
    "power-not-divided",
  ],
  [
    { name: "the largest weight", level: 1, pose: largest },
    { name: "the sum of the weights", level: 2, pose: total },
    { name: "the same added to all", level: 3, pose: shift },
    { name: "all multiplied", level: 4, pose: (random) => stretch(random, false) },
    { name: "all divided", level: 5, pose: (random) => stretch(random, true) },
  ],
);
