import { norm } from "../../math/norm.ts";
import { isOne, rational, type Scalar } from "../../math/scalar.ts";
import { equals, sum } from "../../math/scalar-arithmetic.ts";
import { squareRoot } from "../../math/square-root.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { labelOf, number, phrase } from "../answer.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { ofWholeNorm, wholes, withSigns } from "./facts/draw.ts";
import { divided, dotOf, isNegative, largestOf, normOf, sizesOf } from "./facts/measures.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

interface Facts {
  readonly a: Vector;
}

const totalOf = ({ a }: Facts): Scalar => sum(a.components);
const squareOf = ({ a }: Facts): Scalar => dotOf(a, a);
const isUnit = (facts: Facts): boolean => isOne(squareOf(facts));
const text = (value: Scalar): string => labelOf(number(value));
const normIs = (norm: string): string => say("No, its norm is {norm}", { norm });

/** A vector of norm 1, or one whose components add up to 1, or one whose largest component is 1. */
const fractions = (random: Random, count: 2 | 3): Facts => {
  const a = ofWholeNorm(random, count);
  const by = random.pick([normOf(a), normOf(a), sum(a.components), largestOf(a)]);
  return { a: divided(a, by) };
};

const roots = (random: Random): Facts => {
  const [p, q] = random.pick([
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 3],
    [2, 5],
  ]) as [number, number];
  const below = random.pick([p + q, p + q, p + q + 1, (p + q) ** 2]);
  return {
    a: withSigns(random, vectorOf(random.shuffle([p, q]).map((n) => squareRoot(rational(n, below))))),
  };
};

const slips: readonly [Slip<Facts>, ...Slip<Facts>[]] = [
  slip(
    "components-add-to-one",
    (facts) =>
      equals(totalOf(facts), rational(1))
        ? phrase(say("Yes, its components add up to 1"))
        : phrase(say("No, its components add up to {total}", { total: text(totalOf(facts)) })),
    message("What the components add up to does not tell. Their squares must add up to 1."),
  ),
  slip(
    "largest-component-one",
    (facts) =>
      isOne(largestOf(facts.a))
        ? phrase(say("Yes, its largest component is 1"))
        : phrase(say("No, none of its components is 1")),
    message(
      "The largest component does not tell: the others make the arrow longer, too. Add up the squares of all.",
    ),
  ),
  slip(
    "added-absolute-values",
    ({ a }) => {
      const total = sum(sizesOf(a).components);
      return phrase(isOne(total) ? say("Yes, its norm is 1") : normIs(text(total)));
    },
    message(
      "You added the sizes of the components. For the norm square them first, add, then take the root.",
    ),
  ),
  slip(
    "forgot-the-root",
    (facts) => (isUnit(facts) ? undefined : phrase(normIs(text(squareOf(facts))))),
    message("It is no unit vector, but that number is the square of the norm. The root is missing."),
  ),
  slip(
    "minus-forbids",
    ({ a }) => (a.components.some(isNegative) ? phrase(say("No, one component is negative")) : undefined),
    message("A unit vector may point anywhere, so its components may be negative. Only its norm must be 1."),
  ),
];

/** Whether a vector is a unit vector, and why or why not. */
export const isUnitVectorKind: QuestionKind<Facts> = {
  name: "is-unit-vector",
  skill: "unit-vector",
  chosenOnly: true,
  templates: [
    {
      name: "zeros and ones",
      level: 1,
      pose: (random) => ({
        a: wholes(
          ...random.shuffle(
            random.pick([
              [0, 1],
              [1, 1],
              [1, 0, 0],
              [1, 1, 0],
              [0, 2],
              [-1, 0],
              [1, 1, 1],
            ]),
          ),
        ),
      }),
    },
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
  prompt: ({ a }) => sayParts("Is {a} a unit vector, and why or why not?", { a: shownVector(a) }),
  answer: (facts) => phrase(isUnit(facts) ? say("Yes, its norm is 1") : normIs(text(normOf(facts.a)))),
  hints: (facts) => [
    [say("A unit vector is an arrow of length 1, wherever it points.")],
    [say("Square each component and add the squares up. What must they come to?")],
    sayParts("The first square is {square}. Add the others to it.", {
      square: shownNumber(dotOf(head(facts), head(facts))),
    }),
  ],
  because: (facts) => {
    const sum = { sum: shownNumber(squareOf(facts)) };
    return isUnit(facts)
      ? sayParts("The squares of its components add up to {sum}, and the root of 1 is 1.", sum)
      : sayParts("The squares of its components add up to {sum}, whose root is not 1.", sum);
  },
  solve: ({ a }) => ({ workings: [{ working: norm(a) }], words: [] }),
  slips,
  others: (facts) => [
    phrase(isUnit(facts) ? normIs("2") : say("Yes, its norm is 1")),
    phrase(say("Yes, it has a direction")),
  ],
};

const head = ({ a }: Facts): Vector => vectorOf(a.components.slice(0, 1));
