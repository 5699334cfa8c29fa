import { compare } from "../../../math/scalar-arithmetic.ts";
import { toExpression } from "../../../math/working.ts";
import type { Random } from "../../../random.ts";
import { shown, type Words } from "../../markdown.ts";
import type { Solution } from "../../question.ts";
import { drawUntil, someWholes, wholes } from "../facts/draw.ts";
import { cosineWorking, type Measured, measure } from "../facts/measured-pairs.ts";
import { dotOf } from "../facts/measures.ts";
import { shownNumber, shownVector } from "../facts/shown.ts";
import type { Phrased } from "./phrased.ts";

/** Slips where dot product and cosine put two vectors in another order. */
export type DisagreementSlip =
  | "dot-product-taken-for-cosine"
  | "cosine-taken-for-dot-product"
  | "dot-and-cosine-swapped"
  | "length-taken-for-similarity"
  | "shared-length-blamed"
  | "dimension-and-norm-mixed-up";

/** Two vectors beside a: the first wins by dot product, the second by cosine. */
const disagreeing = (random: Random, dimension: number, least: number): readonly [Measured, Measured] =>
  drawUntil(() => {
    const [long, short] = random.shuffle(["b", "c"]) as [string, string];
    const [a, x, y] = [
      wholes(...someWholes(random, dimension, 1, 4)),
      wholes(...someWholes(random, dimension, least, 9)),
      wholes(...someWholes(random, dimension, 1, 4)),
    ];
    if (compare(dotOf(a, x), dotOf(a, y)) <= 0) return undefined;
    const pair = [measure(long, a, x), measure(short, a, y)] as const;
    return compare(pair[0].likeness, pair[1].likeness) < 0 ? pair : undefined;
  });

const inOrder = (pair: readonly [Measured, Measured]): readonly Measured[] =>
  pair.toSorted((x, y) => (x.name < y.name ? -1 : 1));

const naming = (pair: readonly [Measured, Measured]): Words => {
  const [b, c] = inOrder(pair) as [Measured, Measured];
  return ["a = ", shownVector(b.x), ", b = ", shownVector(b.y), " and c = ", shownVector(c.y)];
};

const solve = (pair: readonly [Measured, Measured]) => (): Solution => ({
  workings: inOrder(pair).map((each) => ({ label: `a and ${each.name}`, working: cosineWorking(each) })),
  words: [
    [
      `The dot products stand above the lines. By them ${pair[0].name} is ahead, by the cosine ${pair[1].name}.`,
    ],
  ],
});

const figures = ([long, short]: readonly [Measured, Measured]): Words => [
  `The dot products are `,
  shownNumber(long.dot),
  ` for ${long.name} and `,
  shownNumber(short.dot),
  ` for ${short.name}. The length of ${long.name} outweighs its wider angle.`,
];

const says = (byDot: string, byCosine: string): string => `${byDot} by dot product, ${byCosine} by cosine`;

/** Which of two vectors wins by which measure. */
export const whoWins = (random: Random, dimension: number, least: number): Phrased<DisagreementSlip> => {
  const pair = disagreeing(random, dimension, least);
  const [long, short] = [pair[0].name, pair[1].name];
  return {
    prompt: ["Take ", ...naming(pair), ". Which of b and c is more similar to a, by which measure?"],
    right: says(long, short),
    wrong: {
      "dot-product-taken-for-cosine": [
        says(long, long),
        [`The dot product is right. For the cosine divide by the lengths, and ${long} loses its advantage.`],
      ],
      "cosine-taken-for-dot-product": [
        says(short, short),
        [`The direction is right. The plain dot product grows with length, and ${long} is longer.`],
      ],
      "dot-and-cosine-swapped": [
        says(short, long),
        ["You have both, but the wrong way round: it is the dot product that rewards length."],
      ],
    },
    hints: [
      ["Work out both dot products first. Lengths are still in them."],
      [
        "Now divide each by the length of its own vector. Dividing by the length of a as well changes no order.",
      ],
      ["Imagine the arrows, or draw them: which makes the smaller angle with a?"],
    ],
    because: figures(pair),
    solve: solve(pair),
  };
};

/** Why the two measures disagree. */
export const why = (random: Random): Phrased<DisagreementSlip> => {
  const pair = disagreeing(random, 2, 0);
  const [long, short] = [pair[0].name, pair[1].name];
  return {
    prompt: [
      "Take ",
      ...naming(pair),
      `. The dot product with a is larger for ${long}, the cosine for ${short}. Why?`,
    ],
    right: `${long} is so much longer that its wider angle is outweighed`,
    wrong: {
      "dot-product-taken-for-cosine": [
        `${long} points more nearly the way that a points`,
        [`Then its cosine would be larger as well. It is ${short} that makes the smaller angle.`],
      ],
      "shared-length-blamed": [
        "a is so long that it favours one of the two",
        ["The length of a is a factor of both dot products alike, so it favours neither."],
      ],
      "dimension-and-norm-mixed-up": [
        `${long} has more components, so more products are added`,
        ["Count them: all three have two components. Length is how long the arrow is."],
      ],
      "length-taken-for-similarity": [
        `${long} is longer, and longer vectors are more similar`,
        ["It is longer, but that says nothing on direction. It only scales the dot product."],
      ],
    },
    hints: [
      ["A dot product is both lengths times the cosine of the angle."],
      ["One of these factors is the same for b and c. Which two are left?"],
      [`Compare ‖b‖ and ‖c‖: `, ...lengths(pair), "."],
    ],
    because: figures(pair),
    solve: solve(pair),
  };
};

const lengths = (pair: readonly [Measured, Measured]): Words => {
  const [b, c] = inOrder(pair) as [Measured, Measured];
  return [
    "they are ",
    shown({ kind: "norm", of: toExpression(b.y) }),
    " and ",
    shown({ kind: "norm", of: toExpression(c.y) }),
  ];
};
