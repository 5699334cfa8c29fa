import { norm } from "../../math/norm.ts";
import { rational } from "../../math/scalar.ts";
import { negate, sum } from "../../math/scalar-arithmetic.ts";
import { squareRoot } from "../../math/square-root.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { vector } from "../answer.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { ofWholeNorm, wholes } from "./facts/draw.ts";
import { divided, dotOf, largestOf, normOf } from "./facts/measures.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

interface Facts {
  /** Positive components; the unit vector among the options points the same way, up to signs. */
  readonly a: Vector;
  /** A sign for each component, 1 or −1. */
  readonly signs: readonly (1 | -1)[];
}

const positive = (a: Vector): Facts => ({ a, signs: a.components.map(() => 1) });

const someSigns = (random: Random, a: Vector): Facts => ({
  a,
  signs: a.components.map(() => random.pick([1, -1])),
});

const signed = ({ signs }: Facts, a: Vector): Vector =>
  vectorOf(a.components.map((component, i) => (signs[i] === 1 ? component : negate(component))));

const unitOf = (facts: Facts): Vector => signed(facts, divided(facts.a, normOf(facts.a)));

const slips: readonly [Slip<Facts>, ...Slip<Facts>[]] = [
  slip(
    "components-add-to-one",
    (facts) => vector(signed(facts, divided(facts.a, sum(facts.a.components)))),
    message(
      "The sizes of these components add up to 1, but a norm is the root of the added squares. The squares must add up to 1.",
    ),
  ),
  slip(
    "largest-component-one",
    (facts) => vector(signed(facts, divided(facts.a, largestOf(facts.a)))),
    message("The largest component alone is already 1 in size, and the others make the arrow longer still."),
  ),
  slip(
    "all-components-one",
    (facts) => vector(signed(facts, wholes(...facts.a.components.map(() => 1)))),
    message(
      "With a 1 in every place the squares add up to more than 1. One such component alone fills the norm.",
    ),
  ),
  slip(
    "forgot-the-root",
    (facts) => vector(signed(facts, divided(facts.a, dotOf(facts.a, facts.a)))),
    message(
      "That is a vector divided by the sum of its squares. The root was forgotten, so this arrow is too short.",
    ),
  ),
];

/** Which of some vectors is a unit vector. */
export const unitVectorKind: QuestionKind<Facts> = {
  name: "unit-vector",
  skill: "unit-vector",
  chosenOnly: true,
  templates: [
    { name: "two fractions", level: 1, pose: (random) => positive(ofWholeNorm(random, 2)) },
    { name: "three fractions", level: 2, pose: (random) => positive(ofWholeNorm(random, 3)) },
    {
      name: "with signs",
      level: 3,
      pose: (random) => someSigns(random, ofWholeNorm(random, random.pick([2, 3]))),
    },
    {
      name: "roots",
      level: 4,
      pose: (random) => someSigns(random, wholes(random.whole(1, 3), random.whole(2, 6))),
    },
    {
      name: "roots of different numbers",
      level: 5,
      pose: (random) =>
        someSigns(
          random,
          vectorOf(
            random
              .shuffle([1, 2, 3, 5, 6, 7])
              .slice(0, 2)
              .map((n) => squareRoot(rational(n))),
          ),
        ),
    },
  ],
  prompt: (facts) => [
    say(
      facts.signs.includes(-1)
        ? "Which of these is a unit vector of {count} components (a minus sign is no obstacle)?"
        : "Which of these is a unit vector of {count} components?",
      { count: facts.a.components.length },
    ),
  ],
  answer: (facts) => vector(unitOf(facts)),
  hints: () => [
    [say("A unit vector is an arrow of length 1, so its norm is 1.")],
    [say("Square the components of each vector and add the squares up.")],
    [say("You need no root here: the norm is 1 exactly where the squares add up to 1.")],
  ],
  because: (facts) =>
    sayParts("The squares of {unit} add up to {sum}, so its norm is 1.", {
      unit: shownVector(unitOf(facts)),
      sum: shownNumber(dotOf(unitOf(facts), unitOf(facts))),
    }),
  solve: (facts) => ({ workings: [{ working: norm(unitOf(facts)) }], words: [] }),
  slips,
};
