import { rational } from "../../math/scalar.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";

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
