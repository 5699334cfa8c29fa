import { norm } from "../../math/norm.ts";
import { letter, rational, type Scalar, signOf } from "../../math/scalar.ts";
import { add, multiply, sum } from "../../math/scalar-arithmetic.ts";
import { squareRoot } from "../../math/square-root.ts";
import { dimensionOf, type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { number } from "../answer.ts";
import type { Word, Words } from "../markdown.ts";
import type { Answer, QuestionKind, Slip } from "../question.ts";
import { ofWholeNorm, someWholes, wholes, withSigns } from "./facts/draw.ts";
import {
  divided,
  dotOf,
  givenOf,
  type Lettered,
  normOf,
  productsOf,
  sizeOf,
  sizesOf,
} from "./facts/measures.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

const drawn = (random: Random, count: number): Lettered => ({
  a: withSigns(random, wholes(...someWholes(random, count, 1, 6))),
});

const roots = (random: Random): Lettered => ({
  a: vectorOf(
    random
      .shuffle([2, 3, 5, 6, 7, 10, 11])
      .slice(0, 2)
      .map((n) => squareRoot(rational(n))),
  ),
});

/** An answer times the letter, where there is one. */
const times = (facts: Lettered, value: Scalar): Answer =>
  number(facts.letter === undefined ? value : multiply(value, letter(facts.letter)));

/** √x, where x is positive. */
const rootOf = (facts: Lettered, x: Scalar): Answer | undefined =>
  signOf(x) > 0 ? times(facts, squareRoot(x)) : undefined;

const slips: readonly [Slip<Lettered>, ...Slip<Lettered>[]] = [
  slip(
    "forgot-the-root",
    (facts) => number(dotOf(givenOf(facts), givenOf(facts))),
    message("That is the sum of the squares, which is the square of the norm. Take the root of it."),
  ),
  slip(
    "added-absolute-values",
    (facts) => times(facts, sum(sizesOf(facts.a).components)),
    message(
      "You added the sizes of the components. An arrow goes straight across and is shorter: square, add, take the root.",
    ),
  ),
  slip(
    "added-without-squaring",
    (facts) => rootOf(facts, sum(facts.a.components)),
    message(
      "The components were added as they are. Square each of them first, then add, then take the root.",
    ),
  ),
  slip(
    "doubled-instead-of-squared",
    (facts) => rootOf(facts, multiply(rational(2), sum(sizesOf(facts.a).components))),
    message("Squaring means a number times itself: 3² is 9, not 6."),
  ),
  slip(
    "square-kept-negative",
    (facts) =>
      rootOf(facts, sum(facts.a.components.map((component) => multiply(component, sizeOf(component))))),
    message("A negative number times itself is positive, so every square raises the sum."),
  ),
  slip(
    "dimension-and-norm-mixed-up",
    ({ a }) => number(dimensionOf(a)),
    message("That is the dimension, the number of components. The norm is how long the arrow is."),
  ),
];

/** Compute the Euclidean norm of a vector. */
export const normKind: QuestionKind<Lettered> = {
  name: "norm",
  skill: "norm",
  templates: [
    { name: "two whole numbers, a whole norm", level: 1, pose: (random) => ({ a: ofWholeNorm(random, 2) }) },
    {
      name: "three whole numbers, a whole norm",
      level: 2,
      pose: (random) => ({ a: ofWholeNorm(random, 3) }),
    },
    { name: "a root", level: 3, pose: (random) => drawn(random, random.pick([2, 3])) },
    { name: "four with negatives", level: 4, pose: (random) => drawn(random, 4) },
    {
      name: "fractions",
      level: 4,
      pose: (random) => ({ a: divided(drawn(random, 2).a, rational(random.whole(2, 7))) }),
    },
    {
      name: "a letter",
      level: 5,
      pose: (random) => ({
        a: withSigns(random, ofWholeNorm(random, random.pick([2, 3]))),
        letter: random.pick(["k", "t", "x"]),
      }),
    },
    { name: "roots as components", level: 5, pose: roots },
  ],
  prompt: (facts) => {
    const a = shownVector(givenOf(facts));
    const { letter: name } = facts;
    return name === undefined
      ? sayParts("What is the norm of {a}?", { a })
      : sayParts("What is the norm of {a}, where {name} is positive?", { a, name });
  },
  answer: (facts) => times(facts, normOf(facts.a)),
  hints: (facts) => [
    [say("The norm is how long the arrow is. Pythagoras helps: square, add, take the root.")],
    sayParts("The square of the first component is {square}. A square is never negative.", {
      square: shownNumber(productsOf(givenOf(facts), givenOf(facts))[0]!),
    }),
    sayParts("The squares add up to {sum}. Take the root of that.", { sum: sumOfSquares(facts) }),
  ],
  because: (facts) =>
    sayParts("The squares of the components add up to {sum}, and the norm is the root of that.", {
      sum: sumOfSquares(facts),
    }),
  solve: ({ a, letter: name }) => ({
    workings: [{ working: norm(a) }],
    words: name === undefined ? [] : [withLetter(a, name)],
  }),
  slips,
  others: (facts) => [times(facts, add(normOf(facts.a), rational(1)))],
};

const sumOfSquares = (facts: Lettered): Word => shownNumber(dotOf(givenOf(facts), givenOf(facts)));

const withLetter = (a: Vector, name: string): Words =>
  sayParts(
    "The vector is {name} times {a}. A positive factor scales the norm as well, so it is {name} times {norm}.",
    { name: shownNumber(letter(name)), a: shownVector(a), norm: shownNumber(normOf(a)) },
  );
