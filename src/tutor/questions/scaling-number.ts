import { type Expression, evaluateScalar } from "../../math/expression.ts";
import { asExpression, isSymbolic, rational, type Scalar } from "../../math/scalar.ts";
import { add, divide, multiply } from "../../math/scalar-arithmetic.ts";
import { vectorOf } from "../../math/vector.ts";
import { workThrough } from "../../math/working.ts";
import { number } from "../answer.ts";
import type { Words } from "../markdown.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { wholeButZero } from "./facts/draw.ts";
import {
  both,
  bothByLetter,
  cosine,
  dot,
  isMinus,
  length,
  positiveOf,
  type Scaling,
  signAs,
} from "./facts/scalings.ts";
import { shownNumber } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

const secondOf = ({ second }: Scaling): Scalar => second ?? rational(1);

/** What the value is multiplied by. */
const changeOf = (facts: Scaling): Scalar => {
  const { of, factor } = facts;
  if (of === "dot product") return multiply(factor, secondOf(facts));
  return of === "norm" ? positiveOf(factor) : signAs(factor);
};

const slips: readonly [Slip<Scaling>, ...Slip<Scaling>[]] = [
  slip(
    "factor-ignored",
    ({ of, value }) => (of === "cosine" ? undefined : number(value)),
    "Only a cosine does not feel how long vectors are. A dot product and a norm grow with the factor.",
  ),
  slip(
    "added-instead-of-multiplied",
    ({ value, factor }) => number(add(value, factor)),
    "You added the factor. Scaling multiplies every component, and so it multiplies what is made of them.",
  ),
  slip(
    "factor-squared",
    ({ of, value, factor, second }) =>
      of === "cosine" || second !== undefined ? undefined : number(multiply(value, multiply(factor, factor))),
    "The factor was counted twice. Each product, or each length, takes it only once.",
  ),
  slip(
    "one-factor-forgotten",
    ({ value, factor, second }) => (second === undefined ? undefined : number(multiply(value, factor))),
    "Both vectors are scaled, so each product takes both factors: multiply by one, then by the other.",
  ),
  slip(
    "negative-factor-in-norm",
    ({ of, value, factor }) => (of === "norm" ? number(multiply(factor, value)) : undefined),
    "A norm is a length and never negative. A minus turns the arrow round but makes it no shorter.",
  ),
  slip(
    "cosine-scaled",
    ({ of, value, factor }) => (of === "cosine" ? number(multiply(factor, value)) : undefined),
    "The dot product takes the factor, but the norm below the fraction line takes its size as well, and there it cancels.",
  ),
  slip(
    "sign-dropped",
    (facts) =>
      facts.of === "norm" || !(isMinus(facts.factor) || isMinus(secondOf(facts)))
        ? undefined
        : number(multiply(facts.value, positiveOf(changeOf(facts)))),
    "A negative factor turns the arrow round, and so it changes the sign here.",
  ),
  slip(
    "divided-by-factor",
    ({ value, factor }) => (isSymbolic(factor) ? undefined : number(divide(value, factor))),
    "You divided by the factor. Scaling multiplies; only normalising divides, and it divides by the norm.",
  ),
];

/** What a number becomes when vectors are scaled. */
export const scalingNumberKind: QuestionKind<Scaling> = {
  name: "scaling-number",
  skill: "scaling",
  templates: [
    { name: "a dot product", level: 1, pose: (random) => dot(random, random.whole(2, 5)) },
    {
      name: "a norm",
      level: 2,
      pose: (random) => length(random, rational(random.pick([-5, -4, -3, -2, 2, 3, 4]))),
    },
    { name: "a dot product, negative factor", level: 3, pose: (random) => dot(random, random.whole(-5, -2)) },
    { name: "a cosine", level: 3, pose: cosine },
    { name: "a dot product, both scaled", level: 4, pose: both },
    {
      name: "a norm, by a fraction",
      level: 4,
      pose: (random) => length(random, rational(wholeButZero(random, -5, 5), random.pick([7, 8, 9]))),
    },
    { name: "a dot product, both scaled by a letter", level: 5, pose: bothByLetter },
  ],
  prompt: (facts) => [...before(facts), ...change(facts), ...after(facts)],
  answer: (facts) => number(multiply(changeOf(facts), facts.value)),
  hints: (facts) => [
    ["Scaling a vector multiplies each of its components by the factor."],
    [
      {
        "dot product": "Each product then takes the factor of each of its partners, and so does their sum.",
        norm: "The squares take the factor twice, and the root takes one of them back.",
        cosine:
          "The dot product takes the factor, and the norm it is divided by takes the size of the factor.",
      }[facts.of],
    ],
    facts.of === "cosine"
      ? ["The size of the factor cancels. Ask only whether the factor turns the arrow round."]
      : ["So the value from before is multiplied by ", shownNumber(changeOf(facts)), "."],
  ],
  because: (facts) => because(facts),
  solve: (facts) => {
    const subject: Expression = {
      kind: "product",
      factors: [changeOf(facts), facts.value].map(asExpression),
    };
    const value = evaluateScalar(subject);
    const working = workThrough(
      subject,
      [vectorOf([facts.value])],
      [{ rule: "simplify", line: asExpression(value) }],
      value,
    );
    return { workings: [{ label: `The new ${facts.of}`, working }], words: [because(facts)] };
  },
  slips,
};

const before = ({ of, value }: Scaling): Words =>
  of === "norm"
    ? ["The norm of a is ", shownNumber(value), ". "]
    : [
        of === "cosine" ? "The cosine similarity of a and b is " : "The dot product of a and b is ",
        shownNumber(value),
        ". ",
      ];

const change = ({ factor, second }: Scaling): Words => {
  const isLetter = isSymbolic(factor);
  const [name] = factor.kind === "exact" ? (factor.terms[0]?.letters ?? []) : [];
  return [
    "Now a is scaled by ",
    shownNumber(factor),
    ...(second === undefined ? [] : [", and b by ", shownNumber(second)]),
    isLetter ? `, where ${name} is positive. ` : ". ",
  ];
};

const after = ({ of }: Scaling): Words => [
  {
    "dot product": "What is their dot product now?",
    norm: "What is its norm now?",
    cosine: "What is their cosine similarity now?",
  }[of],
];

const because = (facts: Scaling): Words => {
  const { of, factor } = facts;
  switch (of) {
    case "dot product":
      return ["Every product, and so their sum, is multiplied by ", shownNumber(changeOf(facts)), "."];
    case "norm":
      return [
        "The arrow becomes ",
        shownNumber(changeOf(facts)),
        " times as long, and a length is never negative.",
      ];
    case "cosine":
      return [
        isMinus(factor)
          ? "The length does not matter to a cosine, but the arrow is turned round, so the sign changes."
          : "The direction stays, and the length does not matter to a cosine.",
      ];
  }
};
