import { multiply, negate } from "../../../math/scalar-arithmetic.ts";
import type { Vector } from "../../../math/vector.ts";
import type { Random } from "../../../random.ts";
import { say, sayList, sayParts } from "../../../say.ts";
import type { Words } from "../../markdown.ts";
import { drawUntil, someWholes, wholes } from "../facts/draw.ts";
import { cosineWorking, largestBy, type Measured, measure } from "../facts/measured-pairs.ts";
import { shownNumber, shownVector } from "../facts/shown.ts";
import type { Phrased, WrongPhrase } from "./phrased.ts";

/** Slips in choosing the most similar of some pairs. */
export type PairSlip =
  | "dot-product-taken-for-cosine"
  | "length-taken-for-similarity"
  | "distance-taken-for-direction"
  | "opposite-taken-for-similar"
  | "small-cosine-taken-for-small-angle";

type Wrong = Partial<Record<PairSlip, WrongPhrase>>;

/** Some vectors of so many components without a zero vector. */
const draw = (random: Random, count: number, dimension: number, least: number): Vector[] | undefined => {
  const all = Array.from({ length: count }, () => someWholes(random, dimension, least, 7));
  return all.some((components) => components.every((component) => component === 0))
    ? undefined
    : all.map((components) => wholes(...components));
};

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
      "dot-product-taken-for-cosine": [
        dot.name,
        [say("That has the largest dot product. Long vectors raise it; divide by both lengths to be fair.")],
      ],
    }),
    ...(length && {
      "length-taken-for-similarity": [
        length.name,
        [
          say(
            "Those numbers are the largest, but a cosine knows only directions, and not how long arrows are.",
          ),
        ],
      ],
    }),
    ...(near && {
      "distance-taken-for-direction": [
        near.name,
        [
          say(
            "The tips lie nearest there. A cosine looks at the angle, and a short arrow can point the same way as a long one.",
          ),
        ],
      ],
    }),
    ...(size && {
      "opposite-taken-for-similar": [
        size.name,
        [say("Look at the sign: a cosine near −1 belongs to arrows that point opposite ways.")],
      ],
    }),
    ...(low && {
      "small-cosine-taken-for-small-angle": [
        low.name,
        [say("That is the smallest cosine, so the widest angle. The cosine of a small angle is near 1.")],
      ],
    }),
  };
};

/** Whether every pair that is wrong is reached by a slip. */
const covers = (wrong: Wrong, pairs: readonly Measured[], right: string): boolean =>
  pairs.every(({ name }) => name === right || Object.values(wrong).some(([phrase]) => phrase === name));

const hints = (): Phrased<PairSlip>["hints"] => [
  [say("Similar by cosine means pointing the same way. Lengths do not count.")],
  [say("Begin with the signs of the dot products: a negative one belongs to an angle of more than 90°.")],
  [say("For each pair, divide the dot product by both lengths. The largest result wins.")],
];

const question = (prompt: Words, pairs: readonly Measured[]): Phrased<PairSlip> | undefined => {
  const best = largestBy(pairs, (pair) => pair.likeness);
  if (best === undefined) return undefined;
  const wrong = wrongTurns(pairs);
  if (!covers(wrong, pairs, best.name)) return undefined;
  return {
    prompt,
    right: best.name,
    wrong,
    hints: hints(),
    get because(): Words {
      return sayParts("The largest cosine belongs to the smallest angle, and here it is {cosine}.", {
        cosine: shownNumber(cosineWorking(best).value),
      });
    },
    solve: () => ({
      workings: pairs.map((pair) => ({ label: pair.name, working: cosineWorking(pair) })),
      words: [[say("The largest cosine wins.")]],
    }),
  };
};

/** Which of the others is most similar to a. */
export const toFirst = (random: Random, others: 2 | 3, dimension: number, least: number): Phrased<PairSlip> =>
  drawUntil(() => {
    const all = draw(random, others + 1, dimension, least);
    if (all === undefined) return undefined;
    const [a, ...rest] = all as [Vector, ...Vector[]];
    const names = rest.map((_, i) => "bcd"[i]!);
    const shown = { a: shownVector(a), b: shownVector(rest[0]!), c: shownVector(rest[1]!) };
    return question(
      others === 2
        ? sayParts("Take a = {a}, b = {b} and c = {c}. Which is more similar to a by cosine: b or c?", shown)
        : sayParts(
            "Take a = {a}, b = {b}, c = {c} and d = {d}. Which is most similar to a by cosine: b, c or d?",
            { ...shown, d: shownVector(rest[2]!) },
          ),
      rest.map((vector, i) => measure(names[i]!, a, vector)),
    );
  });

/** Which two of three are the most similar. */
export const whichPair = (random: Random): Phrased<PairSlip> =>
  drawUntil(() => {
    const all = draw(random, 3, 2, -5);
    if (all === undefined) return undefined;
    const [a, b, c] = all as [Vector, Vector, Vector];
    return question(
      sayParts("Take a = {a}, b = {b} and c = {c}. Which two are the most similar by cosine?", {
        a: shownVector(a),
        b: shownVector(b),
        c: shownVector(c),
      }),
      [
        measure(sayList(["a", "b"]), a, b),
        measure(sayList(["a", "c"]), a, c),
        measure(sayList(["b", "c"]), b, c),
      ],
    );
  });
