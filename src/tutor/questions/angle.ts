import { atLeastTwo } from "../../base/at-least.ts";
import { angle } from "../../math/cosine.ts";
import { pi, rational, type Scalar, toFraction } from "../../math/scalar.ts";
import { divide, multiply, subtract } from "../../math/scalar-arithmetic.ts";
import type { Vector } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { number } from "../answer.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { certain } from "./facts/certain.ts";
import { wholes } from "./facts/draw.ts";
import { cosineOf, dotOf, normOf, scaled } from "./facts/measures.ts";
import { shownDot, shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

interface Facts {
  readonly a: Vector;
  readonly b: Vector;
  /** Whether the cosine is told in place of the vectors. */
  readonly cosineTold?: true;
}

/** Two vectors at 0, 30, 45, 60 or 90 degrees; b turned round gives the others. */
const pairs = {
  0: [
    [1, 2, 2],
    [2, 4, 4],
  ],
  30: [
    [1, 1, 0],
    [2, 1, 1],
  ],
  45: [
    [1, 0, 0],
    [1, 1, 0],
  ],
  60: [
    [1, 1, 0],
    [1, 0, 1],
  ],
  90: [
    [1, 2, 0],
    [2, -1, 1],
  ],
} as const;

const allAngles = [0, 30, 45, 60, 90] as const;

const drawn = (
  random: Random,
  angles: readonly (keyof typeof pairs)[],
  turned: readonly (1 | -1)[],
): Facts => {
  const [a, b] = pairs[random.pick(angles)];
  const places = random.shuffle([0, 1, 2]);
  const placed = (components: readonly number[], by: number) =>
    scaled(wholes(...places.map((place) => components[place]!)), rational(by));
  const [first, second] = atLeastTwo(random.shuffle<readonly number[]>([a, b]));
  return {
    a: placed(first, random.whole(1, 4)),
    b: placed(second, random.pick(turned) * random.whole(1, 4)),
  };
};

/** A vector of two components and one at 45 or 90 degrees to it, perhaps turned round. */
const inThePlane = (random: Random): Facts => {
  const [x, y, by] = [random.whole(1, 4), random.whole(1, 4), random.pick([1, 1, 2])];
  const b = random.pick([wholes(-y, x), wholes(x - y, x + y), wholes(x, y), wholes(y - x, -x - y)]);
  return { a: wholes(x, y), b: scaled(b, rational(by)) };
};

const told = (facts: Facts): Facts => ({ ...facts, cosineTold: true });

/** The angle in degrees, by the math core: exact where it is one of the known ones. */
const degreesOf = ({ a, b }: Facts): Scalar => {
  const found = certain(angle(a, b));
  return found.degrees;
};

const isAngle = (facts: Facts, degrees: number): boolean =>
  toFraction(degreesOf(facts))?.equals(degrees) ?? false;

const figuresOf = (facts: Facts) => ({
  cosine: shownNumber(cosineOf(facts)),
  angle: shownNumber(degreesOf(facts)),
});

const slips: readonly [Slip<Facts>, ...Slip<Facts>[]] = [
  slip(
    "radians-for-degrees",
    (facts) => number(multiply(pi, divide(degreesOf(facts), rational(180)))),
    message(
      "That is the angle in radians. A half turn is π in radians and 180 in degrees, so multiply by 180 and divide by π.",
    ),
  ),
  slip(
    "supplement-taken",
    (facts) => number(subtract(rational(180), degreesOf(facts))),
    message(
      "That is what is left up to 180 degrees. A positive cosine means less than 90 degrees, a negative one more.",
    ),
  ),
  slip(
    "sine-taken-for-cosine",
    (facts) => {
      const other = subtract(rational(90), degreesOf(facts));
      return (toFraction(other)?.s ?? 1n) < 0n ? undefined : number(other);
    },
    message(
      "For that angle the sine has this value, not the cosine. The cosine is 1 at 0 degrees and 0 at 90 degrees.",
    ),
  ),
  slip(
    "cosine-taken-for-angle",
    (facts) => number(cosineOf(facts)),
    message("That is the cosine. One step is left: which angle has this cosine?"),
  ),
  slip(
    "cosine-taken-for-share",
    (facts) => {
      const share = multiply(rational(90), subtract(rational(1), cosineOf(facts)));
      return toFraction(share) === undefined ? undefined : number(share);
    },
    message("A cosine does not fall evenly while the angle grows: at 60 degrees it is still 1/2."),
  ),
  slip(
    "zero-read-as-opposite",
    (facts) => (isAngle(facts, 90) ? number(180) : undefined),
    message("A cosine of 0 is a right angle. Opposite directions have the cosine −1."),
  ),
];

/** Find the angle between two vectors, or that of a cosine, where it is a well-known one. */
export const angleKind: QuestionKind<Facts> = {
  name: "angle",
  skill: "angle",
  templates: [
    {
      name: "a cosine of 1, 1/2 or 0",
      level: 1,
      pose: (random) => told(drawn(random, [0, 60, 90], [1])),
    },
    { name: "any known cosine", level: 2, pose: (random) => told(drawn(random, allAngles, [1, -1])) },
    { name: "two components", level: 3, pose: inThePlane },
    { name: "three components", level: 4, pose: (random) => drawn(random, allAngles, [1]) },
    { name: "three with negatives", level: 5, pose: (random) => drawn(random, allAngles, [-1]) },
  ],
  prompt: (facts) =>
    facts.cosineTold
      ? sayParts(
          "Two vectors have the cosine similarity {cosine}. How many degrees is the angle between them?",
          {
            cosine: shownNumber(cosineOf(facts)),
          },
        )
      : sayParts("How many degrees is the angle between {a} and {b}?", {
          a: shownVector(facts.a),
          b: shownVector(facts.b),
        }),
  answer: (facts) => number(degreesOf(facts)),
  hints: (facts) => [
    [say("The cosine is 1 for one direction, 0 for a right angle, and −1 for opposite directions.")],
    [
      say(
        "Half a square and half an equilateral triangle have the cosines √2/2, √3/2 and 1/2. Which angles do they have?",
      ),
    ],
    facts.cosineTold
      ? [
          say(
            "The cosines of 30, 45 and 60 degrees are √3/2, √2/2 and 1/2. With a minus sign, take such an angle away from 180 degrees.",
          ),
        ]
      : sayParts(
          "The dot product {product} is {value}, and the norms are {first} and {second}. Divide by both: which angle has that cosine?",
          {
            product: shownDot(facts.a, facts.b),
            value: shownNumber(dotOf(facts.a, facts.b)),
            first: shownNumber(normOf(facts.a)),
            second: shownNumber(normOf(facts.b)),
          },
        ),
  ],
  because: (facts) =>
    sayParts("The cosine is {cosine}, and that is the cosine of {angle} degrees.", figuresOf(facts)),
  solve: (facts) => {
    const found = certain(angle(facts.a, facts.b));
    return facts.cosineTold
      ? {
          workings: [],
          words: [sayParts("The angle whose cosine is {cosine} has {angle} degrees.", figuresOf(facts))],
        }
      : { workings: [{ working: found.working }], words: [] };
  },
  slips,
};
