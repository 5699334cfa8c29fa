import { Decimal } from "decimal.js";
import { Fraction } from "fraction.js";
import type { Expression } from "./expression.ts";

/** Significant digits carried by every inexact number. */
export const workingPrecision = 64;

/** Inexact arithmetic: decimals of 64 digits whose exponents reach far beyond those of a double. */
export const Real = Decimal.clone({ precision: workingPrecision, defaults: true });
export type Real = Decimal;

/** Arithmetic for what is only shown: its roots and quotients cost a tenth of those of 64 digits. */
export const Rough = Decimal.clone({ precision: 24, defaults: true });

/**
 * `coefficient · √root · letters`: a rational times the square root of a positive integer times a product of
 * letters, such as 3, −1/2, 2√5 or 3·a·b.
 */
export interface Term {
  readonly coefficient: Fraction;
  readonly root: bigint;
  /** Letters in order, a power as a repetition: a²b is ["a", "a", "b"]. Among them π, which has a known value. */
  readonly letters: readonly string[];
}

/** A sum of terms no two of which have the same root and letters; the empty sum is 0. */
export interface Exact {
  readonly kind: "exact";
  readonly terms: readonly Term[];
}

/** A number that has no exact form here, such as e² or √(1 + √2). */
export interface Approximate {
  readonly kind: "approximate";
  readonly value: Real;
}

/** A result with letters that no sum of terms expresses, such as √(a² + b²). */
export interface Symbolic {
  readonly kind: "symbolic";
  readonly expression: Expression;
}

/** One number: exact as far as the computation allows. */
export type Scalar = Exact | Approximate | Symbolic;

/** A scalar without letters. */
export type Numeric = Exact | Approximate;

/** π stands in exact numbers as a letter does, but what it stands for is known. */
const piName = "π";
const piValue = Real.acos(-1);

/** A product is multiplied out up to so many terms. */
const mostTerms = 1_024;

/** A sum of more different roots than this is carried on as a decimal. */
const mostRoots = 64;

/** A sum whose common denominator would have more bits than this is carried on as a decimal. */
const exactBits = 4096;

const one = new Fraction(1n);

export const term = (coefficient: Fraction, root = 1n, letters: readonly string[] = []): Term => ({
  coefficient,
  root,
  letters,
});

export const exact = (...terms: readonly Term[]): Exact => ({ kind: "exact", terms });

export const zero: Exact = exact();

/** The exact rational n/d. Throws when d is 0. */
export const rational = (n: bigint | number, d: bigint | number = 1n): Exact =>
  fromFraction(new Fraction(BigInt(n), BigInt(d)));

export const fromFraction = (value: Fraction): Exact => (value.n === 0n ? zero : exact(term(value)));

export const letter = (name: string): Exact => exact(term(one, 1n, [name]));

export const pi: Exact = letter(piName);

export const approximate = (value: Real | number): Approximate => ({
  kind: "approximate",
  value: new Real(value),
});

export const symbolic = (expression: Expression): Symbolic => ({ kind: "symbolic", expression });

/** The rational value of an exact scalar that is one, else undefined. */
export const toFraction = (a: Scalar): Fraction | undefined => {
  if (a.kind !== "exact" || a.terms.length > 1) return undefined;
  const [only] = a.terms;
  if (only === undefined) return new Fraction(0n);
  return only.root === 1n && only.letters.length === 0 ? only.coefficient : undefined;
};

/** Whether letters of unknown value stand in it. */
export const isSymbolic = (a: Scalar): boolean =>
  a.kind === "symbolic" || (a.kind === "exact" && a.terms.some(hasUnknown));

const hasUnknown = ({ letters }: Term): boolean => letters.some((name) => name !== piName);

/** The letters of unknown value in an exact scalar, each once, in order of the alphabet. */
export const lettersOf = (a: Exact): string[] =>
  [...new Set(a.terms.flatMap((t) => t.letters))].filter((name) => name !== piName).sort();

export const isZero = (a: Scalar): boolean =>
  a.kind === "exact" ? a.terms.length === 0 : a.kind === "approximate" && a.value.isZero();

export const isOne = (a: Scalar): boolean => toFraction(a)?.equals(1n) ?? false;

/** −1, 0 or 1. Roots are compared through 64 digits. Throws on letters. */
export const signOf = (a: Scalar): -1 | 0 | 1 => {
  if (isZero(a)) return 0;
  const [only, ...others] = a.kind === "exact" ? a.terms : [];
  if (only !== undefined && others.length === 0 && !hasUnknown(only)) return only.coefficient.s < 0n ? -1 : 1;
  return toReal(a).isNegative() ? -1 : 1;
};

export const compare = (a: Scalar, b: Scalar): -1 | 0 | 1 => signOf(subtract(a, b));

export const equals = (a: Scalar, b: Scalar): boolean => isZero(subtract(a, b));

/** The nearest decimal: of 64 digits, or of those of another arithmetic. Throws on letters. */
export const toReal = (a: Scalar, Arithmetic: typeof Real = Real): Real => {
  if (a.kind === "approximate") return a.value;
  if (a.kind === "symbolic") throw new TypeError("A scalar with letters has no decimal value");
  const [first, ...rest] = a.terms.map((t) => termToReal(t, Arithmetic));
  return first === undefined ? new Arithmetic(0) : rest.reduce((total, t) => total.plus(t), first);
};

const fractionToReal = ({ s, n, d }: Fraction, Arithmetic: typeof Real): Real => {
  const numerator = new Arithmetic((s * n).toString());
  return d === 1n ? numerator : numerator.div(new Arithmetic(d.toString()));
};

const termToReal = (t: Term, Arithmetic: typeof Real): Real => {
  if (hasUnknown(t)) throw new TypeError("A scalar with letters has no decimal value");
  const coefficient = fractionToReal(t.coefficient, Arithmetic);
  const rooted = t.root === 1n ? coefficient : coefficient.times(new Arithmetic(t.root.toString()).sqrt());
  return t.letters.length === 0 ? rooted : rooted.times(piValue.pow(t.letters.length));
};

/** The nearest double: ±Infinity beyond its range. Throws on letters. */
export const toNumber = (a: Scalar): number => toReal(a).toNumber();

const keyOf = (t: Term): string => `${t.root}|${t.letters.join("·")}`;

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
      return approximate(all.reduce((total, a) => total.plus(toReal(a)), new Real(0)));
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
  return new Fraction(numerator, denominator);
};

const gcd = (a: bigint, b: bigint): bigint => {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};

export const negate = (a: Scalar): Scalar => multiply(rational(-1), a);

export const subtract = (a: Scalar, b: Scalar): Scalar => sum([a, negate(b)]);

export const multiply = (a: Scalar, b: Scalar): Scalar => {
  if (isZero(a) || isZero(b)) return zero;
  if (a.kind === "exact" && b.kind === "exact") {
    if (a.terms.length * b.terms.length > mostTerms) return multiplyLong(a, b);
    const products = a.terms.flatMap((s) => b.terms.map((t) => multiplyTerms(s, t)));
    return products.length === 1 ? exact(products[0]!) : sum(products.map((t) => exact(t)));
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
  const shared = gcd(s.root, t.root);
  return {
    coefficient: s.coefficient.mul(t.coefficient).mul(new Fraction(shared)),
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

/** The non-negative square root. Throws a RangeError when a is negative. */
export const squareRoot = (a: Scalar): Scalar => {
  if (isSymbolic(a)) return symbolic({ kind: "root", of: asExpression(a) });
  if (signOf(a) < 0) throw new RangeError("Square root of a negative number");
  const fraction = toFraction(a);
  if (fraction === undefined) return rootOfPi(a) ?? approximate(toReal(a).sqrt());
  if (fraction.n === 0n) return zero;
  const { outside, inside } = takeSquaresOut(fraction.n * fraction.d);
  return exact(term(new Fraction(outside, fraction.d), inside));
};

/** √(c·π²) = √c·π; undefined for what is not of that kind. */
const rootOfPi = (a: Scalar): Scalar | undefined => {
  if (a.kind !== "exact" || a.terms.length !== 1) return undefined;
  const { coefficient, root, letters } = a.terms[0]!;
  if (root !== 1n || letters.length === 0 || letters.length % 2 !== 0) return undefined;
  return multiply(
    squareRoot(fromFraction(coefficient)),
    exact(term(one, 1n, letters.slice(letters.length / 2))),
  );
};

const smallPrimes: readonly bigint[] = Array.from({ length: 1000 }, (_, i) => i)
  .filter(
    (n) => n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && d * d <= n && n % d === 0),
  )
  .map(BigInt);

/** n = outside² · inside, with no square of a prime below 1000 left inside. */
const takeSquaresOut = (n: bigint): { outside: bigint; inside: bigint } => {
  let [outside, inside, rest] = [1n, 1n, n];
  for (const p of smallPrimes) {
    if (p * p > rest) break;
    while (rest % (p * p) === 0n) {
      rest /= p * p;
      outside *= p;
    }
    if (rest % p === 0n) {
      rest /= p;
      inside *= p;
    }
  }
  const whole = integerRoot(rest);
  return whole * whole === rest ? { outside: outside * whole, inside } : { outside, inside: inside * rest };
};

/** ⌊√n⌋ by Newton's iteration. */
const integerRoot = (n: bigint): bigint => {
  if (n < 2n) return n;
  let x = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
};

/** The scalar as a leaf of an expression; a symbolic one gives its expression back. */
export const asExpression = (a: Scalar): Expression =>
  a.kind === "symbolic" ? a.expression : { kind: "number", value: a };
