import { ok, type Result } from "../base/result.ts";
import { currentLanguage, decimalMarkOf } from "../language.ts";
import { toPlainSigns } from "../math/read-text.ts";
import { readVectors } from "../math/read-vectors.ts";
import { isSymbolic, type Scalar, toFraction } from "../math/scalar.ts";
import type { Vector } from "../math/vector.ts";
import type { Problem } from "../problem.ts";
import { number, vector } from "./answer.ts";
import type { Answer, Question } from "./question.ts";
import { readMultiple } from "./read-multiple.ts";
import type { Typed } from "./rounding.ts";

export const hasLetters = (answer: Answer): boolean =>
  answer.kind === "number"
    ? isSymbolic(answer.value)
    : answer.kind === "vector" && answer.value.components.some(isSymbolic);

/**
 * A number, as it is wanted, may have a decimal comma, commas between thousands where a point stands before decimals,
 * powers of e, or degrees behind it, in any of our languages. Undefined where there is no answer in it, or several.
 */
export const readTyped = (question: Question, text: string): Result<Typed | undefined, Problem> => {
  const bare = toPlainSigns(text)
    .trim()
    .replace(/^[=≈]\s*/, "");
  if (question.right.kind !== "number") return readWritten(bare);
  const one = asOneNumber(bare, question.rounding === undefined);
  return readWritten(hasLetters(question.right) ? one : withPowersOfE(one));
};

/** A number or a vector as it was typed, also a multiple of a vector: (4, 3)/5. Undefined for none, or several. */
export const readWritten = (text: string): Result<Typed | undefined, Problem> => {
  const read = readVectors(text);
  const multiple = readMultiple(text);
  const found = multiple ?? (read.ok && read.value.length === 1 ? read.value[0] : undefined);
  if (found === undefined) return read.ok ? ok(undefined) : read;
  const [component, ...more] = found.components;
  const decimals = multiple === undefined ? decimalsOf(found, text) : undefined;
  return ok({
    answer: more.length > 0 ? vector(found) : number(component),
    ...(decimals === undefined ? {} : { decimals }),
    isCalculation:
      decimals === undefined &&
      (/[.,]\d/.test(text) || found.components.some(({ kind }) => kind === "approximate")),
  });
};

const plainDecimal = /^[+-]?\s*(?:\d+(?:\.(\d*))?|\.(\d+))$/;

/** How many decimals a number, or the longest of a vector's, is written with; undefined where one is no decimal. */
const decimalsOf = ({ components, notation }: Vector, text: string): number | undefined => {
  if (components.length === 1) {
    const written = plainDecimal.exec(toPlainSigns(text).trim());
    return written === null ? undefined : (written[1] ?? written[2] ?? "").length;
  }
  if (notation !== "decimal") return undefined;
  const counts = components.map(countDecimals);
  return counts.includes(undefined) ? undefined : Math.max(...counts.map(Number));
};

/** More decimals than anybody types. */
const mostDecimals = 30;

const countDecimals = (value: Scalar): number | undefined => {
  let denominator = toFraction(value)?.d;
  for (let count = 0; denominator !== undefined && count <= mostDecimals; count += 1) {
    if (denominator === 1n) return count;
    for (const prime of [2n, 5n]) if (denominator % prime === 0n) denominator /= prime;
  }
  return undefined;
};

const asOneNumber = (text: string, isExact: boolean): string => {
  const bare = text.replace(/\s*(?:°|degrees?|deg|grad|grados?)\s*$/i, "");
  const groupsByComma = decimalMarkOf(currentLanguage()) === ".";
  if (isExact && groupsByComma && /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/.test(bare))
    return bare.replaceAll(",", "");
  return /^[+-]?\s*\d*,\d+$/.test(bare) ? bare.replace(",", ".") : bare;
};

/** Where no letter can be meant, e is the base of the exponential function: e^2/(e^2 + 1); but 1e-3 stays a number. */
const withPowersOfE = (text: string): string =>
  text
    .replace(/(?<![\p{L}_\d.])e(?![\p{L}_])/gu, "exp(1)")
    .replace(/(?<=\d)e(?=\^|\s*[)/*·+]|$)(?![+-]\d)/g, "*exp(1)");
