import type { Scalar } from "./scalar.ts";

/** How many terms a scalar has in a product. */
export const termsOf = (a: Scalar): number => (a.kind === "exact" ? Math.max(1, a.terms.length) : 1);

/** Numerators and denominators beyond this size are not worked with. */
const largest = 2n ** 16_384n;

/** Whether a number has become too long to go on with. */
export const isTooLarge = (a: Scalar): boolean =>
  a.kind === "exact" &&
  a.terms.some(({ coefficient: { n, d }, root }) => n > largest || d > largest || root > largest);
