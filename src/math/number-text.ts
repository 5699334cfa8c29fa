import type { Fraction } from "fraction.js";
import type { Say } from "../base/say.ts";
import { type Real, Rough } from "./real.ts";
import { type Exact, type Numeric, type Term, toReal } from "./scalar.ts";
import type { Notation } from "./vector.ts";

/** How numbers are shown. */
export interface NumberStyle {
  /** Significant digits of what is rounded. */
  readonly digits: number;
  /** Whether a rational with a finite decimal form is shown as that or as a fraction. */
  readonly notation: Notation;
  /** What stands before the decimals; a comma also has components parted by semicolons. Absent, a point. */
  readonly decimalMark?: "." | ",";
  /** How words among the signs are said; absent, in plain English. */
  readonly say?: Say;
}

/** Four significant digits, fractions as fractions, decimals with a point. */
export const defaultStyle: NumberStyle = { digits: 4, notation: "fraction" };

/** What parts the components of a vector: a comma, or a semicolon where a comma stands before the decimals. */
export const separatorOf = ({ decimalMark }: NumberStyle): ", " | "; " => (decimalMark === "," ? "; " : ", ");

/** Whole numbers with more trailing zeros than this are shown as 1e16. */
const mostTrailingZeros = 15;

/** Among decimals, 17/√34 is written √8.5, unless more digits than these would stand under the root. */
const longestUnderRoot = 8;

/** A number taken apart for a printer: signs are told apart from what they stand before. */
export interface SignedTerm {
  readonly negative: boolean;
  /** Digits, or "" for a 1 that is not written before letters or a root. */
  readonly numerator: string;
  /** Absent when 1. */
  readonly denominator?: string;
  /** The root above the line or, as in 10/√145, below it; absent when there is none. */
  readonly root?: { readonly of: string; readonly below: boolean };
  readonly letters: readonly string[];
}

/** The terms of a number in the order in which they are written. */
export const signedTerms = (value: Numeric, style: NumberStyle): readonly SignedTerm[] => {
  if (value.kind === "exact" && value.terms.length === 0)
    return [{ negative: false, numerator: "0", letters: [] }];
  const terms =
    value.kind === "approximate"
      ? [approximateTerm(value.value, style.digits)]
      : value.terms.map((t) => exactTerm(t, style));
  return style.decimalMark === "," ? terms.map(withComma) : terms;
};

/** Only a decimal holds a point: as a numerator with nothing below, or under a root. */
const withComma = (term: SignedTerm): SignedTerm => ({
  ...term,
  numerator: marked(term.numerator, ","),
  ...(term.root === undefined ? {} : { root: { ...term.root, of: marked(term.root.of, ",") } }),
});

/** Digits with a point, written with the mark of a language. */
export const marked = (digits: string, mark: NumberStyle["decimalMark"]): string =>
  mark === "," ? digits.replace(".", ",") : digits;

const approximateTerm = (value: Real, digits: number): SignedTerm => ({
  negative: value.isNegative() && !value.isZero(),
  numerator: realToDigits(value.abs(), digits),
  letters: [],
});

const exactTerm = ({ coefficient, root, letters }: Term, { notation }: NumberStyle): SignedTerm => {
  const negative = coefficient.s < 0n;
  const { n, d } = coefficient;
  if (root !== 1n && d !== 1n && notation === "decimal") {
    const squared = finiteDecimal(coefficient.mul(coefficient).mul(root));
    if (squared !== undefined && squared.length <= longestUnderRoot)
      return { negative, numerator: "", root: { of: squared, below: false }, letters };
  }
  if (root !== 1n) {
    const below = coefficient.mul(Number.isSafeInteger(Number(root)) ? Number(root) : root.toString());
    if (d !== 1n && below.d < d) {
      return {
        negative,
        numerator: wholeToDigits(below.n),
        ...(below.d === 1n ? {} : { denominator: wholeToDigits(below.d) }),
        root: { of: root.toString(), below: true },
        letters,
      };
    }
  }
  const bare = n === 1n && (root !== 1n || letters.length > 0);
  const decimal = d !== 1n && notation === "decimal" ? finiteDecimal(coefficient) : undefined;
  return {
    negative,
    numerator: decimal ?? (bare ? "" : wholeToDigits(n)),
    ...(d === 1n || decimal !== undefined ? {} : { denominator: wholeToDigits(d) }),
    ...(root === 1n ? {} : { root: { of: root.toString(), below: false } }),
    letters,
  };
};

const wholeToDigits = (n: bigint): string => {
  const digits = n.toString();
  const significant = digits.replace(/0+$/, "");
  return digits.length - significant.length > mostTrailingZeros
    ? `${significant}e${digits.length - significant.length}`
    : digits;
};

/** The decimal form of a positive rational whose denominator has no factors but 2 and 5, else undefined. */
const finiteDecimal = ({ n, d }: Fraction): string | undefined => {
  // 2ᵃ5ᵇ has more than max(a, b) bits; no other denominator goes into a power of ten.
  const enough = 4 * d.toString(16).length;
  const power = 10n ** BigInt(enough);
  if (power % d !== 0n) return undefined;
  const digits = (n * (power / d)).toString();
  const unneeded = /0*$/.exec(digits.slice(-enough))![0].length;
  const places = enough - unneeded;
  const scaled = digits.slice(0, digits.length - unneeded);
  if (places > mostTrailingZeros && scaled.length <= places) return `${scaled}e-${places}`;
  const padded = scaled.padStart(places + 1, "0");
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
};

/** A positive decimal to so many significant digits: 0.8305, 33.85, 1.414e150. */
export const realToDigits = (value: Real, digits: number): string => {
  if (value.isZero()) return "0";
  const rounded = value.toSignificantDigits(digits);
  const inRange = rounded.e >= -6 && rounded.e < 15;
  return inRange ? rounded.toFixed() : rounded.toExponential().replace("e+", "e");
};

/** Whether the number as shown is the number itself, so that "=" may stand before it. */
export const isShownExactly = (value: Numeric, digits: number): boolean =>
  value.kind === "exact" || value.value.toSignificantDigits(digits).equals(value.value);

/** The rounded decimal of an exact number without letters: what stands behind ≈. */
export const toDecimalText = (
  value: Numeric,
  { digits, decimalMark }: Pick<NumberStyle, "digits" | "decimalMark">,
): string => {
  const real = toReal(value, Rough);
  return `${real.isNegative() && !real.isZero() ? "−" : ""}${marked(realToDigits(real.abs(), digits), decimalMark)}`;
};

/** Whether a decimal beside the exact form tells a reader anything. */
export const wantsDecimal = (value: Exact, notation: Notation): boolean =>
  value.terms.some(
    (t) =>
      t.root !== 1n ||
      t.letters.length > 0 ||
      (t.coefficient.d !== 1n && (notation === "fraction" || finiteDecimal(t.coefficient) === undefined)),
  );
