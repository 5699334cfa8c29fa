import { compare } from "../../../math/scalar-arithmetic.ts";

import type { Random } from "../../../random.ts";
import { say, sayList, sayParts } from "../../../say.ts";
import type { Words } from "../../markdown.ts";
import type { Solution } from "../../question.ts";
import { drawUntil, someWholes, wholes } from "../facts/draw.ts";
import { cosineWorking, type Measured, measure } from "../facts/measured-pairs.ts";
import { dotOf } from "../facts/measures.ts";
import { shownNorm, shownNumber, shownVector } from "../facts/shown.ts";
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

/** The three vectors, as values of a message. */
const vectorsOf = (pair: readonly [Measured, Measured]) => {
  const [b, c] = inOrder(pair) as [Measured, Measured];
  return { a: shownVector(b.x), b: shownVector(b.y), c: shownVector(c.y) };
};

const solve = (pair: readonly [Measured, Measured]) => (): Solution => ({
  workings: inOrder(pair).map((each) => ({ label: sayList(["a", each.name]), working: cosineWorking(each) })),
  words: [
    [
      say("The dot products stand above the lines. By them {long} is ahead, by the cosine {short}.", {
        long: pair[0].name,
        short: pair[1].name,
      }),
    ],
  ],
});

const figures = ([long, short]: readonly [Measured, Measured]): Words =>
  sayParts(
    "The dot products are {longDot} for {long} and {shortDot} for {short}. The length of {long} outweighs its wider angle.",
    {
      longDot: shownNumber(long.dot),
      long: long.name,
      shortDot: shownNumber(short.dot),
      short: short.name,
    },
  );

const says = (byDot: string, byCosine: string): string =>
  say("{byDot} by dot product, {byCosine} by cosine", { byDot, byCosine });

/** Which of two vectors wins by which measure. */
export const whoWins = (random: Random, dimension: number, least: number): Phrased<DisagreementSlip> => {
  const pair = disagreeing(random, dimension, least);
  const [long, short] = [pair[0].name, pair[1].name];
  return {
    prompt: sayParts(
      "Take a = {a}, b = {b} and c = {c}. Which of b and c is more similar to a, by which measure?",
      vectorsOf(pair),
    ),
    right: says(long, short),
    wrong: {
      "dot-product-taken-for-cosine": [
        says(long, long),
        [
          say(
            "The dot product is right. For the cosine divide by the lengths, and {long} loses its advantage.",
            { long },
          ),
        ],
      ],
      "cosine-taken-for-dot-product": [
        says(short, short),
        [
          say("The direction is right. The plain dot product grows with length, and {long} is longer.", {
            long,
          }),
        ],
      ],
      "dot-and-cosine-swapped": [
        says(short, long),
        [say("You have both, but the wrong way round: it is the dot product that rewards length.")],
      ],
    },
    hints: [
      [say("Work out both dot products first. Lengths are still in them.")],
      [
        say(
          "Now divide each by the length of its own vector. Dividing by the length of a as well changes no order.",
        ),
      ],
      [say("Imagine the arrows, or draw them: which makes the smaller angle with a?")],
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
    prompt: sayParts(
      "Take a = {a}, b = {b} and c = {c}. The dot product with a is larger for {long}, the cosine for {short}. Why?",
      { ...vectorsOf(pair), long, short },
    ),
    right: say("{long} is so much longer that its wider angle is outweighed", { long }),
    wrong: {
      "dot-product-taken-for-cosine": [
        say("{long} points more nearly the way that a points", { long }),
        [
          say("Then its cosine would be larger as well. It is {short} that makes the smaller angle.", {
            short,
          }),
        ],
      ],
      "shared-length-blamed": [
        say("a is so long that it favours one of the two"),
        [say("The length of a is a factor of both dot products alike, so it favours neither.")],
      ],
      "dimension-and-norm-mixed-up": [
        say("{long} has more components, so more products are added", { long }),
        [say("Count them: all three have two components. Length is how long the arrow is.")],
      ],
      "length-taken-for-similarity": [
        say("{long} is longer, and longer vectors are more similar", { long }),
        [say("It is longer, but that says nothing on direction. It only scales the dot product.")],
      ],
    },
    hints: [
      [say("A dot product is both lengths times the cosine of the angle.")],
      [say("One of these factors is the same for b and c. Which two are left?")],
      sayParts("Compare ‖b‖ and ‖c‖: they are {b} and {c}.", lengthsOf(pair)),
    ],
    because: figures(pair),
    solve: solve(pair),
  };
};

/** The lengths of b and c, as values of a message. */
const lengthsOf = (pair: readonly [Measured, Measured]) => {
  const [b, c] = inOrder(pair) as [Measured, Measured];
  return { b: shownNorm(b.y), c: shownNorm(c.y) };
};
