import { norm } from "../../math/norm.ts";
import { rational, type Scalar } from "../../math/scalar.ts";
import { divide, sum } from "../../math/scalar-arithmetic.ts";
import { squareRoot } from "../../math/square-root.ts";
import type { Vector } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { someWholes, wholes, withoutZeros, withSigns } from "./facts/draw.ts";
import { divided, dotOf, largestOf, normOf, sizesOf } from "./facts/measures.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { answerForNorm, type UnitPlace, unitAnswers, unitPlaces } from "./facts/unit-answers.ts";
import { slip } from "./slips/slip.ts";

interface Facts {
  readonly a: Vector;
  /** The positive number that each component is divided by. */
  readonly by: Scalar;
}

const sizesAddedUp = (a: Vector): Scalar => sum(sizesOf(a).components);

/** A vector with a number to divide it by: its norm, or what is taken for it, which makes it too short or leaves it too long. */
const over = (random: Random, a: Vector): Facts => {
  const by: Readonly<Record<UnitPlace, Scalar>> = {
    unit: normOf(a),
    shorter: random.pick([sizesAddedUp(a), sizesAddedUp(a), dotOf(a, a)]),
    longer: largestOf(sizesOf(a)),
  };
  return { a, by: by[random.pick(unitPlaces)] };
};

const pairs = [
  [3, 4],
  [6, 8],
  [5, 12],
  [9, 12],
  [8, 15],
] as const;

const triples = [
  [1, 2, 2],
  [2, 3, 6],
  [1, 4, 8],
  [4, 4, 7],
  [2, 6, 9],
  [6, 6, 7],
  [3, 4, 12],
] as const;

const ofWholeNorm = (random: Random, list: readonly (readonly number[])[]): Vector =>
  wholes(...random.shuffle<number>(random.pick(list)));

const slips: readonly [Slip<Facts>, ...Slip<Facts>[]] = [
  slip(
    "components-add-to-one",
    ({ a, by }) => answerForNorm(divide(sizesAddedUp(a), by)),
    ({ a, by }) =>
      sayParts(
        "You compared {by} with {total}, the sum of the sizes. Compare it with the norm, the root of the added squares.",
        { by: shownNumber(by), total: shownNumber(sizesAddedUp(a)) },
      ),
  ),
  slip(
    "largest-component-one",
    ({ a, by }) => answerForNorm(divide(largestOf(sizesOf(a)), by)),
    message(
      "The largest component does not tell: the others make the arrow longer, too. Add up the squares of all.",
    ),
  ),
  slip(
    "forgot-the-root",
    ({ a, by }) => answerForNorm(divide(dotOf(a, a), by)),
    ({ a, by }) =>
      sayParts("You compared {by} with {sum}, the sum of the squares. The norm is the root of that.", {
        by: shownNumber(by),
        sum: shownNumber(dotOf(a, a)),
      }),
  ),
  slip(
    "added-without-squaring",
    ({ a, by }) => answerForNorm(divide(squareRoot(sizesAddedUp(a)), by)),
    message("You took the root of the added components. Square each of them before you add."),
  ),
];

/** Whether a vector is a unit vector once it is divided by a number. */
export const unitVectorKind: QuestionKind<Facts> = {
  name: "unit-vector",
  skill: "unit-vector",
  chosenOnly: true,
  templates: [
    { name: "two whole numbers", level: 1, pose: (random) => over(random, ofWholeNorm(random, pairs)) },
    { name: "three whole numbers", level: 2, pose: (random) => over(random, ofWholeNorm(random, triples)) },
    {
      name: "with signs",
      level: 3,
      pose: (random) => over(random, withSigns(random, ofWholeNorm(random, [...pairs, ...triples]))),
    },
    {
      name: "roots",
      level: 4,
      pose: (random) => over(random, withSigns(random, wholes(...someWholes(random, 2, 2, 7)))),
    },
    {
      name: "fractions",
      level: 5,
      pose: (random) =>
        over(random, divided(withoutZeros(random, 3, -6, 6), rational(random.pick([2, 3, 5])))),
    },
  ],
  prompt: ({ a, by }) =>
    sayParts("Each component of {a} is divided by {by}. Is the result a unit vector?", {
      a: shownVector(a),
      by: shownNumber(by),
    }),
  answer: ({ a, by }) => answerForNorm(divide(normOf(a), by)),
  hints: ({ a }) => [
    [say("A unit vector is an arrow of length 1, wherever it points.")],
    [say("Dividing each component by a positive number divides the norm by that number.")],
    sayParts("The squares add up to {sum} before the division. What is the root of that?", {
      sum: shownNumber(dotOf(a, a)),
    }),
  ],
  because: ({ a, by }) =>
    sayParts("The norm is {norm}, and divided by {by} it is {quotient}.", {
      norm: shownNumber(normOf(a)),
      by: shownNumber(by),
      quotient: shownNumber(divide(normOf(a), by)),
    }),
  solve: ({ a, by }) => ({
    workings: [
      { label: say("Before the division"), working: norm(a) },
      { label: say("After it"), working: norm(divided(a, by)) },
    ],
    words: [],
  }),
  slips,
  others: unitAnswers,
};
