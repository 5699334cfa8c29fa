import { dotProduct } from "../../math/dot.ts";
import { isZero } from "../../math/scalar.ts";
import { equals } from "../../math/scalar-arithmetic.ts";
import { dimensionOf, lettersIn } from "../../math/vector.ts";
import { message, say, sayParts } from "../../say.ts";
import { labelOf, number, phrase } from "../answer.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { isNegative, normOf, type VectorPair } from "./facts/measures.ts";
import { drawn, fractions, letters, ofEqualNorm } from "./facts/partnered.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

const match = ({ a, b }: VectorPair): boolean => dimensionOf(a) === dimensionOf(b);
const larger = ({ a, b }: VectorPair): number => Math.max(dimensionOf(a), dimensionOf(b));
const smaller = ({ a, b }: VectorPair): number => Math.min(dimensionOf(a), dimensionOf(b));
const haveNorms = ({ a, b }: VectorPair): boolean => lettersIn([a, b]).length === 0;
const every = ({ a, b }: VectorPair) => [...a.components, ...b.components];

const slips: readonly [Slip<VectorPair>, ...Slip<VectorPair>[]] = [
  slip(
    "dimension-and-norm-mixed-up",
    (facts) => {
      if (!haveNorms(facts)) return match(facts) ? phrase(say("No, their norms may differ")) : undefined;
      const [x, y] = [normOf(facts.a), normOf(facts.b)];
      return equals(x, y)
        ? phrase(say("Yes, as both have the norm {norm}", { norm: labelOf(number(x)) }))
        : match(facts)
          ? phrase(say("No, their norms differ"))
          : phrase(say("No, but with equal norms they would"));
    },
    message(
      "Norms do not matter here: vectors of any length have a dot product. What counts is how many components each has.",
    ),
  ),
  slip(
    "products-not-summed",
    (facts) =>
      match(facts)
        ? phrase(say("Yes, a vector of {count} components", { count: dimensionOf(facts.a) }))
        : undefined,
    message("Those are the products. A dot product adds them up, so one number comes out."),
  ),
  slip(
    "zero-forbids",
    (facts) =>
      match(facts) && every(facts).some(isZero) ? phrase(say("No, one of their components is 0")) : undefined,
    message("A 0 is a number like any other. Its product is 0, and that may be added."),
  ),
  slip(
    "minus-forbids",
    (facts) =>
      match(facts) && every(facts).some(isNegative)
        ? phrase(say("No, one of their components is negative"))
        : undefined,
    message("Components may be negative. Their products are then added with the signs they have."),
  ),
  slip(
    "letter-forbids",
    (facts) => (match(facts) && !haveNorms(facts) ? phrase(say("No, the letters are different")) : undefined),
    message("Letters stand for numbers, and different numbers may be multiplied."),
  ),
  slip(
    "partner-made-up",
    (facts) => (match(facts) ? undefined : phrase(say("Yes, with a 0 for the partner that is missing"))),
    message(
      "It is tempting, but that 0 would be made up, and the vector would become another one. Without partners there is no dot product.",
    ),
  ),
  slip(
    "component-left-out",
    (facts) =>
      match(facts)
        ? undefined
        : phrase(say("Yes, from the first {count} components of each", { count: smaller(facts) })),
    message("Each component counts. Where one has no partner, the dot product is not defined."),
  ),
];

/** Whether two vectors have a dot product, and why or why not. */
export const sameDimensionKind: QuestionKind<VectorPair> = {
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
  prompt: ({ a, b }) =>
    sayParts("Do {a} and {b} have a dot product, and why or why not?", {
      a: shownVector(a),
      b: shownVector(b),
    }),
  answer: (facts) =>
    match(facts)
      ? phrase(say("Yes, one number: both have {count} components", { count: dimensionOf(facts.a) }))
      : phrase(say("No, {more} components against {fewer}", { more: larger(facts), fewer: smaller(facts) })),
  hints: ({ a, b }) => [
    [say("In a dot product each component of one vector is multiplied by its partner in the other.")],
    [say("So each component needs a partner. How large the numbers are does not matter.")],
    sayParts(
      "The first vector has {count} components, and the last component of the second is {last}. Does it have a partner, and is any left over?",
      { count: dimensionOf(a), last: shownNumber(b.components.at(-1)!) },
    ),
  ],
  because: (facts) => [
    say(
      match(facts)
        ? "Each component has a partner, and the products add up to one number."
        : "One component has no partner to be multiplied by.",
    ),
  ],
  solve: ({ a, b }) => {
    const working = dotProduct(a, b);
    return working.ok
      ? { workings: [{ working: working.value }], words: [] }
      : {
          workings: [],
          words: [
            [
              say(
                "One vector has {first} components, the other {second}. A dot product multiplies partners, so both need the same dimension.",
                { first: dimensionOf(a), second: dimensionOf(b) },
              ),
            ],
          ],
        };
  },
  slips,
  others: (facts) =>
    match(facts)
      ? [phrase(say("No, only equal vectors have one"))]
      : [phrase(say("Yes, any two vectors have one"))],
};
