import { decimal, powerOf, ratio } from "../../math/fraction.ts";
import { fromFraction, type Numeric } from "../../math/scalar.ts";
import type { UnreadReason } from "../reading.ts";
import type { Written } from "../tree.ts";
import { loweredFromRaised, vulgarFractions } from "./look-alikes.ts";

/** The most digits that one number may be written with, and the largest size of a power of ten. */
const mostDigits = 400;
const largestExponent = 400;

/** A number in a text: where it ends, and what it is or why it is none. */
export interface Scanned {
  readonly end: number;
  readonly value?: Numeric;
  readonly written?: Written;
  readonly fault?: UnreadReason;
}

/** The zeros of other scripts, whose nine digits follow them, and of full width. */
const zeros = [0x30, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

/** The digit that a character stands for in any script; -1 where it is none. */
const digitAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code < 0x660) return code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
  const zero = zeros.findLast((each) => each <= code)!;
  return code - zero <= 9 ? code - zero : -1;
};

const isPoint = (text: string, at: number): boolean => {
  const sign = text[at];
  return sign === "." || sign === "．" || sign === "٫";
};

/** Whether a number begins here: a digit, a point before one, ½. */
export const startsNumber = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || (code === 0x2e && digitAt(text, at + 1) >= 0);
  return startsOddNumber(text, at);
};

const startsOddNumber = (text: string, at: number): boolean =>
  digitAt(text, at) >= 0 ||
  (isPoint(text, at) && digitAt(text, at + 1) >= 0) ||
  Object.hasOwn(vulgarFractions, text[at] ?? "");

const based = /0(?:[xX]([0-9a-fA-F]+)|[bB]([01]+)|[oO]([0-7]+))(?![\w.])/uy;
const halfBased = /0[xXbBoO](?=[0-9a-fA-F])[\w.]*/uy;
const tenTo =
  /[ \u00a0]{0,2}(?:[x×✕·⋅∙*]|\\times|\\cdot)[ \u00a0]{0,2}10(?:[ ]?(?:\^|\*\*)[ ]?(?:\{ ?([-−+]?\d{1,9}) ?\}|\(([-−+]?\d{1,9})\)|([-−+]?\d{1,9}))|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,9}))(?![\w.]*\w)/uy;
const exponent = /(?:[eE]|\*\^)([-−+]?\d{1,9})(?![\w]|\.\d)/uy;
const suffix = /(?:[fF]|_?f(?:16|32|64)|[dD])(?!\w)/uy;
const wholeSuffix = /(?:L{1,2}|UL{0,2}|_?[iu](?:8|16|32|64))(?!\w)/uy;
const unfinished = /(?:[eE](?![\w^]|\s*\^)|[dD](?=[-+]?\d)|[eE](?=[-+]?\d))[\w.]*/uy;
const mixed = /[ \u00a0\u2009\u200a\u200b\u202f\u2060]?(?:([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])|(\d{1,40})⁄(\d{1,40}))/uy;
const date = /\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}\/\d{1,2}\/\d{4}(?!\d)|\d{1,2}\.\d{1,2}\.\d{2,4}(?!\d)/uy;
const time = /\d{1,2}:\d{2}(?::\d{2})?(?!\d)/uy;
const furtherPoints = /(?:\.\d+)+/uy;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/**
 * Reads an unsigned number at a place where one begins: 12, 0.5, .5, 5., 1_000, 1e-3, 1.5x10^3, 0x1F, 1½, 1.0f. What is
 * seen to be meant as a number and is none (0b12, 1e, 1.2.3, a date) is taken whole, with the reason.
 */
export const scanNumber = (text: string, at: number): Scanned => {
  const odd = scanOdd(text, at);
  if (odd !== undefined) return odd;
  const [digits, places, end] = scanDigits(text, at);
  if (digits.length > mostDigits) return { end, fault: "too-many-digits" };
  const next = text.charCodeAt(end);
  // Nearly all that is read in lists of thousands ends here.
  if (next === 0x2c || next === 0x5d || next === 0x20 || next === 0x29 || Number.isNaN(next)) {
    const plain = next === 0x20 ? (match(mixed, text, end) ?? match(tenTo, text, end)) : null;
    if (plain === null) return made(digits, places, 0, end);
  }
  return scanRest(text, at, digits, places, end);
};

const scanOdd = (text: string, at: number): Scanned | undefined => {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  if (first === 0x30 && second > 0x39) {
    const number = match(based, text, at);
    if (number !== null) {
      const prefix = number[0].slice(0, 2).toLowerCase();
      return { end: based.lastIndex, value: whole(BigInt(prefix + number[0].slice(2))), written: "whole" };
    }
    if (match(halfBased, text, at) !== null) return { end: halfBased.lastIndex, fault: "digits-and-letters" };
  }
  if (first > 0x39 || first < 0x30) {
    const part = vulgarFractions[text[at]!];
    return part === undefined
      ? undefined
      : { end: at + 1, value: fromFraction(ratio(...part)), written: "fraction" };
  }
  if (!mayBeDate(text, at)) return undefined;
  if (match(date, text, at) !== null) return { end: date.lastIndex, fault: "looks-like-date" };
  if (match(time, text, at) !== null) return { end: time.lastIndex, fault: "looks-like-time" };
  return undefined;
};

/** Whether a second sign of a date or the colon of a time stands where it would: 2026-01-02, 1.2.2026, 10:30. */
const mayBeDate = (text: string, at: number): boolean => {
  const [second, third] = [text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  if (second === colon || third === colon || text.charCodeAt(at + 4) === hyphen) return true;
  const mark = second === point || second === slash ? second : third === point || third === slash ? third : 0;
  if (mark === 0) return false;
  const from = at + (second === mark ? 3 : 4);
  return text.charCodeAt(from) === mark || text.charCodeAt(from + 1) === mark;
};

const [hyphen, point, slash, colon] = [0x2d, 0x2e, 0x2f, 0x3a];

/** The digits without their point, how many of them stand behind it, and where they end. */
const scanDigits = (text: string, at: number): readonly [string, number, number] => {
  let end = at;
  let point = -1;
  let isPlain = true;
  for (; ; end += 1) {
    const code = text.charCodeAt(end);
    if (code >= 0x30 && code <= 0x39) continue;
    if (point < 0 && isPoint(text, end) && !isOperatorAfterPoint(text, end, at)) {
      point = end;
      isPlain &&= code === 0x2e;
      continue;
    }
    if (code === 0x5f && digitAt(text, end - 1) >= 0 && digitAt(text, end + 1) >= 0) isPlain = false;
    else if (code > 0x39 && digitAt(text, end) >= 0) isPlain = false;
    else break;
  }
  const places = point < 0 ? 0 : end - point - 1;
  if (isPlain)
    return [
      point < 0 ? text.slice(at, end) : text.slice(at, point) + text.slice(point + 1, end),
      places,
      end,
    ];
  const plain = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => digitAt(text, from + i))
      .filter((digit) => digit >= 0)
      .join("");
  const after = point < 0 ? "" : plain(point + 1, end);
  return [plain(at, point < 0 ? end : point) + after, after.length, end];
};

/** A point without digits after it belongs to what follows: 2.*a, "is it 5." */
const isOperatorAfterPoint = (text: string, point: number, start: number): boolean => {
  if (digitAt(text, point + 1) >= 0) return false;
  const next = text[point + 1];
  return (
    point === start ||
    next === undefined ||
    !/[,;\])}fFeE\s|&\\]/u.test(next) ||
    /^\.\s*(?:$|[\p{Lu}(])/u.test(text.slice(point, point + 12))
  );
};

const scanRest = (text: string, at: number, digits: string, places: number, end: number): Scanned => {
  if (places > 0 && match(furtherPoints, text, end) !== null)
    return { end: furtherPoints.lastIndex, fault: "two-points" };
  const part = places === 0 ? match(mixed, text, end) : null;
  if (part !== null) {
    const [above, below] =
      part[1] === undefined ? [BigInt(part[2]!), BigInt(part[3]!)] : vulgarFractions[part[1]]!;
    if (below === 0n) return { end: mixed.lastIndex, fault: "digits-and-letters" };
    const value = fromFraction(ratio(BigInt(digits) * below + above, below));
    return { end: mixed.lastIndex, value, written: "fraction" };
  }
  const power = match(exponent, text, end);
  if (power !== null) return suffixed(text, made(digits, places, exponentOf(power[1]!), exponent.lastIndex));
  const ten = /[/^]\s*$/u.test(text.slice(Math.max(0, at - 4), at)) ? null : match(tenTo, text, end);
  if (ten !== null) {
    const [, braced, bracketed, plain, high] = ten;
    const typed = braced ?? bracketed ?? plain ?? loweredFromRaised(high!);
    return made(digits, places, exponentOf(typed), tenTo.lastIndex);
  }
  if (match(unfinished, text, end) !== null) return { end: unfinished.lastIndex, fault: "unfinished-power" };
  const number = made(digits, places, 0, end);
  if (text.slice(at, end).includes(".")) return suffixed(text, number);
  return match(wholeSuffix, text, end) === null ? number : { ...number, end: wholeSuffix.lastIndex };
};

const suffixed = (text: string, number: Scanned): Scanned =>
  match(suffix, text, number.end) === null ? number : { ...number, end: suffix.lastIndex };

const exponentOf = (typed: string): number => Number(typed.replace("−", "-"));

const whole = (value: bigint): Numeric => fromFraction(decimal(value, 0));

const made = (digits: string, places: number, power: number, end: number): Scanned => {
  if (Math.abs(power) > largestExponent) return { end, fault: "exponent-too-large" };
  const shift = power - places;
  const value = BigInt(digits);
  const fraction =
    shift >= 0 ? decimal(shift === 0 ? value : value * powerOf(10, shift), 0) : decimal(value, -shift);
  return { end, value: fromFraction(fraction), written: places === 0 && power === 0 ? "whole" : "decimal" };
};
