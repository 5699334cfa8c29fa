import { Real, workingPrecision } from "./real.ts";
import { type Scalar, toFraction, toReal } from "./scalar.ts";

/**
 * eˣ to the working precision. A softmax takes thousands: decimals of 64 digits take half a millisecond for each, whole
 * numbers over a power of two some microseconds.
 */
export const exponential = (x: Scalar): Real => {
  const fixed = fixedOf(x);
  if (fixed === undefined) return Real.exp(toReal(x));
  // x = k·ln 10 + rest, so that eˣ = 10ᵏ·e^rest with 1 ≤ e^rest < 10.
  const tens = fixed / ln10 - (fixed % ln10 < 0n ? 1n : 0n);
  const power = powerOf(fixed - tens * ln10);
  const digits = (power * 10n ** carried) >> scale;
  return new Real(`${digits}e${tens - carried}`).toSignificantDigits(workingPrecision);
};

/** Beyond it, the power of ten would take digits of its own. */
const farthest = 10_000;

/** A number over the power of two; undefined for one that is too far from 0. */
const fixedOf = (x: Scalar): bigint | undefined => {
  const fraction = toFraction(x);
  if (fraction !== undefined)
    return fraction.n > fraction.d * BigInt(farthest)
      ? undefined
      : ((fraction.s * fraction.n) << scale) / fraction.d;
  const real = toReal(x);
  return real.abs().greaterThan(farthest) ? undefined : BigInt(new Precise(real).times(unit).toFixed(0));
};

/** Bits behind the point, and digits that are carried of them: a dozen more than are kept. */
const scale = 288n;
const carried = 76n;

/** Arithmetic that loses nothing of what is carried. */
const Precise = Real.clone({ precision: 200 });
const unit = (1n << scale).toString();

const ln10 = BigInt(Precise.ln(10).times(unit).toFixed(0));

/** The series of e, for a number made small by halving it; each halving is a squaring afterwards. */
const halvings = 10n;

const powerOf = (x: bigint): bigint => {
  const small = x >> halvings;
  let [sum, term] = [1n << scale, 1n << scale];
  for (let i = 1n; term > 0n; i += 1n) {
    term = ((term * small) >> scale) / i;
    sum += term;
  }
  for (let i = 0n; i < halvings; i += 1n) sum = (sum * sum) >> scale;
  return sum;
};
