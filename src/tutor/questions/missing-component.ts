import { dotProduct } from "../../math/dot.ts";
import type { Expression } from "../../math/expression/expression.ts";
import { asExpression, letter, rational, type Scalar } from "../../math/scalar.ts";
import { add, divide, multiply, negate, subtract, sum } from "../../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import { toExpression, workThrough } from "../../math/working.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { number } from "../answer.ts";
import { shown } from "../markdown.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { certain } from "./facts/certain.ts";
import { wholeButZero, withoutZeros } from "./facts/draw.ts";
import { dotOf, isNegative, productsOf } from "./facts/measures.ts";
import { shownNumber } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

interface Facts {
  readonly a: Vector;
  readonly b: Vector;
  /** Where the component of b stands that is to be found, counted from 0. */
  readonly at: number;
}

const drawn = (random: Random, count: number, least: number, most: number): Facts => {
  const some = () => withoutZeros(random, count, least, most);
  return { a: some(), b: some(), at: random.whole(0, count - 1) };
};

const withMissing = (facts: Facts, missing: Scalar): Facts => ({
  ...facts,
  b: vectorOf(facts.b.components.map((component, i) => (i === facts.at ? missing : component))),
});

/** The partner of the missing component is 1 or −1, and the missing one makes the dot product 0. */
const rightAngle = (random: Random): Facts => {
  const facts = drawn(random, 3, -5, 5);
  const a = vectorOf(
    facts.a.components.map((component, i) => (i === facts.at ? rational(random.pick([1, -1])) : component)),
  );
  const rest = restOf({ ...facts, a });
  return withMissing({ ...facts, a }, divide(negate(rest), a.components[facts.at]!));
};

const withLetter = (random: Random): Facts => {
  const facts = drawn(random, 2, 2, 6);
  const x = letter(random.pick(["x", "y", "z", "p"]));
  const other = multiply(facts.a.components[1 - facts.at]!, x);
  const a = vectorOf(facts.a.components.map((component, i) => (i === facts.at ? component : other)));
  return withMissing({ ...facts, a }, multiply(rational(random.whole(2, 5)), x));
};

const totalOf = ({ a, b }: Facts): Scalar => dotOf(a, b);
const partnerOf = ({ a, at }: Facts): Scalar => a.components[at]!;
/** What the products of the other components add up to. */
const restOf = ({ a, b, at }: Facts): Scalar => sum(productsOf(a, b).filter((_, i) => i !== at));
const leftOf = (facts: Facts): Scalar => subtract(totalOf(facts), restOf(facts));

const withQuestionMark = ({ a, b, at }: Facts): Expression => ({
  kind: "dot",
  left: toExpression(a),
  right: {
    kind: "vector",
    components: b.components
      .map(asExpression)
      .map(
        (component, i): Expression => (i === at ? { kind: "name", name: "?", means: component } : component),
      ),
  },
});

const hasMinus = ({ a, b }: Facts): boolean => [...a.components, ...b.components].some(isNegative);

const slips: readonly [Slip<Facts>, ...Slip<Facts>[]] = [
  slip(
    "other-products-forgotten",
    (facts) => number(divide(totalOf(facts), partnerOf(facts))),
    message(
      "You divided the whole dot product. First take away what the other products add to it, then divide what is left.",
    ),
  ),
  slip(
    "not-divided",
    (facts) => number(leftOf(facts)),
    (facts) =>
      sayParts(
        "That is the missing product. One step is left: divide it by the partner {partner} to get the component.",
        {
          partner: shownNumber(partnerOf(facts)),
        },
      ),
  ),
  slip(
    "subtracted-instead-of-divided",
    (facts) => number(subtract(leftOf(facts), partnerOf(facts))),
    message(
      "The missing component is multiplied by its partner. To undo that, divide by the partner; do not subtract it.",
    ),
  ),
  slip(
    "added-instead-of-multiplied",
    (facts) => {
      const others = [...facts.a.components, ...facts.b.components.filter((_, i) => i !== facts.at)];
      return number(subtract(totalOf(facts), sum(others)));
    },
    message(
      "With that number all components add up to the value. In a dot product partners are multiplied, and their products added.",
    ),
  ),
  slip(
    "sign-dropped",
    (facts) => (hasMinus(facts) ? number(negate(facts.b.components[facts.at]!)) : undefined),
    message(
      "The size is right, but a minus sign got lost on the way. Put your number in and work out the dot product to check it.",
    ),
  ),
  slip(
    "others-added",
    (facts) => number(divide(add(totalOf(facts), restOf(facts)), partnerOf(facts))),
    message(
      "The other products are already part of the dot product. Take them away from it to see what is left for the missing one.",
    ),
  ),
];

/** Find the component that makes a dot product come out as told. */
export const missingComponentKind: QuestionKind<Facts> = {
  name: "missing-component",
  skill: "missing-component",
  templates: [
    { name: "two small whole numbers each", level: 1, pose: (random) => drawn(random, 2, 1, 6) },
    { name: "three whole numbers each", level: 2, pose: (random) => drawn(random, 3, 1, 6) },
    { name: "three with negatives", level: 3, pose: (random) => drawn(random, 3, -6, 6) },
    { name: "at a right angle", level: 4, pose: rightAngle },
    {
      name: "a fraction is missing",
      level: 4,
      pose: (random) =>
        withMissing(
          drawn(random, 2, -6, 6),
          rational(wholeButZero(random, -5, 5), random.pick([2, 3, 4, 5])),
        ),
    },
    { name: "with a letter", level: 5, pose: withLetter },
  ],
  prompt: (facts) =>
    sayParts("One component is missing: {product} = {total}. Which number belongs in its place?", {
      product: shown(withQuestionMark(facts)),
      total: shownNumber(totalOf(facts)),
    }),
  answer: ({ b, at }) => number(b.components[at]!),
  hints: (facts) => [
    [say("Work out all products that you know. The missing one is what the dot product still lacks.")],
    sayParts("What you know adds up to {rest}. How much is left up to {total}?", {
      rest: shownNumber(restOf(facts)),
      total: shownNumber(totalOf(facts)),
    }),
    sayParts("The missing component times {partner} must give {left}.", {
      partner: shownNumber(partnerOf(facts)),
      left: shownNumber(leftOf(facts)),
    }),
  ],
  because: (facts) =>
    sayParts(
      "The other products make {rest}, so {left} is left, and it is {partner} times the missing component.",
      {
        rest: shownNumber(restOf(facts)),
        left: shownNumber(leftOf(facts)),
        partner: shownNumber(partnerOf(facts)),
      },
    ),
  solve: (facts) => {
    const denominator = asExpression(partnerOf(facts));
    const over = (numerator: Expression): Expression => ({ kind: "quotient", numerator, denominator });
    const missing = facts.b.components[facts.at]!;
    const check = certain(dotProduct(facts.a, facts.b));
    const working = workThrough(
      over({
        kind: "difference",
        left: asExpression(totalOf(facts)),
        right: asExpression(restOf(facts)),
      }),
      [facts.a, facts.b],
      [
        { rule: "simplify", line: over(asExpression(leftOf(facts))) },
        { rule: "simplify", line: asExpression(missing) },
      ],
      missing,
    );
    return {
      workings: [
        { label: say("What is left, divided by the partner"), working },
        { label: say("Put in to check"), working: check },
      ],
      words: [],
    };
  },
  slips,
};
