import { Fraction } from "fraction.js";
import { gcd, multiplyFractions, negateFraction, ratio } from "./fraction.ts";
import { Real } from "./real.ts";
import {
  approximate,
  asExpression,
  type Exact,
  exact,
  hasUnknown,
  isOne,
  isSymbolic,
  isZero,
  piName,
  rational,
  type Scalar,
  signOf,
  symbolic,
  type Term,
  term,
  toReal,
  zero,
} from "./scalar.ts";

/** A product is multiplied out up to so many terms. */
const mostTerms = 1_024;

/** A sum of more different roots than this is carried on as a decimal. */
const mostRoots = 64;

/** A sum whose common denominator would have more bits than this is carried on as a decimal. */
export const exactBits = 4096;

export const compare = (a: Scalar, b: Scalar): -1 | 0 | 1 => signOf(subtract(a, b));

export const equals = (a: Scalar, b: Scalar): boolean => isZero(subtract(a, b));

const isRational = ({ root, letters }: Term): boolean => root === 1n && letters.length === 0;

const keyOf = (t: Term): string => (isRational(t) ? "1" : `${t.root}|${t.letters.join("·")}`);

export const add = (a: Scalar, b: Scalar): Scalar => sum([a, b]);

/** The sum of all; exact when all are exact and their common denominator stays within bounds. */
export const sum = (all: readonly Scalar[]): Scalar => {
  const formula = all.find((a) => a.kind === "symbolic");
  if (formula !== undefined)
    return symbolic({ kind: "sum", terms: all.filter((a) => !isZero(a)).map(asExpression) });
  if (all.some((a) => a.kind === "approximate")) {
    if (all.some(isSymbolic)) return symbolic({ kind: "sum", terms: all.map(asExpression) });
    return approximate(all.reduce((total, a) => total.plus(toReal(a)), new Real(0)));
  }
  const groups = new Map<string, Term[]>();
  for (const a of all as readonly Exact[]) {
    for (const t of a.terms) {
      const key = keyOf(t);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [t]);
      else group.push(t);
    }
  }
  const terms: Term[] = [];
  for (const group of groups.values()) {
    const first = group[0]!;
    const coefficient =
      group.length === 1 ? first.coefficient : sumOfFractions(group.map((t) => t.coefficient));
    if (coefficient === undefined)
      return approximate(
        groups.size === 1 && isRational(first)
          ? sumInDecimals(group.map((t) => t.coefficient))
          : all.reduce((total, a) => total.plus(toReal(a)), new Real(0)),
      );
    if (coefficient.n !== 0n) terms.push({ ...first, coefficient });
  }
  if (terms.length > mostRoots && terms.every((t) => t.letters.length === 0))
    return approximate(toReal(exact(...terms)));
  return exact(...terms);
};

/** Adds over one common denominator and reduces once; undefined when that denominator outgrows `exactBits`. */
const sumOfFractions = (all: readonly Fraction[]): Fraction | undefined => {
  let denominator = 1n;
  for (const { d } of all) {
    if (denominator % d === 0n) continue;
    denominator = (denominator / gcd(denominator, d)) * d;
    if (denominator >> BigInt(exactBits) > 0n) return undefined;
  }
  let numerator = 0n;
  for (const { s, n, d } of all) numerator += s * n * (denominator / d);
  return ratio(numerator, denominator);
};

/** Bits that each number of a sum is carried with, counted from the largest: more than its 64 digits. */
const carriedBits = 320;

/** Thousands of quotients of 64 digits each take long; whole numbers over one power of two do not. */
const sumInDecimals = (all: readonly Fraction[]): Real => {
  const size = Math.max(...all.map(({ n, d }) => bitsOf(n) - bitsOf(d)));
  const shift = BigInt(Math.max(0, carriedBits - size));
  let total = 0n;
  for (const { s, n, d } of all) total += s * ((n << shift) / d);
  return new Real(total.toString()).div(new Real((1n << shift).toString()));
};

/** To within four. */
const bitsOf = (n: bigint): number => 4 * n.toString(16).length;

export const negate = (a: Scalar): Scalar =>
  a.kind === "exact"
    ? exact(...a.terms.map((t) => ({ ...t, coefficient: negateFraction(t.coefficient) })))
    : multiply(rational(-1), a);

export const subtract = (a: Scalar, b: Scalar): Scalar => sum([a, negate(b)]);

export const multiply = (a: Scalar, b: Scalar): Scalar => {
  if (isZero(a) || isZero(b)) return zero;
  if (a.kind === "exact" && b.kind === "exact") {
    const [[s, more], [t, further]] = [a.terms, b.terms];
    if (s !== undefined && t !== undefined && more === undefined && further === undefined)
      return exact(multiplyTerms(s, t));
    if (a.terms.length * b.terms.length > mostTerms) return multiplyLong(a, b);
    return sum(a.terms.flatMap((s) => b.terms.map((t) => exact(multiplyTerms(s, t)))));
  }
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  if (isSymbolic(a) || isSymbolic(b))
    return symbolic({ kind: "product", factors: [asExpression(a), asExpression(b)] });
  return approximate(toReal(a).times(toReal(b)));
};

/** A product of long sums is not multiplied out: thousands of terms by thousands would be millions. */
const multiplyLong = (a: Exact, b: Exact): Scalar =>
  isSymbolic(a) || isSymbolic(b)
    ? symbolic({ kind: "product", factors: [asExpression(a), asExpression(b)] })
    : approximate(toReal(a).times(toReal(b)));

const multiplyTerms = (s: Term, t: Term): Term => {
  const coefficient = multiplyFractions(s.coefficient, t.coefficient);
  if (isRational(s)) return { ...t, coefficient };
  if (isRational(t)) return { ...s, coefficient };
  const shared = gcd(s.root, t.root);
  return {
    coefficient: multiplyFractions(coefficient, ratio(shared, 1n)),
    root: (s.root / shared) * (t.root / shared),
    letters:
      s.letters.length + t.letters.length > 1
        ? [...s.letters, ...t.letters].sort()
        : [...s.letters, ...t.letters],
  };
};

/** a / b. Throws a RangeError when b is 0. */
export const divide = (a: Scalar, b: Scalar): Scalar => {
  if (isZero(b)) throw new RangeError("Division by zero");
  if (isZero(a)) return zero;
  if (b.kind === "exact" && a.kind === "exact" && b.terms.length === 1 && !hasUnknown(b.terms[0]!)) {
    const { coefficient, root, letters } = b.terms[0]!;
    const above = withoutPi(a, letters.length);
    if (above !== undefined)
      return multiply(above, exact(term(coefficient.mul(new Fraction(root)).inverse(), root)));
  }
  if (isSymbolic(a) || isSymbolic(b)) {
    return symbolic({ kind: "quotient", numerator: asExpression(a), denominator: asExpression(b) });
  }
  return approximate(toReal(a).div(toReal(b)));
};

/** a divided by π as often as told; undefined when π does not stand that often in each term. */
const withoutPi = (a: Exact, times: number): Exact | undefined => {
  if (times === 0) return a;
  const terms: Term[] = [];
  for (const t of a.terms) {
    const others = t.letters.filter((name) => name !== piName);
    const left = t.letters.length - others.length - times;
    if (left < 0) return undefined;
    terms.push({ ...t, letters: [...others, ...Array<string>(left).fill(piName)].sort() });
  }
  return exact(...terms);
};
