import { norm } from "../../math/norm.ts";
import { isZero, rational, type Scalar } from "../../math/scalar.ts";
import { multiply, sum } from "../../math/scalar-arithmetic.ts";
import { squareRoot } from "../../math/square-root.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { ofWholeNorm, withSigns } from "./facts/draw.ts";
import { divided, dotOf, isNegative, largestOf, normOf, sizesOf } from "./facts/measures.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { answerForNorm, type UnitPlace, unitAnswer, unitAnswers, unitPlaces } from "./facts/unit-answers.ts";
import { slip } from "./slips/slip.ts";

interface Facts {
  readonly a: Vector;
}

const squareOf = ({ a }: Facts): Scalar => dotOf(a, a);

/** A vector of fractions: of norm 1, shorter because its sizes add up to 1, or longer because one of them is 1. */
const fractions = (random: Random, count: 2 | 3): Facts => {
  const [a, place] = [ofWholeNorm(random, count), random.pick(unitPlaces)];
  const by: Readonly<Record<UnitPlace, Scalar>> = {
    unit: normOf(a),
    shorter: sum(a.components),
    longer: largestOf(a),
  };
  return { a: divided(a, by[place]) };
};

const easy: Readonly<Record<UnitPlace, readonly (readonly (readonly [number, number])[])[]>> = {
  unit: [
    [
      [0, 1],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 1],
    ],
    [
      [-1, 1],
      [0, 1],
    ],
    [
      [3, 5],
      [4, 5],
    ],
  ],
  shorter: [
    [
      [1, 2],
      [1, 2],
    ],
    [
      [1, 3],
      [2, 3],
    ],
    [
      [1, 2],
      [0, 1],
    ],
    [
      [1, 4],
      [3, 4],
    ],
  ],
  longer: [
    [
      [1, 1],
      [1, 1],
    ],
    [
      [1, 1],
      [1, 1],
      [0, 1],
    ],
    [
      [1, 1],
      [1, 2],
    ],
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
  ],
};

const small = (random: Random): Facts => ({
  a: vectorOf(random.shuffle(random.pick(easy[random.pick(unitPlaces)])).map(([n, d]) => rational(n, d))),
});

const roots = (random: Random): Facts => {
  const [p, q] = random.pick([
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 3],
    [2, 5],
  ]) as [number, number];
  const below: Readonly<Record<UnitPlace, number>> = {
    unit: p + q,
    shorter: p + q + 1,
    longer: Math.max(p, q),
  };
  const by = below[random.pick(unitPlaces)];
  return { a: withSigns(random, vectorOf(random.shuffle([p, q]).map((n) => squareRoot(rational(n, by))))) };
};

const sizes = ({ a }: Facts): Scalar => sum(sizesOf(a).components);

const slips: readonly [Slip<Facts>, ...Slip<Facts>[]] = [
  slip(
    "components-add-to-one",
    ({ a }) => answerForNorm(sum(a.components)),
    message("What the components add up to does not tell. Their squares must add up to 1."),
  ),
  slip(
    "largest-component-one",
    ({ a }) => answerForNorm(largestOf(sizesOf(a))),
    message(
      "The largest component does not tell: the others make the arrow longer, too. Add up the squares of all.",
    ),
  ),
  slip(
    "added-absolute-values",
    (facts) => answerForNorm(sizes(facts)),
    message(
      "You added the sizes of the components. For the norm square them first, add, then take the root.",
    ),
  ),
  slip(
    "doubled-instead-of-squared",
    (facts) => answerForNorm(multiply(rational(2), sizes(facts))),
    message("You doubled the components instead of squaring them. The square of 1/2 is 1/4."),
  ),
  slip(
    "zero-forbids",
    ({ a }) => (a.components.some(isZero) ? unitAnswer("shorter") : undefined),
    message("A 0 takes nothing away: the other components alone may make the arrow 1 long, or longer."),
  ),
  slip(
    "minus-forbids",
    ({ a }) => (a.components.some(isNegative) ? unitAnswer("shorter") : undefined),
    message("A minus sign makes no arrow shorter: the square of a negative component is positive, too."),
  ),
];

/** Whether a vector is a unit vector, or longer or shorter. */
export const isUnitVectorKind: QuestionKind<Facts> = {
  name: "is-unit-vector",
  skill: "unit-vector",
  chosenOnly: true,
  templates: [
    { name: "small numbers", level: 1, pose: small },
    { name: "two fractions", level: 2, pose: (random) => fractions(random, 2) },
    {
      name: "two fractions with signs",
      level: 3,
      pose: (random) => ({ a: withSigns(random, fractions(random, 2).a) }),
    },
    {
      name: "three fractions",
      level: 4,
      pose: (random) => ({ a: withSigns(random, fractions(random, 3).a) }),
    },
    { name: "roots", level: 5, pose: roots },
  ],
  prompt: ({ a }) => sayParts("Is {a} a unit vector?", { a: shownVector(a) }),
  answer: (facts) => answerForNorm(squareOf(facts)),
  hints: ({ a }) => [
    [say("A unit vector is an arrow of length 1, wherever it points.")],
    [say("Square each component and add the squares up. What must they come to?")],
    sayParts("The first square is {square}. Add the others to it.", {
      square: shownNumber(multiply(a.components[0], a.components[0])),
    }),
  ],
  because: (facts) =>
    sayParts("The squares of its components add up to {sum}, and its norm is the root of that: {norm}.", {
      sum: shownNumber(squareOf(facts)),
      norm: shownNumber(normOf(facts.a)),
    }),
  solve: ({ a }) => ({ workings: [{ working: norm(a) }], words: [] }),
  slips,
  others: unitAnswers,
};
