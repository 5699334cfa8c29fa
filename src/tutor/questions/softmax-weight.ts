import { type Expression, evaluateScalar } from "../../math/expression/expression.ts";
import { approximate, asExpression, rational, type Scalar, toReal } from "../../math/scalar.ts";
import { workThrough } from "../../math/working.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { number } from "../answer.ts";
import type { QuestionKind } from "../question.ts";
import { wholes } from "./facts/draw.ts";
import { shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

interface Facts {
  readonly first: number;
  readonly second: number;
}

const powers = new Map<number, Scalar>();

/** e to the power of a whole number; kept, as 64 digits of it take long and few exponents are drawn. */
const power = (exponent: number): Scalar => {
  const known = powers.get(exponent);
  if (known !== undefined) return known;
  const value = evaluateScalar({ kind: "apply", function: "exp", of: asExpression(rational(exponent)) });
  powers.set(exponent, value);
  return value;
};

const weightOf = (own: number, other: number): Scalar =>
  evaluateScalar({
    kind: "quotient",
    numerator: asExpression(power(own - other)),
    denominator: { kind: "sum", terms: [asExpression(power(own - other)), asExpression(rational(1))] },
  });

const share = (own: Expression, other: Expression): Expression => ({
  kind: "quotient",
  numerator: own,
  denominator: { kind: "sum", terms: [own, other] },
});

/** Both scores less the lower one. */
const lowered = ({ first, second }: Facts) => ({
  first: Math.max(first - second, 0),
  second: Math.max(second - first, 0),
});

/** Two scores with a gap from 1 to 3: with more, both weights round to 0 and 1. */
const draw =
  (least: number, most: number) =>
  (random: Random): Facts => {
    const first = random.whole(least, most);
    return { first, second: first + random.pick([-3, -2, -1, 1, 2, 3]) };
  };

/** Work out one of two softmax weights. */
export const softmaxWeightKind: QuestionKind<Facts> = {
  name: "softmax-weight",
  skill: "softmax",
  rounding: { decimals: 2 },
  templates: [
    { name: "two small scores", level: 3, pose: draw(3, 6) },
    { name: "scores below zero", level: 4, pose: draw(-9, -4) },
    { name: "high scores", level: 5, pose: draw(40, 90) },
  ],
  prompt: ({ first, second }) =>
    sayParts(
      "The scores are {scores}. What weight does softmax give to the first? Round to two decimals. The powers of e are about 2.718, 7.389 and 20.086.",
      { scores: shownVector(wholes(first, second)) },
    ),
  answer: ({ first, second }) => number(weightOf(first, second)),
  hints: (facts) => [
    [say("Only the gap between the scores counts, so take the lower one away from both.")],
    [say("That leaves {first} and {second}. Note that e to the power of 0 is 1.", lowered(facts))],
    [say("Raise e to each of the two, and divide the first result by the sum of both.")],
  ],
  because: (facts) => [
    say(
      "With the lower score taken away they are {first} and {second}; the first power is divided by the sum.",
      lowered(facts),
    ),
  ],
  solve: (facts) => {
    const [own, other] = [lowered(facts).first, lowered(facts).second].map((n) => asExpression(rational(n)));
    const [above, beside] = [lowered(facts).first, lowered(facts).second].map((n) => asExpression(power(n)));
    const value = weightOf(facts.first, facts.second);
    const working = workThrough(
      share({ kind: "apply", function: "exp", of: own! }, { kind: "apply", function: "exp", of: other! }),
      [],
      [
        { rule: "work-out-powers", line: share(above!, beside!) },
        { rule: "simplify", line: asExpression(value) },
      ],
      value,
    );
    return { workings: [{ label: say("With the lower score taken away from both"), working }], words: [] };
  },
  slips: [
    slip(
      "scores-taken-for-weights",
      ({ first, second }) => number(approximate(toReal(rational(first, first + second)))),
      message(
        "That is the share of the score. Softmax takes powers of e first, and then the shares of these.",
      ),
    ),
    slip(
      "other-weight-given",
      ({ first, second }) => number(weightOf(second, first)),
      message("That is the weight of the second. The higher score always has the larger weight."),
    ),
    slip(
      "power-not-divided",
      ({ first, second }) => number(power(first - second)),
      message(
        "That is the power of the gap. Divide it by the sum of both powers, so that the weights add up to 1.",
      ),
    ),
    slip(
      "other-score-ignored",
      ({ first }) => number(weightOf(first, 0)),
      message("You weighed the first score against 0. It is weighed against the other score."),
    ),
  ],
};
