import { dotProduct } from "../../math/dot.ts";
import { isSymbolic, isZero, letter, rational, signOf } from "../../math/scalar.ts";
import { equals } from "../../math/scalar-arithmetic.ts";
import { dimensionOf, lettersIn, type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { labelOf, number, phrase } from "../answer.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { someWholes, wholeButZero, wholes } from "./integers.ts";
import { namedSlip, slipCalled } from "./named-slip.ts";
import { shownNumber, shownVector } from "./shown-values.ts";
import { normOf } from "./vector-values.ts";

interface Facts {
  readonly a: Vector;
  readonly b: Vector;
}

/** Two dimensions: the same, or one apart. */
const dimensions = (random: Random, least: number, most: number): readonly [number, number] => {
  const first = random.whole(least, most);
  return [first, random.pick([first, first, first + 1, Math.max(2, first - 1)])];
};

const drawn = (random: Random, least: number, most: number): Facts => {
  const [a, b] = dimensions(random, 2, 3);
  return {
    a: wholes(...someWholes(random, a, least, most)),
    b: wholes(...someWholes(random, b, least, most)),
  };
};

/** Two vectors of one norm, 3, 5, 7 or 9, of which one may have a component more. */
const ofEqualNorm = (random: Random): Facts => {
  const vectors: readonly (readonly number[])[] = random.pick([
    [
      [3, 0],
      [0, 3],
      [1, 2, 2],
      [2, 2, 1],
    ],
    [
      [3, 4],
      [5, 0],
      [4, 0, 3],
      [0, 5, 0],
    ],
    [
      [7, 0],
      [2, 3, 6],
      [6, 3, 2],
      [0, 0, 7],
    ],
    [
      [0, 9],
      [9, 0],
      [1, 4, 8],
      [4, 4, 7],
    ],
  ]);
  const [a, b] = random.shuffle(vectors);
  return { a: wholes(...a!), b: wholes(...b!) };
};

const fractions = (random: Random): Facts => {
  const [a, b] = dimensions(random, 3, 5);
  const some = (count: number): Vector =>
    vectorOf(
      Array.from({ length: count }, () => rational(wholeButZero(random, -5, 5), random.pick([1, 2, 3]))),
    );
  return { a: some(a), b: some(b) };
};

const letters = (random: Random): Facts => {
  const [a, b] = dimensions(random, 3, 4);
  const some = (names: readonly string[], count: number): Vector =>
    vectorOf([
      ...random
        .shuffle(names)
        .slice(0, count - 1)
        .map(letter),
      rational(wholeButZero(random, -4, 4)),
    ]);
  return { a: some(["p", "q", "r"], a), b: some(["x", "y", "z", "w"], b) };
};

const match = ({ a, b }: Facts): boolean => dimensionOf(a) === dimensionOf(b);
const larger = ({ a, b }: Facts): number => Math.max(dimensionOf(a), dimensionOf(b));
const smaller = ({ a, b }: Facts): number => Math.min(dimensionOf(a), dimensionOf(b));
const haveNorms = ({ a, b }: Facts): boolean => lettersIn([a, b]).length === 0;
const every = ({ a, b }: Facts) => [...a.components, ...b.components];

const slips: readonly [Slip<Facts>, ...Slip<Facts>[]] = [
  namedSlip(
    "dimension-taken-for-norm",
    (facts) => {
      if (!haveNorms(facts)) return match(facts) ? phrase("No, their norms may differ") : undefined;
      const [x, y] = [normOf(facts.a), normOf(facts.b)];
      return equals(x, y)
        ? phrase(`Yes, as both have the norm ${labelOf(number(x))}`)
        : match(facts)
          ? phrase("No, their norms differ")
          : phrase("No, but with equal norms they would");
    },
    "Norms do not matter here: vectors of any length have a dot product. What counts is how many components each has.",
  ),
  namedSlip(
    "products-not-summed",
    (facts) => (match(facts) ? phrase(`Yes, a vector of ${dimensionOf(facts.a)} components`) : undefined),
    "Those are the products. A dot product adds them up, so one number comes out.",
  ),
  slipCalled(
    "zero-forbids",
    "Took a 0 for an obstacle",
    (facts) =>
      match(facts) && every(facts).some(isZero) ? phrase("No, one of their components is 0") : undefined,
    "A 0 is a number like any other. Its product is 0, and that may be added.",
  ),
  slipCalled(
    "negative-forbids",
    "Took a minus for an obstacle",
    (facts) =>
      match(facts) && every(facts).some((x) => !isSymbolic(x) && signOf(x) < 0)
        ? phrase("No, one of their components is negative")
        : undefined,
    "Components may be negative. Their products are then added with the signs they have.",
  ),
  slipCalled(
    "letter-forbids",
    "Took letters for an obstacle",
    (facts) => (match(facts) && !haveNorms(facts) ? phrase("No, the letters are different") : undefined),
    "Letters stand for numbers, and different numbers may be multiplied.",
  ),
  slipCalled(
    "partner-made-up",
    "Made up a missing partner",
    (facts) => (match(facts) ? undefined : phrase("Yes, with a 0 for the partner that is missing")),
    "It is tempting, but that 0 would be made up, and the vector would become another one. Without partners there is no dot product.",
  ),
  slipCalled(
    "component-left-out",
    "Left out what had no partner",
    (facts) =>
      match(facts) ? undefined : phrase(`Yes, from the first ${smaller(facts)} components of each`),
    "Each component counts. Where one has no partner, the dot product is not defined.",
  ),
];

/** Whether two vectors have a dot product, and why or why not. */
export const sameDimensionKind: QuestionKind<Facts> = {
  name: "same-dimension",
  skill: "dimensions",
  chosenOnly: true,
  templates: [
    { name: "small whole numbers", level: 1, pose: (random) => drawn(random, 1, 6) },
    { name: "zeros and negatives", level: 2, pose: (random) => drawn(random, -3, 3) },
    { name: "equal norms", level: 3, pose: ofEqualNorm },
    { name: "fractions", level: 4, pose: fractions },
    { name: "letters", level: 5, pose: letters },
  ],
  prompt: ({ a, b }) => [
    "Do ",
    shownVector(a),
    " and ",
    shownVector(b),
    " have a dot product, and why or why not?",
  ],
  answer: (facts) =>
    match(facts)
      ? phrase(`Yes, one number: both have ${dimensionOf(facts.a)} components`)
      : phrase(`No, ${larger(facts)} components against ${smaller(facts)}`),
  hints: ({ a, b }) => [
    ["In a dot product each component of one vector is multiplied by its partner in the other."],
    ["So each component needs a partner. How large the numbers are does not matter."],
    [
      `The first vector has ${dimensionOf(a)} components, and the last component of the second is `,
      shownNumber(b.components.at(-1)!),
      ". Does it have a partner, and is any left over?",
    ],
  ],
  because: (facts) => [
    match(facts)
      ? "Each component has a partner, and the products add up to one number."
      : "One component has no partner to be multiplied by.",
  ],
  solve: ({ a, b }) => {
    const working = dotProduct(a, b);
    return working.ok
      ? { workings: [{ working: working.value }], words: [] }
      : {
          workings: [],
          words: [
            [
              `One vector has ${dimensionOf(a)} components, the other ${dimensionOf(b)}. A dot product multiplies partners, so both need the same dimension.`,
            ],
          ],
        };
  },
  slips,
  others: (facts) =>
    match(facts) ? [phrase("No, only equal vectors have one")] : [phrase("Yes, any two vectors have one")],
};
