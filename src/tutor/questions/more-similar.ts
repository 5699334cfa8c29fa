import { asExpression, rational } from "../../math/scalar.ts";
import { divide, multiply, negate } from "../../math/scalar-arithmetic.ts";
import type { Vector } from "../../math/vector.ts";
import { toExpression } from "../../math/working.ts";
import type { Random } from "../../random.ts";
import { shown, type Words } from "../markdown.ts";
import { drawUntil } from "./draw-until.ts";
import { someWholes, wholes } from "./integers.ts";
import { cosineWorking, largestBy, type Measured, measure } from "./measured.ts";
import { inWords, type Phrased, phrasedKind, type WrongPhrase } from "./phrased.ts";

type Name =
  | "large-dot-read-as-high-cosine"
  | "length-taken-for-similarity"
  | "distance-taken-for-direction"
  | "opposite-taken-for-similar"
  | "small-cosine-taken-for-small-angle";

type Wrong = Partial<Record<Name, WrongPhrase>>;

/** Some vectors of so many components without a zero vector. */
const draw = (random: Random, count: number, dimension: number, least: number): Vector[] | undefined => {
  const all = Array.from({ length: count }, () => someWholes(random, dimension, least, 7));
  return all.some((components) => components.every((component) => component === 0))
    ? undefined
    : all.map((components) => wholes(...components));
};

const naming = (all: readonly Vector[]): Words =>
  all.flatMap(
    (vector, i): Words => [
      i === 0 ? "" : i === all.length - 1 ? " and " : ", ",
      `${"abcd"[i]} = `,
      shown(toExpression(vector)),
    ],
  );

/** Where each slip leads among the pairs. */
const wrongTurns = (pairs: readonly Measured[]): Wrong => {
  const [dot, length, near, size, low] = [
    largestBy(pairs, (pair) => pair.dot),
    largestBy(pairs, (pair) => pair.lengths),
    largestBy(pairs, (pair) => negate(pair.gap)),
    largestBy(pairs, (pair) => multiply(pair.likeness, pair.likeness)),
    largestBy(pairs, (pair) => negate(pair.likeness)),
  ];
  return {
    ...(dot && {
      "large-dot-read-as-high-cosine": [
        dot.name,
        ["That has the largest dot product. Long vectors raise it; divide by both lengths to be fair."],
      ],
    }),
    ...(length && {
      "length-taken-for-similarity": [
        length.name,
        ["Those numbers are the largest, but a cosine knows only directions, and not how long arrows are."],
      ],
    }),
    ...(near && {
      "distance-taken-for-direction": [
        near.name,
        [
          "The tips lie nearest there. A cosine looks at the angle, and a short arrow can point the same way as a long one.",
        ],
      ],
    }),
    ...(size && {
      "opposite-taken-for-similar": [
        size.name,
        ["Look at the sign: a cosine near −1 belongs to arrows that point opposite ways."],
      ],
    }),
    ...(low && {
      "small-cosine-taken-for-small-angle": [
        low.name,
        ["That is the smallest cosine, so the widest angle. The cosine of a small angle is near 1."],
      ],
    }),
  };
};

/** Whether every pair that is wrong is reached by a slip. */
const covers = (wrong: Wrong, pairs: readonly Measured[], right: string): boolean =>
  pairs.every(({ name }) => name === right || Object.values(wrong).some(([phrase]) => phrase === name));

const hints: Phrased<Name>["hints"] = [
  ["Similar by cosine means pointing the same way. Lengths do not count."],
  ["Begin with the signs of the dot products: a negative one belongs to an angle of more than 90°."],
  ["For each pair, divide the dot product by both lengths. The largest result wins."],
];

const question = (prompt: Words, pairs: readonly Measured[]): Phrased<Name> | undefined => {
  const best = largestBy(pairs, (pair) => pair.likeness);
  if (best === undefined) return undefined;
  const wrong = wrongTurns(pairs);
  if (!covers(wrong, pairs, best.name)) return undefined;
  return {
    prompt,
    right: best.name,
    wrong,
    hints,
    get because(): Words {
      return [
        "The largest cosine belongs to the smallest angle, and here it is ",
        shown(asExpression(cosineWorking(best).value)),
        ".",
      ];
    },
    solve: () => ({
      workings: pairs.map((pair) => ({ label: pair.name, working: cosineWorking(pair) })),
      words: [["The largest cosine wins."]],
    }),
  };
};

/** Which of the others is most similar to a. */
const toFirst = (random: Random, others: number, dimension: number, least: number): Phrased<Name> =>
  drawUntil(() => {
    const all = draw(random, others + 1, dimension, least);
    if (all === undefined) return undefined;
    const [a, ...rest] = all as [Vector, ...Vector[]];
    const names = rest.map((_, i) => "bcd"[i]!);
    return question(
      [
        "Take ",
        ...naming(all),
        `. Which is ${others === 2 ? "more" : "most"} similar to a by cosine: ${names.slice(0, -1).join(", ")} or ${names.at(-1)}?`,
      ],
      rest.map((vector, i) => measure(names[i]!, a, vector)),
    );
  });

const whichPair = (random: Random): Phrased<Name> =>
  drawUntil(() => {
    const all = draw(random, 3, 2, -5);
    if (all === undefined) return undefined;
    const [a, b, c] = all as [Vector, Vector, Vector];
    return question(
      ["Take ", ...naming(all), ". Which two are the most similar by cosine?"],
      [measure("a and b", a, b), measure("a and c", a, c), measure("b and c", b, c)],
    );
  });

/** Only lengths and dot products are told, and the longer one has the larger dot product. */
const fromLengths = (random: Random): Phrased<Name> => {
  const { dots, norms } = drawUntil(() => {
    const norms = someWholes(random, 2, 2, 9) as [number, number];
    const dots = norms.map((norm) => random.whole(1, 2 * norm)) as [number, number];
    // The wrong one must have the larger dot product and the greater length.
    return dots[0] > dots[1] && dots[0] * norms[1] < dots[1] * norms[0] ? { dots, norms } : undefined;
  });
  const [long, short] = random.shuffle(["b", "c"]) as [string, string];
  const told = (name: string, i: 0 | 1): string => `a·${name} = ${dots[i]} and ‖${name}‖ = ${norms[i]}`;
  const lines = long === "b" ? [told(long, 0), told(short, 1)] : [told(short, 1), told(long, 0)];
  const cosine = (i: 0 | 1) =>
    shown(asExpression(divide(rational(dots[i]), multiply(rational(2), rational(norms[i])))));
  return {
    prompt: [`You know ‖a‖ = 2, then ${lines.join(", and ")}. Which is more similar to a by cosine?`],
    right: short,
    wrong: {
      "large-dot-read-as-high-cosine": [
        long,
        [
          `Its dot product is larger, but so is its length. Divide ${dots[0]} by ${norms[0]} before you compare.`,
        ],
      ],
      "length-taken-for-similarity": [long, [`${long} is longer. Length is just what a cosine divides out.`]],
    },
    hints: [
      ["A cosine is the dot product divided by both lengths."],
      ["The length of a stands under both, so it decides nothing."],
      ["Divide each dot product by the length of its own vector, and compare the two."],
    ],
    because: [`The cosine for ${short} is `, cosine(1), `, that for ${long} only `, cosine(0), "."],
    solve: inWords([
      `Divide by both lengths. For ${short}: ${dots[1]}/(2×${norms[1]}), which is `,
      cosine(1),
      `. For ${long}: ${dots[0]}/(2×${norms[0]}), which is `,
      cosine(0),
      ".",
    ]),
  };
};

/** Which of some vectors, or pairs of them, are most similar by cosine. */
export const moreSimilarKind = phrasedKind<Name>(
  "more-similar",
  "comparing",
  [
    "large-dot-read-as-high-cosine",
    "length-taken-for-similarity",
    "distance-taken-for-direction",
    "opposite-taken-for-similar",
    "small-cosine-taken-for-small-angle",
  ],
  [
    { name: "two, both positive", level: 1, pose: (random) => toFirst(random, 2, 2, 0) },
    { name: "three, all positive", level: 2, pose: (random) => toFirst(random, 3, 2, 0) },
    { name: "three with negatives", level: 3, pose: (random) => toFirst(random, 3, 2, -5) },
    { name: "the best pair of three", level: 4, pose: whichPair },
    { name: "three of three components", level: 4, pose: (random) => toFirst(random, 3, 3, -4) },
    { name: "from lengths and dot products", level: 5, pose: fromLengths },
  ],
);
