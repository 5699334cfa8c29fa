import { Fraction } from "fraction.js";
import type { Expression } from "./expression/expression.ts";
import { Real, Rough, roughRoot } from "./real.ts";

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
export const piName = "π";
const piValue = Real.acos(-1);

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

/** Whether a letter of unknown value stands in it. */
export const hasUnknown = ({ letters }: Term): boolean => letters.some((name) => name !== piName);

/** The letters of unknown value in an exact scalar, each once, in order of the alphabet. */
export const lettersOf = (a: Exact): readonly string[] =>
  a.terms.every(({ letters }) => letters.length === 0) ? noLetters : namesIn(a);

const noLetters: readonly string[] = [];

const namesIn = (a: Exact): readonly string[] =>
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

const rootOf = (n: bigint, Arithmetic: typeof Real): Real =>
  Arithmetic === Rough ? roughRoot(n) : new Arithmetic(n.toString()).sqrt();

const termToReal = (t: Term, Arithmetic: typeof Real): Real => {
  if (hasUnknown(t)) throw new TypeError("A scalar with letters has no decimal value");
  const coefficient = fractionToReal(t.coefficient, Arithmetic);
  const rooted = t.root === 1n ? coefficient : coefficient.times(rootOf(t.root, Arithmetic));
  return t.letters.length === 0 ? rooted : rooted.times(piValue.pow(t.letters.length));
};

/** The nearest double: ±Infinity beyond its range. Throws on letters. */
export const toNumber = (a: Scalar): number => toReal(a).toNumber();

/** The scalar as a leaf of an expression; a symbolic one gives its expression back. */
export const asExpression = (a: Scalar): Expression =>
  a.kind === "symbolic" ? a.expression : { kind: "number", value: a };
