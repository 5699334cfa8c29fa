import { cosineSimilarity } from "../../math/cosine.ts";
import { rational } from "../../math/scalar.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { number } from "../answer.ts";
import type { QuestionKind } from "../question.ts";
import { atRightAngle, cosineOf, cosineSlips, type VectorPair } from "./cosine-slips.ts";
import { someWholes, wholeButZero, wholes } from "./integers.ts";
import { shownDot, shownNumber, shownVector } from "./shown-values.ts";
import { dotOf, normOf } from "./vector-values.ts";

const notAtRightAngle = (draw: () => Vector): VectorPair => {
  const pair = { a: draw(), b: draw() };
  return atRightAngle(pair) ? notAtRightAngle(draw) : pair;
};

const positives = (random: Random, count: number): VectorPair =>
  notAtRightAngle(() => wholes(...someWholes(random, count, 1, 6)));

const fractions = (random: Random): Vector =>
  vectorOf([1, 2, 3].map(() => rational(wholeButZero(random, -5, 5), random.pick([1, 2, 3]))));

/** Compute a cosine similarity to two decimals. */
export const cosineRoundedKind: QuestionKind<VectorPair> = {
  name: "cosine-rounded",
  skill: "cosine",
  rounding: { decimals: 2 },
  templates: [
    { name: "two components", level: 2, pose: (random) => positives(random, 2) },
    { name: "three components", level: 3, pose: (random) => positives(random, 3) },
    {
      name: "four with negatives",
      level: 4,
      pose: (random) =>
        notAtRightAngle(() => wholes(...Array.from({ length: 4 }, () => wholeButZero(random, -5, 5)))),
    },
    { name: "fractions", level: 5, pose: (random) => notAtRightAngle(() => fractions(random)) },
  ],
  prompt: ({ a, b }) => [
    "What is the cosine similarity of ",
    shownVector(a),
    " and ",
    shownVector(b),
    ", rounded to two decimals?",
  ],
  answer: (pair) => number(cosineOf(pair)),
  hints: ({ a, b }) => [
    ["Work out the dot product, then divide it by both norms."],
    ["The dot product ", shownDot(a, b), " is ", shownNumber(dotOf(a, b)), "."],
    [
      "The norms are ",
      shownNumber(normOf(a)),
      " and ",
      shownNumber(normOf(b)),
      ". Divide, and round only at the end.",
    ],
  ],
  because: ({ a, b }) => [
    "The dot product ",
    shownNumber(dotOf(a, b)),
    " is divided by the norms ",
    shownNumber(normOf(a)),
    " and ",
    shownNumber(normOf(b)),
    ".",
  ],
  solve: ({ a, b }) => {
    const working = cosineSimilarity(a, b);
    if (!working.ok) throw new TypeError("Both have one dimension and a direction");
    return { workings: [{ working: working.value }], words: [] };
  },
  slips: cosineSlips,
};
