import { scaleVector } from "../../math/arithmetic.ts";
import { normalise } from "../../math/norm.ts";
import { letter, rational, type Scalar, signOf } from "../../math/scalar.ts";
import { divide, multiply, negate, sum } from "../../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { vector } from "../answer.ts";
import type { Words } from "../markdown.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { certain } from "./facts/certain.ts";
import { ofWholeNorm, someWholes, wholes, withSigns } from "./facts/draw.ts";
import { divided, dotOf, givenOf, type Lettered, normOf, scaled, sizesOf } from "./facts/measures.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

interface Facts extends Lettered {
  /** The norm that is wanted. */
  readonly wanted: number;
}

const unit = (a: Vector): Facts => ({ a, wanted: 1 });

/** With a minus sign in half of the cases, or one on an option would tell that it is wrong. */
const perhapsSigned = (random: Random, count: 2 | 3): Vector => {
  const a = ofWholeNorm(random, count);
  return random.pick([true, false]) ? withSigns(random, a) : a;
};

const anotherNorm = (random: Random): Facts => ({
  a: withSigns(random, ofWholeNorm(random, random.pick([2, 3]))),
  // None of those vectors has such a norm already.
  wanted: random.pick([2, 4]),
});

/** The vector divided by a number, and with the norm that is wanted where that number is the norm. */
const over = ({ a, wanted }: Facts, by: Scalar): Vector => scaled(divided(a, by), rational(wanted));

const slips: readonly [Slip<Facts>, ...Slip<Facts>[]] = [
  slip(
    "components-add-to-one",
    (facts) => {
      const total = sum(facts.a.components);
      return signOf(total) === 0 ? undefined : vector(over(facts, total));
    },
    message(
      "You divided by what the components add up to. Divide by the norm: the root of the added squares.",
    ),
  ),
  slip(
    "forgot-the-root",
    (facts) => vector(over(facts, dotOf(facts.a, facts.a))),
    message("You divided by the sum of the squares. That is the norm squared; take its root first."),
  ),
  slip(
    "only-first-divided",
    (facts) => {
      const [first, ...others] = givenOf(facts).components;
      return vector([
        facts.letter === undefined
          ? divide(multiply(rational(facts.wanted), first), normOf(facts.a))
          : over(facts, normOf(facts.a)).components[0],
        ...others,
      ]);
    },
    message("Only the first component was divided. Divide each of them, or the arrow changes its direction."),
  ),
  slip(
    "wrong-factor",
    (facts) => vector(scaled(givenOf(facts), facts.wanted === 1 ? normOf(facts.a) : rational(facts.wanted))),
    (facts) => [
      say(
        facts.wanted === 1
          ? "You multiplied by the norm, so the arrow became longer. Divide by it instead."
          : "The direction is right, but the arrow is too long: it had a norm of its own. Divide by that norm first.",
      ),
    ],
  ),
  slip(
    "sign-dropped",
    (facts) => vector(sizesOf(over(facts, normOf(facts.a)))),
    message("The norm is positive, so dividing by it leaves every sign as it was. A minus sign got lost."),
  ),
  slip(
    "crossed-components",
    (facts) => vector(vectorOf(over(facts, normOf(facts.a)).components.toReversed())),
    message("The numbers are right, but they changed places. Each component stays where it is."),
  ),
  slip(
    "direction-reversed",
    (facts) => vector(over(facts, negate(normOf(facts.a)))),
    message("That arrow points the opposite way. A norm is positive, so no sign changes."),
  ),
  slip(
    "added-absolute-values",
    (facts) => vector(over(facts, sum(sizesOf(facts.a).components))),
    message("You divided by the added sizes of the components. The norm is the root of their added squares."),
  ),
];

/** Find the vector of a direction that has the norm 1, or another one. */
export const normaliseKind: QuestionKind<Facts> = {
  name: "normalise",
  skill: "normalise",
  templates: [
    { name: "two whole numbers, a whole norm", level: 1, pose: (random) => unit(perhapsSigned(random, 2)) },
    { name: "three whole numbers, a whole norm", level: 2, pose: (random) => unit(perhapsSigned(random, 3)) },
    {
      name: "negatives, a whole norm",
      level: 3,
      pose: (random) => unit(withSigns(random, ofWholeNorm(random, random.pick([2, 3])))),
    },
    {
      name: "a root",
      level: 4,
      pose: (random) => unit(withSigns(random, wholes(...someWholes(random, random.pick([2, 3]), 1, 5)))),
    },
    {
      name: "fractions",
      level: 5,
      pose: (random) =>
        unit(divided(withSigns(random, ofWholeNorm(random, 2)), rational(random.pick([2, 7, 11])))),
    },
    {
      name: "a letter",
      level: 5,
      pose: (random) => ({
        ...unit(withSigns(random, ofWholeNorm(random, 2))),
        letter: random.pick(["k", "t", "x"]),
      }),
    },
    { name: "another norm", level: 5, pose: anotherNorm },
  ],
  prompt: (facts) => {
    const { letter: name, wanted } = facts;
    const a = shownVector(givenOf(facts));
    if (wanted !== 1)
      return sayParts("Which vector of norm {wanted} has the direction of {a}?", { wanted, a });
    return name === undefined
      ? sayParts("Normalise {a}: which unit vector has its direction?", { a })
      : sayParts("Normalise {a}, where {name} is positive: which unit vector has its direction?", {
          a,
          name,
        });
  },
  answer: (facts) => vector(over(facts, normOf(facts.a))),
  hints: ({ wanted, ...facts }) => [
    [
      say(
        "The arrow keeps its direction and only changes its length. So each component is multiplied by one factor.",
      ),
    ],
    [say("Find the norm first: square the components, add the squares, take the root.")],
    sayParts(
      wanted === 1
        ? "The squares add up to {sum}. Divide each component by the root of that."
        : "The squares add up to {sum}. Divide each component by the root of that, then multiply by {wanted}.",
      { sum: shownNumber(dotOf(givenOf(facts), givenOf(facts))), wanted },
    ),
  ],
  because: ({ a, letter: name, wanted }) =>
    sayParts(
      wanted === 1
        ? "Each component is divided by the norm {norm}."
        : "Each component is divided by the norm {norm} and multiplied by {wanted}.",
      {
        norm: shownNumber(name === undefined ? normOf(a) : multiply(normOf(a), letter(name))),
        wanted,
      },
    ),
  solve: ({ a, letter: name, wanted }) => {
    const working = certain(normalise(a));
    return {
      workings: [
        { working: working },
        ...(wanted === 1 ? [] : [{ working: scaleVector(rational(wanted), working.value) }]),
      ],
      words: name === undefined ? [] : [withLetter(a, name)],
    };
  },
  slips,
  lookalikes: ["crossed-components", "sign-dropped", "direction-reversed"],
};

const withLetter = (a: Vector, name: string): Words =>
  sayParts(
    "The vector is {name} times {a}, and a positive factor changes no direction. So both have the same unit vector.",
    { name, a: shownVector(a) },
  );
