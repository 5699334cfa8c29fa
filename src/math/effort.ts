import type { Scalar } from "./scalar.ts";

/** What may still be worked out of a text. */
export interface Effort {
  left: number;
  /** Denominators that have been paid for: fractions over the same one are added at no price. */
  readonly denominators: Set<bigint>;
}

/**
 * What one text may ask for. Thousands of decimals cost nothing, and so do fractions over the same denominators; powers and functions come to 64 digits of
 * their own, roots are carried exactly and letters are multiplied out, and each of those is paid for.
 */
export const mostEffort = 450;

export const newEffort = (): Effort => ({ left: mostEffort, denominators: new Set() });

/** A power such as 2^0.3, an exponential, a sine: up to half a millisecond. */
export const effortOfPower = 10;

/** A root, or a letter of unknown value, in whatever is worked out with it later. */
const effortOfTerm = 2;

/** Signs of an expression that are read, and digits under a root that are searched for squares, at the price of one. */
const signsForOne = 16;
const digitsForOne = 25;

/** Pays for something; false where too little is left. */
export const pay = (effort: Effort, price: number): boolean => {
  effort.left -= price;
  return effort.left >= 0;
};

/** The price of reading an expression of so many signs. */
export const effortOfReading = (text: string): number => Math.max(1, Math.floor(text.length / signsForOne));

/** What a number that was read will cost. */
export const effortOf = (value: Scalar): number => {
  if (value.kind === "approximate") return 0;
  if (value.kind === "symbolic") return effortOfPower;
  return value.terms.reduce(
    (price, { root, letters }) =>
      price +
      letters.length * effortOfTerm +
      (root === 1n ? 0 : effortOfTerm + Math.floor(root.toString().length / digitsForOne)),
    0,
  );
};

/** The price of looking for squares under the roots of a text. */
export const effortOfRoots = (text: string): number =>
  /√|sqrt/.test(text) ? Math.floor(text.length / digitsForOne) : 0;

/** The price of fractions over denominators that no other number of the text has: one common one is sought for all. */
export const effortOfDenominators = (effort: Effort, value: Scalar): number => {
  if (value.kind !== "exact") return 0;
  const fresh = value.terms.filter(({ coefficient: { d } }) => d !== 1n && !effort.denominators.has(d));
  for (const { coefficient } of fresh) effort.denominators.add(coefficient.d);
  return fresh.length;
};
