import { type Expression, evaluateScalar } from "../../math/expression/expression.ts";
import { asExpression, isSymbolic, rational, type Scalar } from "../../math/scalar.ts";
import { add, divide, multiply } from "../../math/scalar-arithmetic.ts";
import { vectorOf } from "../../math/vector.ts";
import { workThrough } from "../../math/working.ts";
import { message, say, sayParts } from "../../say.ts";
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
import { toldAndAsked } from "./facts/told-scalings.ts";
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
    message(
      "Only a cosine does not feel how long vectors are. A dot product and a norm grow with the factor.",
    ),
  ),
  slip(
    "added-instead-of-multiplied",
    ({ value, factor }) => number(add(value, factor)),
    message(
      "You added the factor. Scaling multiplies every component, and so it multiplies what is made of them.",
    ),
  ),
  slip(
    "factor-squared",
    ({ of, value, factor, second }) =>
      of === "cosine" || second !== undefined ? undefined : number(multiply(value, multiply(factor, factor))),
    message("The factor was counted twice. Each product, or each length, takes it only once."),
  ),
  slip(
    "one-factor-forgotten",
    ({ value, factor, second }) => (second === undefined ? undefined : number(multiply(value, factor))),
    message(
      "Both vectors are scaled, so each product takes both factors: multiply by one, then by the other.",
    ),
  ),
  slip(
    "negative-factor-in-norm",
    ({ of, value, factor }) => (of === "norm" ? number(multiply(factor, value)) : undefined),
    message("A norm is a length and never negative. A minus turns the arrow round but makes it no shorter."),
  ),
  slip(
    "cosine-scaled",
    ({ of, value, factor }) => (of === "cosine" ? number(multiply(factor, value)) : undefined),
    message(
      "The dot product takes the factor, but the norm below the fraction line takes its size as well, and there it cancels.",
    ),
  ),
  slip(
    "sign-dropped",
    (facts) =>
      facts.of === "norm" || !(isMinus(facts.factor) || isMinus(secondOf(facts)))
        ? undefined
        : number(multiply(facts.value, positiveOf(changeOf(facts)))),
    message("A negative factor turns the arrow round, and so it changes the sign here."),
  ),
  slip(
    "divided-by-factor",
    ({ value, factor }) => (isSymbolic(factor) ? undefined : number(divide(value, factor))),
    message(
      "You divided by the factor. Scaling multiplies; only normalising divides, and it divides by the norm.",
    ),
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
  prompt: toldAndAsked,
  answer: (facts) => number(multiply(changeOf(facts), facts.value)),
  hints: (facts) => [
    [say("Scaling a vector multiplies each of its components by the factor.")],
    [
      say(
        {
          "dot product": message(
            "Each product then takes the factor of each of its partners, and so does their sum.",
          ),
          norm: message("The squares take the factor twice, and the root takes one of them back."),
          cosine: message(
            "The dot product takes the factor, and the norm it is divided by takes the size of the factor.",
          ),
        }[facts.of],
      ),
    ],
    facts.of === "cosine"
      ? [say("The size of the factor cancels. Ask only whether the factor turns the arrow round.")]
      : sayParts("So the value from before is multiplied by {change}.", {
          change: shownNumber(changeOf(facts)),
        }),
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
    return { workings: [{ label: say(newValue[facts.of]), working }], words: [because(facts)] };
  },
  slips,
};

const newValue: Readonly<Record<Scaling["of"], string>> = {
  "dot product": message("The new dot product"),
  norm: message("The new norm"),
  cosine: message("The new cosine"),
};

const because = (facts: Scaling): Words => {
  const { of, factor } = facts;
  switch (of) {
    case "dot product":
      return sayParts("Every product, and so their sum, is multiplied by {change}.", {
        change: shownNumber(changeOf(facts)),
      });
    case "norm":
      return sayParts("The arrow becomes {change} times as long, and a length is never negative.", {
        change: shownNumber(changeOf(facts)),
      });
    case "cosine":
      return [
        say(
          isMinus(factor)
            ? "The length does not matter to a cosine, but the arrow is turned round, so the sign changes."
            : "The direction stays, and the length does not matter to a cosine.",
        ),
      ];
  }
};
