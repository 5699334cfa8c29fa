import { cut } from "../cut.ts";
import { currentLanguage, decimalMarkOf } from "../language.ts";
import { toPlainSigns } from "../math/read-text.ts";
import { readVectors } from "../math/read-vectors.ts";
import { Real } from "../math/real.ts";
import { isSymbolic, toReal } from "../math/scalar.ts";
import type { Problem } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";
import { labelOf, number, sameAnswer, vector } from "./answer.ts";
import type { Answer, PosedSlip, Question } from "./question.ts";

/** "rounding": only the last digit is off. */
export const outcomes = ["right", "rounding", "wrong"] as const;

export type Outcome = (typeof outcomes)[number];

/** The verdict on an answer. */
export interface Mark {
  readonly outcome: Outcome;
  /** The answer as it was understood. */
  readonly given: string;
  /** The slips that lead to exactly this answer: none, one, or several that cannot be told apart by it. */
  readonly slips: readonly PosedSlip[];
}

/** Marks one of the options, counted from 1; undefined where there is no such option. */
export const markOption = (question: Question, position: number): Mark | undefined => {
  const option = question.options[position - 1];
  if (option === undefined) return undefined;
  return {
    outcome: option.right ? "right" : "wrong",
    given: option.label,
    slips: question.slips.filter(({ name }) => option.slips.includes(name)),
  };
};

/**
 * Marks what a learner typed, in any form that has the right value: 10, 10.0, 20/2, 10/√145. Where rounding was asked
 * for, the value rounded to at least so many decimals is right, and one that is off by its rounding only is told apart.
 * A text that cannot be read, or is no answer to what was asked, is a problem.
 */
export const markTyped = (question: Question, text: string): Result<Mark, Problem> => {
  const noAnswer = err({
    kind: "not-an-answer",
    found: cut(text, 60),
    wanted: question.right.kind,
  } as const);
  const first = readAnswer(question, text);
  if (!first.ok) return first;
  if (first.value === undefined) return noAnswer;
  const mark = markAnswer(question, first.value);
  if (mark !== undefined && (mark.outcome !== "wrong" || mark.slips.length > 0)) return ok(mark);
  if (hasLetters(first.value.answer) && !hasLetters(question.right)) return noAnswer;
  // 2,3 was read as a decimal; it may be the two products that were not added up.
  const other = readWritten(text);
  const asVector =
    other.ok && other.value !== undefined ? markAnswer(question, { answer: other.value }) : undefined;
  const found = asVector !== undefined && asVector.slips.length > 0 ? asVector : mark;
  return found === undefined ? noAnswer : ok(found);
};

/** The mark of an answer; undefined for one of another kind than was asked for, to which no slip leads. */
const markAnswer = (question: Question, { answer, decimals }: TypedAnswer): Mark | undefined => {
  const fits = (other: Answer): boolean =>
    sameAnswer(other, answer) || (decimals !== undefined && isRounded(other, answer, decimals));
  const { right, rounding } = question;
  const given = labelOf(answer);
  const isEnough = rounding !== undefined && (decimals ?? 0) >= rounding.decimals;
  if (sameAnswer(right, answer) || (isEnough && fits(right))) return { outcome: "right", given, slips: [] };
  const slips = question.slips.filter(({ leadsTo }) => fits(leadsTo));
  if (slips.length > 0) return { outcome: "wrong", given, slips };
  if (answer.kind !== right.kind) return undefined;
  return { outcome: isOffByRounding(question, answer, decimals) ? "rounding" : "wrong", given, slips };
};

const hasLetters = (answer: Answer): boolean =>
  answer.kind === "number"
    ? isSymbolic(answer.value)
    : answer.kind === "vector" && answer.value.components.some(isSymbolic);

interface TypedAnswer {
  readonly answer: Answer;
  /** How many decimals a decimal was written with; absent for what is written otherwise. */
  readonly decimals?: number;
}

/** A number or a vector as it was typed; undefined where there is none, or several. */
const readWritten = (text: string): Result<Answer | undefined, Problem> => {
  const read = readVectors(text);
  if (!read.ok) return read;
  const [first, ...others] = read.value;
  if (first === undefined || others.length > 0) return ok(undefined);
  const [component, ...more] = first.components;
  return ok(more.length > 0 ? vector(first) : number(component));
};

/**
 * A number, as it is wanted, may have a decimal comma, commas between thousands where a point stands before decimals,
 * or degrees behind it, in any of our languages.
 */
const readAnswer = (question: Question, text: string): Result<TypedAnswer | undefined, Problem> => {
  const bare = toPlainSigns(text)
    .trim()
    .replace(/^[=≈]\s*/, "");
  const wanted = question.right.kind === "number" ? asOneNumber(bare, question.rounding === undefined) : bare;
  const read = readWritten(wanted);
  if (!read.ok) return read;
  if (read.value === undefined) return ok(undefined);
  const decimals = /^[+-]?\s*(?:\d+(?:\.(\d*))?|\.(\d+))$/.exec(wanted);
  return ok({
    answer: read.value,
    ...(decimals === null ? {} : { decimals: (decimals[1] ?? decimals[2] ?? "").length }),
  });
};

const asOneNumber = (text: string, isExact: boolean): string => {
  const bare = text.replace(/\s*(?:°|degrees?|deg|grad|grados?)\s*$/i, "");
  const groupsByComma = decimalMarkOf(currentLanguage()) === ".";
  if (isExact && groupsByComma && /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/.test(bare))
    return bare.replaceAll(",", "");
  return /^[+-]?\s*\d*,\d+$/.test(bare) ? bare.replace(",", ".") : bare;
};

const numberOf = (answer: Answer): Real | undefined =>
  answer.kind === "number" && !isSymbolic(answer.value) ? toReal(answer.value) : undefined;

/** Whether the answer is the exact one rounded to the decimals that it is written with. */
const isRounded = (exact: Answer, answer: Answer, decimals: number): boolean => {
  const [x, y] = [numberOf(exact), numberOf(answer)];
  return x !== undefined && y !== undefined && x.toDecimalPlaces(decimals).equals(y);
};

/**
 * Whether a decimal is the right number but for its rounding: up where it goes down or the other way round, or with
 * fewer decimals than were asked for. What can be written exactly with so many decimals leaves no room for that.
 */
const isOffByRounding = (question: Question, answer: Answer, decimals: number | undefined): boolean => {
  const [exact, given] = [numberOf(question.right), numberOf(answer)];
  if (exact === undefined || given === undefined || decimals === undefined) return false;
  if (exact.toDecimalPlaces(decimals).equals(exact)) return false;
  const wanted = question.rounding?.decimals ?? 2;
  if (decimals < wanted) return decimals > 0 && exact.toDecimalPlaces(decimals).equals(given);
  return exact.minus(given).abs().lessThan(new Real(10).pow(-decimals));
};
