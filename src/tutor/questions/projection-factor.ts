import { norm } from "../../math/norm.ts";
import { asExpression, letter } from "../../math/scalar.ts";
import { divide } from "../../math/scalar-arithmetic.ts";
import { lettersIn, type Vector, vectorOf } from "../../math/vector.ts";
import { toExpression, workThrough } from "../../math/working.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { number } from "../answer.ts";
import type { QuestionKind } from "../question.ts";
import { wholes } from "./facts/draw.ts";
import { dotOf, type VectorPair } from "./facts/measures.ts";
import { factorOf, slanted } from "./facts/projections.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

const withLetter = (random: Random): VectorPair => {
  const b = wholes(random.whole(1, 4), random.whole(2, 4));
  return { a: vectorOf([letter(random.pick(["x", "y", "p"])), b.components[1]!]), b };
};

const hasLetter = ({ a }: VectorPair): boolean => lettersIn([a]).length > 0;

/** By how much the second vector is multiplied to give the projection of the first. */
export const projectionFactorKind: QuestionKind<VectorPair> = {
  name: "projection-factor",
  skill: "projection",
  templates: [
    { name: "two positive components", level: 2, pose: (random) => slanted(random, 2, 1) },
    { name: "two with negatives", level: 3, pose: (random) => slanted(random, 2, -4) },
    { name: "three with negatives", level: 4, pose: (random) => slanted(random, 3, -4) },
    { name: "one letter", level: 5, pose: withLetter },
  ],
  prompt: ({ a, b }) =>
    sayParts("The projection of a = {a} onto b = {b} is a multiple t·b. What is the factor t?", {
      a: shownVector(a),
      b: shownVector(b),
    }),
  answer: ({ a, b }) => number(factorOf(a, b)),
  hints: ({ a, b }) => [
    [
      say(
        "What is left of a, a − t·b, must be at a right angle to b (orthogonal). So its dot product with b is 0.",
      ),
    ],
    [say("That makes a·b the same as t times b·b. Divide.")],
    sayParts("b·b is {square}, and a·b is {product}.", {
      square: shownNumber(dotOf(b, b)),
      product: shownNumber(dotOf(a, b)),
    }),
  ],
  because: ({ a, b }) =>
    sayParts("It is a·b, {product}, divided by b·b, {square}.", {
      product: shownNumber(dotOf(a, b)),
      square: shownNumber(dotOf(b, b)),
    }),
  solve: ({ a, b }) => {
    const dot = (left: Vector, right: Vector) =>
      ({ kind: "dot", left: toExpression(left), right: toExpression(right) }) as const;
    const value = factorOf(a, b);
    const working = workThrough(
      { kind: "quotient", numerator: dot(a, b), denominator: dot(b, b) },
      [a, b],
      [
        {
          rule: "put-in-numbers",
          line: {
            kind: "quotient",
            numerator: asExpression(dotOf(a, b)),
            denominator: asExpression(dotOf(b, b)),
          },
        },
        { rule: "simplify", line: asExpression(value) },
      ],
      value,
    );
    return { workings: [{ working }], words: [] };
  },
  slips: [
    slip(
      "projected-onto-the-wrong-vector",
      (facts) => (hasLetter(facts) ? undefined : number(factorOf(facts.b, facts.a))),
      message(
        "You divided by a·a. The vector that is projected onto stands below the fraction line, and that is b.",
      ),
    ),
    slip(
      "divided-by-norm-not-its-square",
      ({ a, b }) => number(divide(dotOf(a, b), norm(b).value)),
      message(
        "That is how far a reaches along b, in lengths. Counted in vectors b, it is divided by ‖b‖ once more.",
      ),
    ),
    slip(
      "not-divided",
      ({ a, b }) => number(dotOf(a, b)),
      message("That is a·b. It still has the length of b in it twice, so divide by b·b."),
    ),
  ],
};
