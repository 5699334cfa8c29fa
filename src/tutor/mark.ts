import { readVectors } from "../math/read-vectors.ts";
import { isSymbolic, type Scalar, toReal } from "../math/scalar.ts";
import type { Problem } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";
import { labelOf, sameAnswer, sameNumber } from "./answer.ts";
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
 * for, the value rounded to at least so many decimals is right, and one that differs in the last digit only is told
 * apart. A text that cannot be read is a problem.
 */
export const markTyped = (question: Question, text: string): Result<Mark, Problem> => {
  const typed = readAnswer(question, text);
  if (!typed.ok) return typed;
  const { answer, decimals } = typed.value;
  if (hasLetters(answer) && !hasLetters(question.right))
    return err({ kind: "not-an-answer", found: text.slice(0, 60), wanted: question.right.kind });
  const fits = (other: Answer): boolean =>
    sameAnswer(other, answer) || (decimals !== undefined && isRounded(other, answer, decimals));
  const given = labelOf(answer);
  const enough = (decimals ?? 0) >= (question.rounding?.decimals ?? 0);
  if (
    sameAnswer(question.right, answer) ||
    (enough && question.rounding !== undefined && fits(question.right))
  )
    return ok({ outcome: "right", given, slips: [] });
  if (isOffByRounding(question, answer, decimals)) return ok({ outcome: "rounding", given, slips: [] });
  return ok({ outcome: "wrong", given, slips: question.slips.filter(({ leadsTo }) => fits(leadsTo)) });
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

const readAnswer = (question: Question, text: string): Result<TypedAnswer, Problem> => {
  const bare = text
    .trim()
    .replace(/^[=≈]\s*/, "")
    .replace(/\s*(?:°|degrees?|deg)$/i, "");
  const read = readVectors(bare);
  if (!read.ok) return read;
  const [first, ...others] = read.value;
  if (first === undefined || others.length > 0)
    return err({ kind: "not-an-answer", found: text.slice(0, 60), wanted: question.right.kind });
  if (question.right.kind === "vector") return ok({ answer: { kind: "vector", value: first } });
  const [component, ...more] = first.components;
  if (more.length > 0)
    return err({ kind: "not-an-answer", found: text.slice(0, 60), wanted: question.right.kind });
  const written = /^[+\-−]?\d*[.,]?(\d*)$/.exec(bare);
  return ok({
    answer: { kind: "number", value: component },
    ...(written === null ? {} : { decimals: written[1]!.length }),
  });
};

const numberOf = (answer: Answer): Scalar | undefined =>
  answer.kind === "number" && !isSymbolic(answer.value) ? answer.value : undefined;

/** Whether the answer is the exact one rounded to the decimals that it is written with. */
const isRounded = (exact: Answer, answer: Answer, decimals: number): boolean => {
  const [x, y] = [numberOf(exact), numberOf(answer)];
  return x !== undefined && y !== undefined && toReal(x).toDecimalPlaces(decimals).equals(toReal(y));
};

/** Whether a decimal is off by no more than one in its last place, or rounded more than was asked for. */
const isOffByRounding = (question: Question, answer: Answer, decimals: number | undefined): boolean => {
  const [exact, given] = [numberOf(question.right), numberOf(answer)];
  if (exact === undefined || given === undefined || decimals === undefined) return false;
  if (question.rounding === undefined && (decimals === 0 || sameNumber(exact, given))) return false;
  const lastPlace = 10 ** -Math.min(decimals, question.rounding?.decimals ?? decimals);
  const off = toReal(exact).minus(toReal(given)).abs();
  return off.lessThan(lastPlace * 1.000001) && (decimals > 0 || question.rounding?.decimals === 0);
};
