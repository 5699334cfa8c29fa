import { signOf } from "../../../math/scalar.ts";
import type { Random } from "../../../random.ts";
import { drawUntil, someWholes, wholes, withoutZeros } from "./draw.ts";
import { productsOf, type VectorPair } from "./measures.ts";

/** Two vectors whose dot product has a sign that one must work out. */
export interface SignFacts extends VectorPair {
  /** A letter that a is multiplied by, which stands for a positive or a negative number. */
  readonly letter?: { readonly name: string; readonly sign: 1 | -1 };
}

/** Some products are positive and some negative, so that one has to add. */
export const isMixed = ({ a, b }: SignFacts): boolean => {
  const signs: readonly number[] = productsOf(a, b).map(signOf);
  return [1, -1].every((sign) => signs.includes(sign));
};

/** Draws until products are mixed and the facts fit. */
export const mixed = (draw: () => SignFacts, fits: (facts: SignFacts) => boolean = () => true): SignFacts =>
  drawUntil(() => {
    const facts = draw();
    return isMixed(facts) && fits(facts) ? facts : undefined;
  });

/** Two vectors of so many components, none of them 0. */
export const drawn = (random: Random, count: number): SignFacts => ({
  a: withoutZeros(random, count, -6, 6),
  b: withoutZeros(random, count, -6, 6),
});

/** (x, y, z) and (yz, −2xz, xy) are at a right angle. */
export const rightAngled = (random: Random): SignFacts => {
  const [x, y, z] = someWholes(random, 3, 1, 4) as [number, number, number];
  return { a: wholes(x, y, z), b: wholes(y * z, -2 * x * z, x * y) };
};
