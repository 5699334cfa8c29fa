import { letter, rational } from "../../../math/scalar.ts";
import { type Vector, vectorOf } from "../../../math/vector.ts";
import type { Random } from "../../../random.ts";
import { someWholes, wholeButZero, wholes } from "./draw.ts";

/** A vector, and one of each dimension from 2 to 5: one of them fits. */
export interface VectorsOfDimensions {
  readonly a: Vector;
  readonly others: readonly Vector[];
}

const dimensions = [2, 3, 4, 5] as const;

type Dimension = (typeof dimensions)[number];

/** All are drawn alike, so that nothing but the first vector tells which of the others fits it. */
const drawn = (random: Random, draw: (dimension: Dimension) => Vector): VectorsOfDimensions => ({
  a: draw(random.pick(dimensions)),
  others: dimensions.map(draw),
});

export const ofWholes = (random: Random, least: number, most: number): VectorsOfDimensions =>
  drawn(random, (dimension) => wholes(...someWholes(random, dimension, least, most)));

export const ofFractions = (random: Random): VectorsOfDimensions =>
  drawn(random, (dimension) =>
    vectorOf(
      Array.from({ length: dimension }, () => rational(wholeButZero(random, -5, 5), random.pick([1, 2, 3]))),
    ),
  );

const names = ["p", "q", "r", "x", "y", "z", "w"] as const;

export const ofLetters = (random: Random): VectorsOfDimensions =>
  drawn(random, (dimension) =>
    vectorOf([
      ...random
        .shuffle<string>(names)
        .slice(0, dimension - 1)
        .map(letter),
      rational(wholeButZero(random, -4, 4)),
    ]),
  );

/** Whole numbers of each dimension whose norm is 5, 7 or 9. */
const ofNorm = [
  { 2: [3, 4], 3: [0, 4, 3], 4: [1, 2, 2, 4], 5: [2, 2, 2, 2, 3] },
  { 2: [7, 0], 3: [2, 3, 6], 4: [1, 4, 4, 4], 5: [2, 2, 3, 4, 4] },
  { 2: [9, 0], 3: [1, 4, 8], 4: [2, 2, 3, 8], 5: [1, 2, 2, 6, 6] },
] as const;

/** All of one norm, so that it cannot be what counts. */
export const ofEqualNorm = (random: Random): VectorsOfDimensions => {
  const list = random.pick(ofNorm);
  return drawn(random, (dimension) =>
    wholes(...random.shuffle<number>(list[dimension]).map((x) => x * random.pick([1, 1, -1]))),
  );
};
