import { toPlain } from "../math/expression/plain.ts";
import { marked } from "../math/number-text.ts";
import { Real } from "../math/real.ts";
import { asExpression, type Exact, isSymbolic, rational, type Scalar, toReal } from "../math/scalar.ts";
import { equals } from "../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../math/vector.ts";
import { vectorExpression } from "../math/working.ts";
import { usualStyle } from "../number-style.ts";
import type { Answer } from "./question.ts";

export const number = (value: Scalar | number): Answer => ({
  kind: "number",
  value: typeof value === "number" ? rational(value) : value,
});

export const vector = (value: Vector | readonly Scalar[]): Answer => ({
  kind: "vector",
  value: "components" in value ? value : vectorOf(value),
});

export const phrase = (words: string): Answer => ({ kind: "words", words });

/** Numbers this close are one number: what is inexact carries 64 digits. */
const hair = new Real("1e-40");

/** Whether two answers have the same value. */
export const sameAnswer = (x: Answer, y: Answer): boolean => {
  if (x.kind === "number" && y.kind === "number") return sameNumber(x.value, y.value);
  if (x.kind === "words" && y.kind === "words") return x.words === y.words;
  if (x.kind !== "vector" || y.kind !== "vector") return false;
  const [a, b] = [x.value.components, y.value.components];
  return a.length === b.length && a.every((component, i) => sameNumber(component, b[i]!));
};

/** Roots of numbers below this are written in one way only, with every square taken out. */
const smallRoot = 1_000_000n;

const isPlainlyWritten = (x: Scalar): x is Exact =>
  x.kind === "exact" && x.terms.every(({ root }) => root < smallRoot);

/** Whether two that are written in one way only have the same terms, in any order. */
const sameTerms = (x: Exact, y: Exact): boolean =>
  x.terms.length === y.terms.length &&
  x.terms.every(({ coefficient, root, letters }) =>
    y.terms.some(
      (other) =>
        other.root === root &&
        other.letters.length === letters.length &&
        letters.every((name, i) => other.letters[i] === name) &&
        other.coefficient.equals(coefficient),
    ),
  );

/** Whether two numbers, or formulas with letters, are equal. */
export const sameNumber = (x: Scalar, y: Scalar): boolean => {
  if (isPlainlyWritten(x) && isPlainlyWritten(y)) return sameTerms(x, y);
  if (equals(x, y)) return true;
  if (isSymbolic(x) || isSymbolic(y)) return toPlain(asExpression(x)) === toPlain(asExpression(y));
  return toReal(x).minus(toReal(y)).abs().lessThan(hair);
};

export interface Rounding {
  readonly decimals: number;
  readonly unit?: string;
}

/** An answer as it stands on a button. */
export const labelOf = (answer: Answer, rounding?: Rounding): string => {
  if (answer.kind === "words") return answer.words;
  if (answer.kind === "vector") return vectorLabel(answer.value, rounding);
  return numberLabel(answer.value, rounding);
};

const vectorLabel = ({ components }: Vector, rounding: Rounding | undefined): string => {
  if (rounding === undefined || components.some(isSymbolic))
    return toPlain(vectorExpression(components), usualStyle());
  const separator = usualStyle().decimalMark === "," ? "; " : ", ";
  return `(${components.map((component) => numberLabel(component, rounding)).join(separator)})`;
};

const numberLabel = (value: Scalar, rounding: Rounding | undefined): string => {
  if (rounding === undefined || isSymbolic(value)) return toPlain(asExpression(value), usualStyle());
  const rounded = toReal(value).toDecimalPlaces(rounding.decimals);
  // A last digit of 0 stays: 0.70 tells that it was rounded to two decimals, and no −0.00 is shown.
  const text = (rounded.isZero() ? rounded.abs() : rounded).toFixed(rounding.decimals);
  return `${marked(text.replace("-", "−"), usualStyle().decimalMark)}${rounding.unit ?? ""}`;
};
