import { signOf } from "../../math/scalar.ts";
import type { Vector } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { someWholes, wholeButZero, wholes } from "./integers.ts";
import { productsOf } from "./vector-values.ts";

/** Two vectors whose dot product has a sign that one must work out. */
export interface SignFacts {
  readonly a: Vector;
  readonly b: Vector;
  /** A letter that a is multiplied by, which stands for a positive or a negative number. */
  readonly letter?: { readonly name: string; readonly sign: 1 | -1 };
}

const signsOf = ({ a, b }: SignFacts): readonly number[] => productsOf(a, b).map(signOf);

/** Some products are positive and some negative, so that one has to add. */
export const isMixed = (facts: SignFacts): boolean => [1, -1].every((sign) => signsOf(facts).includes(sign));

export const drawnUntil = (draw: () => SignFacts, fits: (facts: SignFacts) => boolean): SignFacts => {
  const facts = draw();
  return isMixed(facts) && fits(facts) ? facts : drawnUntil(draw, fits);
};

export const drawn = (random: Random, count: number): SignFacts => {
  const some = () => wholes(...Array.from({ length: count }, () => wholeButZero(random, -6, 6)));
  return { a: some(), b: some() };
};

/** (x, y, z) and (yz, −2xz, xy) are at a right angle. */
export const atRightAngle = (random: Random): SignFacts => {
  const [x, y, z] = someWholes(random, 3, 1, 4) as [number, number, number];
  return { a: wholes(x, y, z), b: wholes(y * z, -2 * x * z, x * y) };
};
