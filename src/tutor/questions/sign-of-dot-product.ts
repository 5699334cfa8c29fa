import { dotProduct } from "../../math/dot.ts";
import { asExpression, letter, rational, type Scalar, signOf } from "../../math/scalar.ts";
import { compare, sum } from "../../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import { message, say, sayParts } from "../../say.ts";
import { phrase } from "../answer.ts";
import { shown, type Words } from "../markdown.ts";
import type { Answer, QuestionKind, Slip } from "../question.ts";
import { certain } from "./facts/certain.ts";
import { divided, dotOf, productsOf, scaled, sizeOf } from "./facts/measures.ts";
import { drawn, isMixed, mixed, rightAngled, type SignFacts } from "./facts/mixed-products.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

const same = (): Answer => phrase(say("To the same side"));
const right = (): Answer => phrase(say("At a right angle"));
const opposite = (): Answer => phrase(say("To opposite sides"));

const ofSign = (sign: number): Answer => (sign > 0 ? same() : sign < 0 ? opposite() : right());

const largestProductOf = ({ a, b }: SignFacts): Scalar =>
  productsOf(a, b).reduce((most, product) => (compare(sizeOf(product), sizeOf(most)) > 0 ? product : most));

const signOfDot = ({ a, b, letter: known }: SignFacts): number => signOf(dotOf(a, b)) * (known?.sign ?? 1);

const firstOf = ({ a, letter: known }: SignFacts): Vector =>
  known === undefined ? a : scaled(a, letter(known.name));

const slips: readonly [Slip<SignFacts>, ...Slip<SignFacts>[]] = [
  slip(
    "largest-product-decides",
    (facts) => ofSign(signOf(largestProductOf(facts)) * (facts.letter?.sign ?? 1)),
    message(
      "The largest product alone does not decide: several smaller ones together may outweigh it. Add up all of them.",
    ),
  ),
  slip(
    "sign-dropped",
    same,
    message("A minus sign got lost. A positive number times a negative one is negative, and lowers the sum."),
  ),
  slip(
    "one-minus-decides",
    (facts) => (isMixed(facts) ? opposite() : undefined),
    message(
      "A negative product lowers the sum, but it does not decide alone. Add all products, then look at the sign.",
    ),
  ),
  slip(
    "signs-cancelled",
    (facts) => (isMixed(facts) ? right() : undefined),
    message(
      "Plus and minus only cancel where they are equally large. Add the products up to see what remains.",
    ),
  ),
  slip(
    "zero-read-as-opposite",
    (facts) => (signOfDot(facts) === 0 ? opposite() : undefined),
    message(
      "A dot product of 0 is a right angle: the two have no direction in common. Opposite sides give a negative number.",
    ),
  ),
  slip(
    "letter-taken-as-positive",
    (facts) => (facts.letter?.sign === -1 ? ofSign(signOf(dotOf(facts.a, facts.b))) : undefined),
    ({ letter: known }): Words => [
      say("The letter {name} stands for a negative number here, and so it turns the sign round.", {
        name: known?.name ?? "",
      }),
    ],
  ),
];

/** Whether two vectors point to the same side, at a right angle or to opposite sides. */
export const signOfDotProductKind: QuestionKind<SignFacts> = {
  name: "sign-of-dot-product",
  skill: "sign",
  chosenOnly: true,
  templates: [
    {
      name: "two components",
      level: 1,
      pose: (random) => mixed(() => drawn(random, 2)),
    },
    {
      name: "three components with a 0",
      level: 2,
      pose: (random) =>
        mixed(() => {
          const { a, b } = drawn(random, 3);
          const at = random.whole(0, 2);
          return { a, b: vectorOf(b.components.map((x, i) => (i === at ? rational(0) : x))) };
        }),
    },
    { name: "a right angle", level: 2, pose: rightAngled },
    {
      name: "the largest product misleads",
      level: 3,
      pose: (random) =>
        mixed(
          () => drawn(random, 4),
          (facts) => signOf(largestProductOf(facts)) !== signOfDot(facts),
        ),
    },
    {
      name: "fractions",
      level: 4,
      pose: (random) =>
        mixed(() => {
          const { a, b } = drawn(random, 3);
          return {
            a: divided(a, rational(random.pick([5, 7]))),
            b: divided(b, rational(random.pick([2, 3]))),
          };
        }),
    },
    {
      name: "a letter of known sign",
      level: 5,
      pose: (random) =>
        mixed(
          () => ({
            ...drawn(random, 3),
            letter: { name: random.pick(["k", "m", "t"]), sign: random.pick([-1, -1, 1]) },
          }),
          (facts) => signOfDot(facts) !== 0,
        ),
    },
  ],
  prompt: (facts) => [
    ...signOfLetter(facts),
    ...sayParts("Do {a} and {b} point to the same side, at a right angle, or to opposite sides?", {
      a: shownVector(firstOf(facts)),
      b: shownVector(facts.b),
    }),
  ],
  answer: (facts) => ofSign(signOfDot(facts)),
  hints: (facts) => [
    [say("The sign of the dot product tells: positive, zero or negative. You do not need the angle.")],
    [
      say(
        "A positive sum means one side, zero means that neither helps the other, a negative sum means turned away.",
      ),
    ],
    sayParts("The products to add up: {products}.", {
      products: shown({ kind: "vector", components: productsOf(firstOf(facts), facts.b).map(asExpression) }),
    }),
  ],
  because: (facts) => {
    const figures = { sum: shownNumber(sum(productsOf(firstOf(facts), facts.b))) };
    const sign = signOfDot(facts);
    if (sign === 0) return sayParts("The products add up to {sum}, and 0 means a right angle.", figures);
    return sign > 0
      ? sayParts("The products add up to {sum}, which is positive.", figures)
      : sayParts("The products add up to {sum}, which is negative.", figures);
  },
  solve: (facts) => {
    const working = certain(dotProduct(firstOf(facts), facts.b));
    const { letter: known } = facts;
    return {
      workings: [{ working: working }],
      words: [
        ...(known === undefined
          ? []
          : [
              [
                say(
                  known.sign > 0
                    ? "Here {name} is positive, so it keeps the sign."
                    : "Here {name} is negative, so it turns the sign round.",
                  { name: known.name },
                ),
              ],
            ]),
        [say("A positive dot product means the same side, 0 a right angle, a negative one opposite sides.")],
      ],
    };
  },
  slips,
  others: () => [same(), right(), opposite()],
};

/** What the question tells of its letter, as a sentence before it. */
const signOfLetter = ({ letter: known }: SignFacts): Words =>
  known === undefined
    ? []
    : [
        say(known.sign > 0 ? "The number {name} is positive." : "The number {name} is negative.", {
          name: known.name,
        }),
        " ",
      ];
