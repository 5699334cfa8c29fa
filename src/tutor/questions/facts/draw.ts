import { rational } from "../../../math/scalar.ts";
import { negate } from "../../../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../../../math/vector.ts";
import type { Random } from "../../../random.ts";
import { atRightAngle, type VectorPair } from "./measures.ts";

// The numbers and vectors that questions are posed with.

/** Far more than it ever takes: draws here fit at least once in ten. */
const mostDraws = 1_000;

/** Draws until something fits to be asked. Throws a RangeError where nothing ever does: a mistake of its author. */
export const drawUntil = <T>(draw: () => T | undefined): T => {
  for (let i = 0; i < mostDraws; i += 1) {
    const drawn = draw();
    if (drawn !== undefined) return drawn;
  }
  throw new RangeError("Nothing was drawn that can be asked");
};

/** A prime, so that steps of this length come by every place of a list before they come back to the first. */
const stride = 7_919;

/** One of a list that fits, whichever comes first on a scattered way from a random place; undefined where none does. */
export const pickFitting = <T>(
  random: Random,
  list: readonly T[],
  fits: (each: T) => boolean,
): T | undefined => {
  const start = random.whole(0, list.length - 1);
  for (let i = 0; i < list.length; i += 1) {
    const each = list[(start + i * stride) % list.length]!;
    if (fits(each)) return each;
  }
  return undefined;
};

/** Draws until the two are not at a right angle. */
export const notAtRightAngle = <Pair extends VectorPair>(draw: () => Pair): Pair =>
  drawUntil(() => {
    const pair = draw();
    return atRightAngle(pair) ? undefined : pair;
  });

/** A vector of whole numbers. */
export const wholes = (...components: readonly number[]): Vector =>
  vectorOf(components.map((component) => rational(component)));

/** So many whole numbers from `least` to `most`. */
export const someWholes = (random: Random, count: number, least: number, most: number): number[] =>
  Array.from({ length: count }, () => random.whole(least, most));

/** A whole number from `least` to `most` that is not 0. */
export const wholeButZero = (random: Random, least: number, most: number): number => {
  const drawn = random.whole(least, most - 1);
  return drawn >= 0 && least <= 0 ? drawn + 1 : drawn;
};

/** A vector of so many whole numbers from `least` to `most`, none of them 0. */
export const withoutZeros = (random: Random, count: number, least: number, most: number): Vector =>
  wholes(...Array.from({ length: count }, () => wholeButZero(random, least, most)));

/** The vector with some of its components turned negative, one at least. */
export const withSigns = (random: Random, a: Vector): Vector => {
  const certain = random.whole(0, a.components.length - 1);
  return vectorOf(
    a.components.map((component, i) =>
      i === certain || random.whole(1, 3) === 1 ? negate(component) : component,
    ),
  );
};

const pairs = [
  [3, 4],
  [6, 8],
  [5, 12],
  [9, 12],
  [8, 15],
  [7, 24],
] as const;

const triples = [
  [1, 2, 2],
  [2, 4, 4],
  [2, 3, 6],
  [1, 4, 8],
  [4, 4, 7],
  [2, 6, 9],
  [6, 6, 7],
] as const;

/** A vector of two or three positive whole numbers whose norm is a whole number. */
export const ofWholeNorm = (random: Random, count: 2 | 3): Vector =>
  wholes(...random.shuffle<number>(random.pick<readonly number[]>(count === 2 ? pairs : triples)));
