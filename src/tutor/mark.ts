import { cut } from "../base/cut.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Problem } from "../problem.ts";
import { sameAnswer } from "./answer.ts";
import type { Answer, PosedSlip, Question } from "./question.ts";
import { hasLetters, readTyped, readWritten } from "./read-typed.ts";
import {
  differsFrom,
  isNear,
  isRounding,
  type RoundingFault,
  roundingFault,
  type Typed,
  wantedDecimals,
} from "./rounding.ts";

/** "rounding": only the last digit is off, or there are fewer digits than were asked for. */
export const outcomes = ["right", "rounding", "wrong"] as const;

export type Outcome = (typeof outcomes)[number];

/** The verdict on an answer. */
export interface Mark {
  readonly outcome: Outcome;
  /** The answer as it was typed, or as it stands on the option. */
  readonly given: string;
  /** The slips that lead to exactly this answer: none, one, or several that cannot be told apart by it. */
  readonly slips: readonly PosedSlip[];
  /** How far a rounded answer is rounded well; absent where the answer has the exact value, or is wrong. */
  readonly rounded?: "enough" | RoundingFault;
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
 * Marks what a learner typed, in any form that has the right value: 10, 10.0, 20/2, 10/√145. A right rounding to as many
 * decimals as were asked for, or to two, is right, and so is a right calculation with rounded figures; one that is off
 * by its rounding only is told apart. A text that cannot be read, or is no answer to what was asked, is a problem.
 */
export const markTyped = (question: Question, text: string): Result<Mark, Problem> => {
  const noAnswer = err({
    kind: "not-an-answer",
    found: cut(text, 60),
    wanted: question.right.kind,
  } as const);
  const given = asTyped(text);
  const first = readTyped(question, text);
  if (!first.ok) return first;
  if (first.value === undefined) return noAnswer;
  const mark = markAnswer(question, first.value, given);
  if (mark !== undefined && (mark.outcome !== "wrong" || mark.slips.length > 0)) return ok(mark);
  if (hasLetters(first.value.answer) && !hasLetters(question.right)) return noAnswer;
  // 2,3 was read as a decimal; it may be the two products that were not added up.
  const other = readWritten(text);
  const asVector =
    other.ok && other.value !== undefined ? markAnswer(question, other.value, given) : undefined;
  const found = asVector !== undefined && asVector.slips.length > 0 ? asVector : mark;
  return found === undefined ? noAnswer : ok(found);
};

/** What was typed, without the invisible signs and wide gaps that no learner sees. */
const asTyped = (text: string): string => text.replace(/[\p{C}\s]+/gu, " ").trim();

/** The mark of an answer; undefined for one of another kind than was asked for, to which no slip leads. */
const markAnswer = (question: Question, typed: Typed, given: string): Mark | undefined => {
  const { right, rounding } = question;
  if (sameAnswer(right, typed.answer)) return { outcome: "right", given, slips: [] };
  if (isNear(right, typed, rounding)) return { outcome: "right", given, slips: [], rounded: "enough" };
  const slips = question.slips.filter(({ leadsTo }) => isThere(question, leadsTo, typed));
  if (slips.length > 0) return { outcome: "wrong", given, slips };
  if (typed.answer.kind !== right.kind) return undefined;
  const rounded = roundingFault(right, typed, rounding);
  return rounded === undefined
    ? { outcome: "wrong", given, slips }
    : { outcome: "rounding", given, slips, rounded };
};

/** Whether a slip leads to what was typed: exactly, or by the decimals asked for where these tell it from the right answer. */
const isThere = ({ right, rounding }: Question, leadsTo: Answer, typed: Typed): boolean => {
  const wanted = wantedDecimals(rounding);
  return (
    sameAnswer(leadsTo, typed.answer) ||
    (isRounding(leadsTo, typed, wanted) && differsFrom(leadsTo, right, wanted))
  );
};
