import { norm } from "../../math/norm.ts";
import { asExpression } from "../../math/scalar.ts";
import { compare } from "../../math/scalar-arithmetic.ts";
import { toExpression } from "../../math/working.ts";
import type { Random } from "../../random.ts";
import { shown, type Words } from "../markdown.ts";
import type { Solution } from "../question.ts";
import { drawUntil } from "./draw-until.ts";
import { someWholes, wholes } from "./integers.ts";
import { cosineWorking, dotOf, type Measured, measure, times } from "./measured.ts";
import { type Phrased, phrasedKind } from "./phrased.ts";

type Name =
  | "large-dot-read-as-high-cosine"
  | "cosine-read-as-dot"
  | "dot-and-cosine-swapped"
  | "length-taken-for-similarity"
  | "longer-taken-for-larger"
  | "shared-length-blamed"
  | "length-taken-for-dimension";

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
  return [
    "a = ",
    shown(toExpression(b.x)),
    ", b = ",
    shown(toExpression(b.y)),
    " and c = ",
    shown(toExpression(c.y)),
  ];
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
  shown(asExpression(long.dot)),
  ` for ${long.name} and `,
  shown(asExpression(short.dot)),
  ` for ${short.name}. The length of ${long.name} outweighs its wider angle.`,
];

const says = (byDot: string, byCosine: string): string => `${byDot} by dot product, ${byCosine} by cosine`;

const whoWins = (random: Random, dimension: number, least: number): Phrased<Name> => {
  const pair = disagreeing(random, dimension, least);
  const [long, short] = [pair[0].name, pair[1].name];
  return {
    prompt: ["Take ", ...naming(pair), ". Which of b and c is more similar to a, by which measure?"],
    right: says(long, short),
    wrong: {
      "large-dot-read-as-high-cosine": [
        says(long, long),
        [`The dot product is right. For the cosine divide by the lengths, and ${long} loses its advantage.`],
      ],
      "cosine-read-as-dot": [
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

const why = (random: Random): Phrased<Name> => {
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
      "large-dot-read-as-high-cosine": [
        `${long} points more nearly the way that a points`,
        [`Then its cosine would be larger as well. It is ${short} that makes the smaller angle.`],
      ],
      "shared-length-blamed": [
        "a is so long that it favours one of the two",
        ["The length of a is a factor of both dot products alike, so it favours neither."],
      ],
      "length-taken-for-dimension": [
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

const both = (first: string, second: string): string => `dot product: ${first}; cosine: ${second}`;

/** The second is a multiple of the first: the cosine cannot tell them apart. */
const multiple = (random: Random, negative: boolean): Phrased<Name> => {
  const factor = random.whole(2, 6);
  const sign = negative ? -1 : 1;
  const [p, q, r, s] = someWholes(random, 4, 1, 6) as [number, number, number, number];
  const [a, b] = [wholes(p, q), wholes(sign * r, sign * s)];
  const c = times(factor, b);
  const dot = shown(asExpression(dotOf(a, b)));
  const [winner, loser] = negative ? ["b", "c"] : ["c", "b"];
  const below: Phrased<Name>["wrong"] = {
    "longer-taken-for-larger": [
      both(loser!, "a tie"),
      [
        "The dot products are negative. The longer vector takes its own further below zero, so it is smaller.",
      ],
    ],
  };
  return {
    prompt: [
      "Take a = ",
      shown(toExpression(a)),
      ", b = ",
      shown(toExpression(b)),
      `, and c = ${factor}·b. Which of b and c has the larger dot product with a, which the larger cosine?`,
    ],
    right: both(winner!, "a tie"),
    wrong: {
      ...(negative ? below : {}),
      "large-dot-read-as-high-cosine": [
        both(winner!, winner!),
        ["The dot product is right. But b and c point the same way, so each makes the same angle with a."],
      ],
      "cosine-read-as-dot": [
        both("a tie", "a tie"),
        [`The cosines are equal, yes. The dot product of c is ${factor} times that of b.`],
      ],
      "dot-and-cosine-swapped": [
        both("a tie", winner!),
        ["It is the other way round: the cosine leaves lengths out, the dot product keeps them."],
      ],
    },
    hints: [
      [`Each component of c is ${factor} times that of b. What becomes of the products?`],
      ["b and c point the same way. Does the angle with a change when an arrow gets longer?"],
      ["a·b = ", dot, `. Then a·c is ${factor} times as much. Mind the sign when you compare.`],
    ],
    because: [
      "a·b = ",
      dot,
      " and a·c = ",
      shown(asExpression(dotOf(a, c))),
      ", while the angle with a is the same for both.",
    ],
    solve: () => ({
      workings: [
        { label: "a and b", working: cosineWorking({ x: a, y: b }) },
        { label: "a and c", working: cosineWorking({ x: a, y: c }) },
        { label: "the length of c", working: norm(c) },
      ],
      words: [[`The length of c is ${factor} times that of b, as its dot product is, so it divides out.`]],
    }),
  };
};

/** Where dot product and cosine disagree, and why. */
export const dotOrCosineKind = phrasedKind<Name>(
  "dot-or-cosine",
  "dot-or-cosine",
  [
    "large-dot-read-as-high-cosine",
    "cosine-read-as-dot",
    "dot-and-cosine-swapped",
    "length-taken-for-similarity",
    "longer-taken-for-larger",
    "shared-length-blamed",
    "length-taken-for-dimension",
  ],
  [
    { name: "a vector and its multiple", level: 2, pose: (random) => multiple(random, false) },
    { name: "which wins by which", level: 3, pose: (random) => whoWins(random, 2, 0) },
    { name: "why they disagree", level: 3, pose: why },
    { name: "which wins, three components", level: 4, pose: (random) => whoWins(random, 3, -2) },
    { name: "a multiple that points away", level: 5, pose: (random) => multiple(random, true) },
  ],
);
