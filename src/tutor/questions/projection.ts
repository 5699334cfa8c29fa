import { norm } from "../../math/norm.ts";
import { project } from "../../math/projection.ts";
import { divide } from "../../math/scalar-arithmetic.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { number, sameAnswer, vector } from "../answer.ts";
import type { QuestionKind } from "../question.ts";
import { certain } from "./facts/certain.ts";
import { wholes } from "./facts/draw.ts";
import { dotOf, scaled, type VectorPair } from "./facts/measures.ts";
import { along, factorOf, less, remainder, slanted } from "./facts/projections.ts";
import { shownNumber, shownVector } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

interface Facts extends VectorPair {
  readonly asked: "projection" | "remainder";
}

const onAxis = (random: Random): Facts => ({
  a: wholes(random.whole(1, 6), random.whole(1, 6)),
  b: wholes(...(random.shuffle([random.whole(2, 5), 0]) as [number, number])),
  asked: "projection",
});

/** Split a vector along another. */
export const projectionKind: QuestionKind<Facts> = {
  name: "projection",
  skill: "projection",
  templates: [
    { name: "onto an axis", level: 2, pose: onAxis },
    {
      name: "two components",
      level: 3,
      pose: (random) => ({ ...slanted(random, 2, 1), asked: "projection" }),
    },
    {
      name: "the remainder of two",
      level: 4,
      pose: (random) => ({ ...slanted(random, 2, -3), asked: "remainder" }),
    },
    {
      name: "three components",
      level: 4,
      pose: (random) => ({ ...slanted(random, 3, -3), asked: "projection" }),
    },
    {
      name: "the remainder of three",
      level: 5,
      pose: (random) => ({ ...slanted(random, 3, -3), asked: "remainder" }),
    },
  ],
  prompt: ({ a, b, asked }) =>
    sayParts(
      asked === "projection"
        ? "Take a = {a} and b = {b}. What is the vector projection of a onto b?"
        : "Take a = {a} and b = {b}. Project a onto b. What remainder of a is left?",
      { a: shownVector(a), b: shownVector(b) },
    ),
  answer: ({ a, b, asked }) => vector(asked === "projection" ? along(a, b) : remainder(a, b)),
  hints: ({ a, b, asked }) => [
    [say("The projection is a multiple of b: think of the shadow of a on the line of b.")],
    sayParts("The factor is a·b divided by b·b. Here a·b is {product}.", {
      product: shownNumber(dotOf(a, b)),
    }),
    sayParts(
      asked === "projection"
        ? "b·b is {square}. Divide, then multiply each component of b by the result."
        : "b·b is {square}. Work out the projection, then take it away from a.",
      { square: shownNumber(dotOf(b, b)) },
    ),
  ],
  because: ({ a, b, asked }) =>
    asked === "projection"
      ? sayParts("The factor is {factor}, and what is left of a is at a right angle to b.", {
          factor: shownNumber(factorOf(a, b)),
        })
      : sayParts("It is a minus its projection {projection}, and its dot product with b is 0.", {
          projection: shownVector(along(a, b)),
        }),
  solve: ({ a, b, asked }) => {
    const found = certain(project(a, b));
    const first = { label: say("projection"), working: found.vector };
    return {
      workings:
        asked === "projection" ? [first] : [first, { label: say("remainder"), working: found.remainder }],
      words: [],
    };
  },
  slips: [
    slip(
      "projected-onto-the-wrong-vector",
      ({ a, b, asked }) => vector(asked === "projection" ? along(b, a) : remainder(b, a)),
      message(
        "You projected b onto a. The vector after “onto” gives the direction, and its square stands below the fraction line.",
      ),
    ),
    slip(
      "divided-by-norm-not-its-square",
      ({ a, b, asked }) => {
        const shadow = scaled(b, divide(dotOf(a, b), norm(b).value));
        return vector(asked === "projection" ? shadow : less(a, shadow));
      },
      message(
        "You divided by ‖b‖ once. Divide by ‖b‖², that is by b·b: b itself brings in its length a second time.",
      ),
    ),
    slip(
      "remainder-taken-for-projection",
      ({ a, b, asked }) => (asked === "projection" ? vector(remainder(a, b)) : undefined),
      message("That is what is left of a. The projection is the part that lies along b."),
    ),
    slip(
      "projection-taken-for-remainder",
      ({ a, b, asked }) => (asked === "remainder" ? vector(along(a, b)) : undefined),
      message("That is the projection. One step is left: take it away from a."),
    ),
    slip(
      "remainder-turned-round",
      ({ a, b, asked }) => (asked === "remainder" ? vector(less(along(a, b), a)) : undefined),
      message("You took a from the projection. The remainder goes the other way: a minus the projection."),
    ),
    slip(
      "wrong-vector-scaled",
      ({ a, b, asked }) => (asked === "projection" ? vector(scaled(a, factorOf(a, b))) : undefined),
      message("The factor is right, but it belongs to b: the projection lies along b, not along a."),
    ),
    slip(
      "factor-not-applied",
      ({ a, b, asked }) => (asked === "projection" ? number(factorOf(a, b)) : undefined),
      message("That is the factor. Multiply b by it: a vector projection is a vector."),
    ),
  ],
  others: (facts) =>
    [vector(facts.a), vector(facts.b)].filter((other) => !sameAnswer(other, projectionKind.answer(facts))),
};
