import { angle } from "../../math/cosine.ts";
import { approximate, rational, toNumber } from "../../math/scalar.ts";
import type { Vector } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { number } from "../answer.ts";
import type { Answer, QuestionKind, Slip } from "../question.ts";
import { certain } from "./facts/certain.ts";
import { withoutZeros } from "./facts/draw.ts";
import { cosineOf, divided, dotOf, normOf, type VectorPair } from "./facts/measures.ts";
import { shownDot, shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

const degrees = 180 / Math.PI;

const some = (random: Random, count: number, least: number): Vector => withoutZeros(random, count, least, 6);

/** The cosine as a double: many questions are made only to be looked through, and 64 digits take long. */
const roughCosine = ({ a, b }: VectorPair): number =>
  toNumber(dotOf(a, b)) / Math.sqrt(toNumber(dotOf(a, a)) * toNumber(dotOf(b, b)));

/** Two vectors whose directions differ by more than 3 degrees from one another, and from right and half turns. */
const apart = (draw: () => VectorPair): VectorPair => {
  const pair = draw();
  const cosine = Math.abs(roughCosine(pair));
  return cosine > 0.05 && cosine < 0.998 ? pair : apart(draw);
};

/** An angle of so many degrees. One that is rounded to whole degrees needs no more than a double. */
const roughly = (value: number): Answer => number(approximate(value));

/** What the cosine and its angle in degrees are turned into. */
const fromAngle = (pair: VectorPair, turn: (cosine: number, angle: number) => number): Answer => {
  const cosine = roughCosine(pair);
  return roughly(turn(cosine, Math.acos(cosine) * degrees));
};

const slips: readonly [Slip<VectorPair>, ...Slip<VectorPair>[]] = [
  slip(
    "radians-for-degrees",
    (pair) => fromAngle(pair, (_, angle) => angle / degrees),
    message(
      "That is the angle in radians. Switch the calculator to degrees, or multiply by 180 and divide by π.",
    ),
  ),
  slip(
    "supplement-taken",
    (pair) => fromAngle(pair, (_, angle) => 180 - angle),
    message("That is what is left up to 180°. A positive cosine means less than 90°, a negative one more."),
  ),
  slip(
    "sine-taken-for-cosine",
    (pair) => (roughCosine(pair) < 0 ? undefined : fromAngle(pair, (_, angle) => 90 - angle)),
    message("For that angle the sine has this value, not the cosine. Use the arc cosine."),
  ),
  slip(
    "cosine-taken-for-share",
    (pair) => fromAngle(pair, (cosine) => 90 * (1 - cosine)),
    message(
      "A cosine does not fall evenly while the angle grows: at 60° it is still 1/2. Use the arc cosine.",
    ),
  ),
  slip(
    "forgot-the-root",
    ({ a, b }) =>
      roughly(Math.acos(toNumber(dotOf(a, b)) / toNumber(dotOf(a, a)) / toNumber(dotOf(b, b))) * degrees),
    message(
      "The dot product was divided by the sums of the squares. Take the root of each first: those are the norms.",
    ),
  ),
];

/** Find the angle between two vectors to a whole degree. */
export const angleRoundedKind: QuestionKind<VectorPair> = {
  name: "angle-rounded",
  skill: "angle",
  rounding: { decimals: 0, unit: "°" },
  templates: [
    {
      name: "two whole numbers",
      level: 3,
      pose: (random) => apart(() => ({ a: some(random, 2, 1), b: some(random, 2, 1) })),
    },
    {
      name: "three with negatives",
      level: 4,
      pose: (random) => apart(() => ({ a: some(random, 3, -6), b: some(random, 3, -6) })),
    },
    {
      name: "fractions",
      level: 5,
      pose: (random) =>
        apart(() => ({
          a: divided(some(random, 3, -6), rational(random.pick([5, 7]))),
          b: some(random, 3, -6),
        })),
    },
  ],
  prompt: ({ a, b }) =>
    sayParts("What is the angle between {a} and {b}, rounded to whole degrees?", {
      a: shownVector(a),
      b: shownVector(b),
    }),
  answer: (pair) => fromAngle(pair, (_, exact) => exact),
  hints: ({ a, b }) => [
    [
      say(
        "First find the cosine similarity, then the angle that has it. Its sign tells whether the angle is beyond 90°.",
      ),
    ],
    sayParts("The dot product {product} is {value}.", {
      product: shownDot(a, b),
      value: shownNumber(dotOf(a, b)),
    }),
    sayParts(
      "The norms are {first} and {second}. Divide by both, then use the arc cosine (cos⁻¹ on a calculator), in degrees.",
      { first: shownNumber(normOf(a)), second: shownNumber(normOf(b)) },
    ),
  ],
  because: (pair) =>
    sayParts("The cosine similarity is {cosine}, and its arc cosine, rounded, is that angle.", {
      cosine: shownNumber(cosineOf(pair)),
    }),
  solve: ({ a, b }) => {
    const found = certain(angle(a, b));
    return { workings: [{ working: found.working }], words: [] };
  },
  slips,
};
