import { isSymbolic, isZero, letter, rational, type Scalar, signOf } from "../../math/scalar.ts";
import { compare, equals, sum } from "../../math/scalar-arithmetic.ts";
import { dimensionOf, lettersIn, type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { number } from "../answer.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { ofWholeNorm, someWholes, wholeButZero } from "./facts/draw.ts";
import { normOf } from "./facts/measures.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

interface Facts {
  readonly a: Vector;
}

const shuffled = (random: Random, components: readonly Scalar[]): Facts => ({
  a: vectorOf(random.shuffle(components)),
});

const letters = (random: Random): Facts => {
  const names = random.shuffle(["x", "y", "z"]).slice(0, 2).map(letter);
  const more = Array.from({ length: random.whole(1, 3) }, () => random.pick(names));
  return shuffled(random, [...names, ...more, rational(0), rational(random.whole(2, 9))]);
};

const withZeros = (random: Random): Facts =>
  shuffled(random, [
    ...ofWholeNorm(random, random.pick([2, 3])).components,
    ...Array.from({ length: random.whole(1, 3) }, () => rational(0)),
  ]);

const withRepeats = (random: Random): Facts => {
  const some = someWholes(random, random.whole(2, 3), 2, 9);
  return shuffled(
    random,
    [...some, ...some.slice(0, random.whole(1, 2)), 0].map((n) => rational(n)),
  );
};

const slips: readonly [Slip<Facts>, ...Slip<Facts>[]] = [
  slip(
    "dimension-and-norm-mixed-up",
    ({ a }) => (lettersIn([a]).length > 0 ? undefined : number(normOf(a))),
    message("That is the norm: how long the arrow is. The dimension is how many components the vector has."),
  ),
  slip(
    "commas-counted",
    ({ a }) => number(dimensionOf(a) - 1),
    message(
      "Between the components stand one fewer commas than there are components. Count the components themselves.",
    ),
  ),
  slip(
    "zeros-not-counted",
    ({ a }) => number(a.components.filter((x) => !isZero(x)).length),
    message("A 0 is a component like any other: it has its place, and so it counts."),
  ),
  slip(
    "repeats-not-counted",
    ({ a }) =>
      number(a.components.filter((x, i) => a.components.findIndex((y) => equals(x, y)) === i).length),
    message("Equal components stand in places of their own, and each place counts."),
  ),
  slip(
    "components-added",
    ({ a }) => number(sum(a.components)),
    message(
      "That is what the components add up to. For the dimension count them; their values do not matter.",
    ),
  ),
  slip(
    "largest-component",
    ({ a }) =>
      a.components.some(isSymbolic)
        ? undefined
        : number(a.components.reduce((most, x) => (compare(x, most) > 0 ? x : most))),
    message(
      "That is the largest component. The dimension does not depend on how large they are, only on how many there are.",
    ),
  ),
];

/** How many components a vector has. */
export const dimensionsKind: QuestionKind<Facts> = {
  name: "dimensions",
  skill: "dimensions",
  templates: [
    {
      name: "whole numbers",
      level: 1,
      pose: (random) => ({ a: ofWholeNorm(random, random.pick([2, 3])) }),
    },
    { name: "zeros among them", level: 2, pose: withZeros },
    { name: "a number twice", level: 3, pose: withRepeats },
    {
      name: "fractions and negatives",
      level: 4,
      pose: (random) =>
        shuffled(random, [
          rational(0),
          ...Array.from({ length: random.whole(2, 4) }, () =>
            rational(wholeButZero(random, -9, 9), random.pick([1, 2, 5])),
          ),
        ]),
    },
    { name: "letters", level: 5, pose: letters },
  ],
  prompt: ({ a }) => sayParts("What is the dimension of {a}?", { a: shownVector(a) }),
  answer: ({ a }) => number(dimensionOf(a)),
  hints: ({ a }) => [
    [say("Dimension and norm are two things. One counts, the other measures a length.")],
    [say("The dimension does not change when the components become larger or smaller.")],
    sayParts("Point at each component in turn and count: the first is {first}, the last is {last}.", {
      first: shownNumber(a.components[0]),
      last: shownNumber(a.components.at(-1)!),
    }),
  ],
  because: ({ a }) => [
    say("It has {count} components, whatever their values are.", { count: dimensionOf(a) }),
  ],
  solve: ({ a }) => ({
    workings: [],
    words: [
      [
        say("Count the components:"),
        " ",
        ...a.components.flatMap((x, i) => [`${i === 0 ? "" : ", "}${i + 1}: `, shownNumber(x)]),
        ".",
      ],
      [
        say("The dimension is {count}.", { count: dimensionOf(a) }),
        ...(a.components.some((x) => isSymbolic(x) || signOf(x) !== 0)
          ? [" ", say("How long the arrow is, its norm, is another question.")]
          : []),
      ],
    ],
  }),
  slips,
};
