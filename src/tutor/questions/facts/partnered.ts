import { letter, rational } from "../../../math/scalar.ts";
import { type Vector, vectorOf } from "../../../math/vector.ts";
import type { Random } from "../../../random.ts";
import { someWholes, wholeButZero, wholes } from "./draw.ts";
import type { VectorPair } from "./measures.ts";

/** Two dimensions: the same, or one apart. */
const dimensions = (random: Random, least: number, most: number): readonly [number, number] => {
  const first = random.whole(least, most);
  return [first, random.pick([first, first, first + 1, Math.max(2, first - 1)])];
};

/** Two vectors of whole numbers, of two or three components. */
export const drawn = (random: Random, least: number, most: number): VectorPair => {
  const [a, b] = dimensions(random, 2, 3);
  return {
    a: wholes(...someWholes(random, a, least, most)),
    b: wholes(...someWholes(random, b, least, most)),
  };
};

/** Two vectors of one norm, 3, 5, 7 or 9, of which one may have a component more. */
export const ofEqualNorm = (random: Random): VectorPair => {
  const vectors: readonly (readonly number[])[] = random.pick([
    [
      [3, 0],
      [0, 3],
      [1, 2, 2],
      [2, 2, 1],
    ],
    [
      [3, 4],
      [5, 0],
      [4, 0, 3],
      [0, 5, 0],
    ],
    [
      [7, 0],
      [2, 3, 6],
      [6, 3, 2],
      [0, 0, 7],
    ],
    [
      [0, 9],
      [9, 0],
      [1, 4, 8],
      [4, 4, 7],
    ],
  ]);
  const [a, b] = random.shuffle(vectors);
  return { a: wholes(...a!), b: wholes(...b!) };
};

/** Two vectors of fractions. */
export const fractions = (random: Random): VectorPair => {
  const [a, b] = dimensions(random, 3, 5);
  const some = (count: number): Vector =>
    vectorOf(
      Array.from({ length: count }, () => rational(wholeButZero(random, -5, 5), random.pick([1, 2, 3]))),
    );
  return { a: some(a), b: some(b) };
};

/** Two vectors of letters and a number each. */
export const letters = (random: Random): VectorPair => {
  const [a, b] = dimensions(random, 3, 4);
  const some = (names: readonly string[], count: number): Vector =>
    vectorOf([
      ...random
        .shuffle(names)
        .slice(0, count - 1)
        .map(letter),
      rational(wholeButZero(random, -4, 4)),
    ]);
  return { a: some(["p", "q", "r"], a), b: some(["x", "y", "z", "w"], b) };
};
