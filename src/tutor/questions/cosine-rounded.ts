import { cosineSimilarity } from "../../math/cosine.ts";
import { rational } from "../../math/scalar.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { say, sayParts } from "../../say.ts";
import { number } from "../answer.ts";
import type { QuestionKind } from "../question.ts";
import { certain } from "./facts/certain.ts";
import { notAtRightAngle, someWholes, wholeButZero, wholes, withoutZeros } from "./facts/draw.ts";
import { cosineOf, dotOf, normOf, type VectorPair } from "./facts/measures.ts";
import { shownDot, shownNumber, shownVector } from "./facts/shown.ts";
import { cosineLookalikes, cosineSlips } from "./slips/cosine-slips.ts";

/** Two vectors that are not at a right angle. */
const pairOf = (draw: () => Vector): VectorPair => notAtRightAngle(() => ({ a: draw(), b: draw() }));

const positives = (random: Random, count: number): VectorPair =>
  pairOf(() => wholes(...someWholes(random, count, 1, 6)));

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
      pose: (random) => pairOf(() => withoutZeros(random, 4, -5, 5)),
    },
    { name: "fractions", level: 5, pose: (random) => pairOf(() => fractions(random)) },
  ],
  prompt: ({ a, b }) =>
    sayParts("What is the cosine similarity of {a} and {b}, rounded to two decimals?", {
      a: shownVector(a),
      b: shownVector(b),
    }),
  answer: (pair) => number(cosineOf(pair)),
  hints: ({ a, b }) => [
    [say("Work out the dot product, then divide it by both norms.")],
    sayParts("The dot product {product} is {value}.", {
      product: shownDot(a, b),
      value: shownNumber(dotOf(a, b)),
    }),
    sayParts("The norms are {first} and {second}. Divide, and round only at the end.", {
      first: shownNumber(normOf(a)),
      second: shownNumber(normOf(b)),
    }),
  ],
  because: ({ a, b }) =>
    sayParts("The dot product {product} is divided by the norms {first} and {second}.", {
      product: shownNumber(dotOf(a, b)),
      first: shownNumber(normOf(a)),
      second: shownNumber(normOf(b)),
    }),
  solve: ({ a, b }) => {
    const working = certain(cosineSimilarity(a, b));
    return { workings: [{ working: working }], words: [] };
  },
  slips: cosineSlips,
  lookalikes: cosineLookalikes,
};
