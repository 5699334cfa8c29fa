import { evaluateVector } from "../../math/expression.ts";
import { norm } from "../../math/norm.ts";
import { project } from "../../math/projection.ts";
import { asExpression, isZero, type Scalar } from "../../math/scalar.ts";
import { divide } from "../../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import { toExpression } from "../../math/working.ts";
import type { Random } from "../../random.ts";
import { number, sameAnswer, vector } from "../answer.ts";
import { shown } from "../markdown.ts";
import type { QuestionKind } from "../question.ts";
import { drawUntil } from "./draw-until.ts";
import { someWholes, wholes } from "./integers.ts";
import { dotOf } from "./measured.ts";
import { slip } from "./slip-titles.ts";

interface Facts {
  readonly a: Vector;
  readonly b: Vector;
  readonly asked: "projection" | "remainder";
}

/** Two that are neither orthogonal nor parallel, so that both parts are there. */
export const slanted = (random: Random, dimension: number, least: number): Omit<Facts, "asked"> =>
  drawUntil(() => {
    const [a, b] = [
      wholes(...someWholes(random, dimension, least, 5)),
      wholes(...someWholes(random, dimension, least, 4)),
    ];
    return isZero(dotOf(a, b)) || remainder(a, b).components.every(isZero) ? undefined : { a, b };
  });

export const factorOf = (a: Vector, b: Vector): Scalar => divide(dotOf(a, b), dotOf(b, b));

const scaled = (factor: Scalar, a: Vector): Vector =>
  vectorOf(evaluateVector({ kind: "product", factors: [asExpression(factor), toExpression(a)] }));

const along = (a: Vector, b: Vector): Vector => scaled(factorOf(a, b), b);

const less = (a: Vector, b: Vector): Vector =>
  vectorOf(evaluateVector({ kind: "difference", left: toExpression(a), right: toExpression(b) }));

const remainder = (a: Vector, b: Vector): Vector => less(a, along(a, b));

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
  prompt: ({ a, b, asked }) => [
    "Take a = ",
    shown(toExpression(a)),
    " and b = ",
    shown(toExpression(b)),
    asked === "projection"
      ? ". What is the vector projection of a onto b?"
      : ". Project a onto b. What remainder of a is left?",
  ],
  answer: ({ a, b, asked }) => vector(asked === "projection" ? along(a, b) : remainder(a, b)),
  hints: ({ a, b, asked }) => [
    ["The projection is a multiple of b: think of the shadow of a on the line of b."],
    ["The factor is a·b divided by b·b. Here a·b is ", shown(asExpression(dotOf(a, b))), "."],
    asked === "projection"
      ? [
          "b·b is ",
          shown(asExpression(dotOf(b, b))),
          ". Divide, then multiply each component of b by the result.",
        ]
      : ["b·b is ", shown(asExpression(dotOf(b, b))), ". Work out the projection, then take it away from a."],
  ],
  because: ({ a, b, asked }) =>
    asked === "projection"
      ? ["The factor is ", shown(asExpression(factorOf(a, b))), ", and what is left of a is orthogonal to b."]
      : [
          "It is a less its projection ",
          shown(toExpression(along(a, b))),
          ", and its dot product with b is 0.",
        ],
  solve: ({ a, b, asked }) => {
    const found = project(a, b);
    if (!found.ok) throw new TypeError("b is not a zero vector");
    const first = { label: "projection", working: found.value.vector };
    return {
      workings:
        asked === "projection" ? [first] : [first, { label: "remainder", working: found.value.remainder }],
      words: [],
    };
  },
  slips: [
    slip(
      "projected-onto-the-wrong-vector",
      ({ a, b, asked }) => vector(asked === "projection" ? along(b, a) : remainder(b, a)),
      () => [
        "You projected b onto a. The vector after “onto” gives the direction, and its square stands below the line.",
      ],
    ),
    slip(
      "divided-by-norm-not-its-square",
      ({ a, b, asked }) => {
        const shadow = scaled(divide(dotOf(a, b), norm(b).value), b);
        return vector(asked === "projection" ? shadow : less(a, shadow));
      },
      () => [
        "You divided by ‖b‖ once. Divide by ‖b‖², that is by b·b: b itself brings in its length a second time.",
      ],
    ),
    slip(
      "remainder-taken-for-projection",
      ({ a, b, asked }) => (asked === "projection" ? vector(remainder(a, b)) : undefined),
      () => ["That is what is left of a. The projection is the part that lies along b."],
    ),
    slip(
      "projection-taken-for-remainder",
      ({ a, b, asked }) => (asked === "remainder" ? vector(along(a, b)) : undefined),
      () => ["That is the projection. One step is left: take it away from a."],
    ),
    slip(
      "remainder-turned-round",
      ({ a, b, asked }) => (asked === "remainder" ? vector(less(along(a, b), a)) : undefined),
      () => ["You took a from the projection. The remainder goes the other way: a less the projection."],
    ),
    slip(
      "wrong-vector-scaled",
      ({ a, b, asked }) => (asked === "projection" ? vector(scaled(factorOf(a, b), a)) : undefined),
      () => ["The factor is right, but it belongs to b: the projection lies along b, not along a."],
    ),
    slip(
      "factor-not-applied",
      ({ a, b, asked }) => (asked === "projection" ? number(factorOf(a, b)) : undefined),
      () => ["That is the factor. Multiply b by it: a vector projection is a vector."],
    ),
  ],
  others: (facts) =>
    [vector(facts.a), vector(facts.b)].filter((other) => !sameAnswer(other, projectionKind.answer(facts))),
};
