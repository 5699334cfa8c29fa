import { dotProduct } from "../../math/dot.ts";
import { equals } from "../../math/scalar-arithmetic.ts";
import { dimensionOf, lettersIn, type Vector } from "../../math/vector.ts";
import { message, say, sayParts } from "../../say.ts";
import { vector } from "../answer.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { certain } from "./facts/certain.ts";
import { normOf } from "./facts/measures.ts";
import { shownVector } from "./facts/shown.ts";
import {
  ofEqualNorm,
  ofFractions,
  ofLetters,
  ofWholes,
  type VectorsOfDimensions,
} from "./facts/vectors-of-dimensions.ts";
import { slip } from "./slips/slip.ts";

type Facts = VectorsOfDimensions;

const fits = ({ a }: Facts, b: Vector): boolean => dimensionOf(a) === dimensionOf(b);
/** How many components more than the first vector another one has. */
const more = ({ a }: Facts, b: Vector): number => dimensionOf(b) - dimensionOf(a);
const rightOf = (facts: Facts): Vector => facts.others.find((b) => fits(facts, b))!;

/** The vector whose dimension is furthest from that of the first. */
const farthest = (facts: Facts): Vector =>
  facts.others.reduce((far, b) => (Math.abs(more(facts, b)) > Math.abs(more(facts, far)) ? b : far));

const leadingTo = (facts: Facts, found: Vector | undefined) =>
  found === undefined || found === rightOf(facts) ? undefined : vector(found);

const haveNorms = ({ a, others }: Facts): boolean => lettersIn([a, ...others]).length === 0;

const slips: readonly [Slip<Facts>, ...Slip<Facts>[]] = [
  slip(
    "component-left-out",
    (facts) =>
      leadingTo(
        facts,
        facts.others.find((b) => more(facts, b) === 1),
      ),
    message("Each component counts. Its last one has no partner, so the dot product is not defined."),
  ),
  slip(
    "partner-made-up",
    (facts) =>
      leadingTo(
        facts,
        facts.others.find((b) => more(facts, b) === -1),
      ),
    message(
      "It is tempting to add a 0 at the end, but that 0 would be made up, and the vector would become another one.",
    ),
  ),
  slip(
    "mismatch-ignored",
    (facts) => leadingTo(facts, farthest(facts)),
    (facts) => [
      say("That one has {count} components. Count those of both vectors before you multiply partners.", {
        count: dimensionOf(farthest(facts)),
      }),
    ],
  ),
  slip(
    "dimension-and-norm-mixed-up",
    (facts) =>
      leadingTo(
        facts,
        haveNorms(facts)
          ? facts.others.find(
              (b) => Math.abs(more(facts, b)) > 1 && b !== farthest(facts) && sameNorm(facts, b),
            )
          : undefined,
      ),
    message(
      "Norms do not matter here: vectors of any length have a dot product. What counts is how many components each has.",
    ),
  ),
];

const sameNorm = ({ a }: Facts, b: Vector): boolean => equals(normOf(a), normOf(b));

/** Which of some vectors has a dot product with a given one. */
export const sameDimensionKind: QuestionKind<Facts> = {
  name: "same-dimension",
  skill: "dimensions",
  chosenOnly: true,
  templates: [
    { name: "small whole numbers", level: 1, pose: (random) => ofWholes(random, 1, 6) },
    { name: "zeros and negatives", level: 2, pose: (random) => ofWholes(random, -3, 3) },
    { name: "equal norms", level: 3, pose: ofEqualNorm },
    { name: "fractions", level: 4, pose: ofFractions },
    { name: "letters", level: 5, pose: ofLetters },
  ],
  prompt: ({ a }) => sayParts("Which of these has a dot product with {a}?", { a: shownVector(a) }),
  answer: (facts) => vector(rightOf(facts)),
  hints: ({ a }) => [
    [say("In a dot product each component of one vector is multiplied by its partner in the other.")],
    [say("So each component needs a partner. How large the numbers are does not matter.")],
    [
      say("The given vector has {count} components. How many has each of the others?", {
        count: dimensionOf(a),
      }),
    ],
  ],
  because: ({ a }) => [
    say("Both have {count} components, so each of them has a partner.", { count: dimensionOf(a) }),
  ],
  solve: (facts) => ({
    workings: [{ working: certain(dotProduct(facts.a, rightOf(facts))) }],
    words: [
      [
        say("The others have more or fewer components than {count}, so some would be without a partner.", {
          count: dimensionOf(facts.a),
        }),
      ],
    ],
  }),
  slips,
  others: ({ others }) => others.map((b) => vector(b)),
};
