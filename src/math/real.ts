import { Decimal } from "decimal.js";

/** Significant digits carried by every inexact number. */
export const workingPrecision = 64;

/** Inexact arithmetic: decimals of 64 digits whose exponents reach far beyond those of a double. */
export const Real = Decimal.clone({ precision: workingPrecision, defaults: true });
export type Real = Decimal;

/** Arithmetic for what is only shown: its roots and quotients cost a tenth of those of 64 digits. */
export const Rough = Decimal.clone({ precision: 24, defaults: true });

/** Digits behind the point of a rough root, more than are shown of anything. */
const roughPlaces = 26;
const roughScale = 10n ** BigInt(roughPlaces);

/** Below this the nearest double of a root has all its bits, and more behind the point than before it. */
const mostForDouble = 2n ** 80n;

/**
 * √n for a positive integer, to 24 significant digits at least. A double has 16 digits of it, and each step of Newton's
 * iteration, x ← (x + n/x)/2, twice as many as the one before: one is enough, in whole numbers of 10⁻²⁶. So √2 is
 * 1.41421356237309504880168872. Larger ones are left to decimal.js, which takes ten times as long.
 */
export const roughRoot = (n: bigint): Real => {
  if (n > mostForDouble) return new Rough(n.toString()).sqrt();
  const nearest = Math.sqrt(Number(n));
  const bits = 52 - Math.ceil(Math.log2(nearest));
  const guess = (BigInt(Math.round(nearest * 2 ** bits)) * roughScale) >> BigInt(bits);
  const root = (guess + (n * roughScale * roughScale) / guess) / 2n;
  return new Rough(`${root}e-${roughPlaces}`);
};
