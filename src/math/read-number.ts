import type { Fraction } from "fraction.js";
import { err, ok, type Result } from "../base/result.ts";
import { decimal, multiplyFractions, powerOf } from "./fraction.ts";
import type { UnreadableReason } from "./problem.ts";
import { fromFraction, letter, type Scalar } from "./scalar.ts";
import { multiply, negate } from "./scalar-arithmetic.ts";
import { squareRoot } from "./square-root.ts";

/** The most digits that one number may be written with. */
export const mostDigits = 400;

/** The largest size of an exponent of ten: 1e±400. */
export const largestExponent = 400;

/** A component as it was written: whether as a decimal, so that the answer is written the same way. */
export interface ReadNumber {
  readonly value: Scalar;
  readonly written: "decimal" | "fraction" | "whole";
}

const decimalShape = /^(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;
const letterShape = /^(?:[A-Za-zα-ωΑ-Ω](?:_?[0-9]+|[₀-₉]+)?′{0,3})$/u;

/** Whether a name can stand for a number: one letter, with an index or primes. */
export const isLetter = (name: string): boolean => letterShape.test(name);

/**
 * Reads a component of the plain kinds: 3, −0.5, 1e-3, 2/3, √2, 2√3, a, x₁, 2a. Text is already in plain signs (see
 * read-text.ts). Undefined when it is of no plain kind, so that the expression reader may try.
 */
export const readPlainNumber = (text: string): Result<ReadNumber, UnreadableReason> | undefined => {
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  const result = readUnsigned(text.slice(sign.length).trimStart());
  if (result === undefined || !result.ok || sign !== "-") return result;
  return ok({ ...result.value, value: negate(result.value.value) });
};

const readUnsigned = (text: string): Result<ReadNumber, UnreadableReason> | undefined => {
  // Nearly all that is read in lists of thousands.
  if (decimalShape.test(text)) return readDecimal(text);
  const slash = text.indexOf("/");
  if (slash > 0) return readQuotient(text.slice(0, slash).trim(), text.slice(slash + 1).trim());
  const root = /^([\d.]*)\s*\*?\s*√\s*\(?\s*(\d+(?:\.\d+)?)\s*\)?$/.exec(text);
  if (root !== null) return readRoot(root[1]!, root[2]!);
  const scaled = /^([\d.]+)\s*[*·]?\s*(\p{L}.*)$/u.exec(text);
  if (scaled !== null && letterShape.test(scaled[2]!) && !/^[eE]\d/.test(scaled[2]!)) {
    const factor = readDecimal(scaled[1]!);
    if (!factor?.ok) return factor;
    return ok({ value: multiply(factor.value.value, letter(scaled[2]!)), written: factor.value.written });
  }
  if (letterShape.test(text)) return ok({ value: letter(text), written: "whole" });
  return readDecimal(text);
};

const readQuotient = (above: string, below: string): Result<ReadNumber, UnreadableReason> | undefined => {
  const [numerator, denominator] = [readDecimal(above), readDecimal(below)];
  if (numerator === undefined || denominator === undefined) return undefined;
  if (!numerator.ok) return numerator;
  if (!denominator.ok) return denominator;
  if (denominator.value.fraction.n === 0n) return err("division-by-zero");
  return ok({
    value: fromFraction(multiplyFractions(numerator.value.fraction, denominator.value.fraction.inverse())),
    written: "fraction",
  });
};

const readRoot = (factor: string, radicand: string): Result<ReadNumber, UnreadableReason> | undefined => {
  const [before, under] = [factor === "" ? undefined : readDecimal(factor), readDecimal(radicand)];
  if (under === undefined || (factor !== "" && before === undefined)) return undefined;
  if (!under.ok) return under;
  const root = squareRoot(under.value.value);
  if (before === undefined) return ok({ value: root, written: "whole" });
  return before.ok ? ok({ value: multiply(before.value.value, root), written: "whole" }) : before;
};

/** An exact unsigned decimal: 12, 0.5, .5, 5., 1e-3. */
const readDecimal = (
  text: string,
): Result<ReadNumber & { readonly fraction: Fraction }, UnreadableReason> | undefined => {
  const match = decimalShape.exec(text);
  if (match === null) return undefined;
  const [, whole = "", part = "", exponent = "0"] = match;
  if (whole + part === "") return undefined;
  if (whole.length + part.length > mostDigits) return err("too-many-digits");
  const power = Number(exponent);
  if (Math.abs(power) > largestExponent) return err("exponent-too-large");
  const shift = power - part.length;
  const digits = BigInt(whole + part);
  const fraction = shift >= 0 ? decimal(digits * powerOf(10, shift), 0) : decimal(digits, -shift);
  return ok({ value: fromFraction(fraction), written: /[.eE]/.test(text) ? "decimal" : "whole", fraction });
};
