import type { Fraction } from "fraction.js";
import { err, ok, type Result } from "../base/result.ts";
import { effortOfPower } from "./effort.ts";
import type { UnreadableReason } from "./problem.ts";
import type { Real } from "./real.ts";
import {
  approximate,
  isSymbolic,
  isZero,
  rational,
  type Scalar,
  signOf,
  toFraction,
  toReal,
} from "./scalar.ts";
import { add, divide, multiply, negate, subtract } from "./scalar-arithmetic.ts";
import { squareRoot } from "./square-root.ts";

export type Read = Result<Scalar, UnreadableReason>;

/** A product of sums is worked out up to so many terms. */
const mostTerms = 64;

/** A power of a rational is exact up to so many bits. */
const mostBits = 4_096;

/** The largest exponent of a power of letters. */
const mostLetters = 8;

const termsOf = (a: Scalar): number => (a.kind === "exact" ? Math.max(1, a.terms.length) : 1);

const multiplied = (a: Scalar, b: Scalar): Read =>
  termsOf(a) * termsOf(b) > mostTerms ? err("too-many-terms") : ok(multiply(a, b));

const quotient = (a: Scalar, b: Scalar): Read => {
  if (isZero(b)) return err("division-by-zero");
  return ok(divide(a, b));
};

/** base^exponent for a rational exponent: exact for whole and half ones, else to 64 digits. */
const power = (base: Scalar, exponent: Scalar): Read => {
  const fraction = toFraction(exponent);
  if (fraction === undefined)
    return isSymbolic(exponent) ? err("not-allowed") : realPower(base, toReal(exponent));
  const doubled = fraction.mul(2n);
  if (doubled.d !== 1n) return realPower(base, toReal(exponent));
  if (fraction.d === 1n) return wholePower(base, fraction.s * fraction.n);
  if (isSymbolic(base)) return err("not-allowed");
  if (signOf(base) < 0) return err("root-of-negative");
  return wholePower(squareRoot(base), doubled.s * doubled.n);
};

const wholePower = (base: Scalar, exponent: bigint): Read => {
  const size = exponent < 0n ? -exponent : exponent;
  if (size > 10_000n) return err("exponent-too-large");
  if (isSymbolic(base) ? size > BigInt(mostLetters) : bitsOf(base) * Number(size) > mostBits)
    return err("exponent-too-large");
  const only = toFraction(base);
  if (only !== undefined) return powerOfFraction(only, exponent);
  let result: Read = ok(rational(1));
  for (let i = 0n; i < size; i += 1n) {
    if (!result.ok) return result;
    result = multiplied(result.value, base);
  }
  return exponent < 0n && result.ok ? quotient(rational(1), result.value) : result;
};

const powerOfFraction = ({ s, n, d }: Fraction, exponent: bigint): Read => {
  const size = exponent < 0n ? -exponent : exponent;
  const [above, below] = [(s * n) ** size, d ** size];
  if (exponent >= 0n) return ok(rational(above, below));
  return above === 0n ? err("division-by-zero") : ok(rational(below, above));
};

/** How many bits the largest number of a scalar takes. */
const bitsOf = (a: Scalar): number =>
  a.kind === "exact"
    ? Math.max(
        1,
        ...a.terms.map(({ coefficient: { n, d }, root }) =>
          [n, d, root].reduce((bits, each) => bits + (each <= 1n ? 0 : each.toString(2).length), 0),
        ),
      )
    : 64;

const realPower = (base: Scalar, exponent: Real): Read => {
  if (isSymbolic(base)) return err("not-allowed");
  if (exponent.abs().greaterThan(1_000)) return err("exponent-too-large");
  if (isZero(base)) return exponent.isNegative() ? err("division-by-zero") : ok(rational(0));
  if (signOf(base) < 0) return err("root-of-negative");
  return bounded(toReal(base).pow(exponent));
};

/** A decimal within the size that plain numbers may have, too. */
const bounded = (value: Real): Read =>
  value.isZero() || Math.abs(value.e) <= 400 ? ok(approximate(value)) : err("exponent-too-large");

/** The price of a rule: high for whatever comes to 64 digits of its own, and not of those it is given. */
export const effortOfRule = (name: string, values: readonly Scalar[]): number => {
  if (name !== "power") return Object.hasOwn(realFunctions, name) ? effortOfPower : 0;
  const [base, exponent] = values;
  const doubled = exponent === undefined ? undefined : toFraction(exponent)?.mul(2n);
  if (doubled?.d !== 1n) return effortOfPower;
  const isPlain = base !== undefined && toFraction(base) !== undefined && (doubled.n & 1n) === 0n;
  // Sums of roots and letters are multiplied out factor by factor.
  return isPlain ? 0 : Math.min(Number(doubled.n), mostFactors) * priceOfFactor;
};

/** Beyond this, any effort is spent. */
const mostFactors = 1_000;
const priceOfFactor = 0.5;

/** A function of numbers without letters, for arguments up to a size. */
const ofReal =
  (compute: (x: Real) => Real, largest: number) =>
  (a: Scalar): Read => {
    if (isSymbolic(a)) return err("not-allowed");
    const x = toReal(a);
    return x.abs().greaterThan(largest) ? err("exponent-too-large") : bounded(compute(x));
  };

/** What operators do. */
export const combine = {
  add: (a: Scalar, b: Scalar): Read => ok(add(a, b)),
  subtract: (a: Scalar, b: Scalar): Read => ok(subtract(a, b)),
  multiply: multiplied,
  divide: quotient,
  power,
  negate: (a: Scalar): Read => ok(negate(a)),
  keep: (a: Scalar): Read => ok(a),
} as Readonly<Record<string, (...values: Scalar[]) => Read>>;

const realFunctions = {
  exp: ofReal((x) => x.exp(), 900),
  sin: ofReal((x) => x.sin(), 1_000_000),
  cos: ofReal((x) => x.cos(), 1_000_000),
  tan: ofReal((x) => x.tan(), 1_000_000),
};

/** What functions do: roots and absolute values stay exact. */
export const functions = {
  sqrt: (a: Scalar): Read => (!isSymbolic(a) && signOf(a) < 0 ? err("root-of-negative") : ok(squareRoot(a))),
  abs: (a: Scalar): Read => (isSymbolic(a) ? err("not-allowed") : ok(signOf(a) < 0 ? negate(a) : a)),
  ...realFunctions,
} as Readonly<Record<string, (...values: Scalar[]) => Read>>;
