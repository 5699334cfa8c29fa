import type { NumberStyle } from "../math/number-text.ts";
import type { Vector } from "../math/vector.ts";
import { type Call, type Choice, choices, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import type { CheckQuestion } from "../tutor/check.ts";
import { joined } from "./chain.ts";
import { letterFormula, showVector } from "./formula.ts";

/** One of several questions about the same vectors. */
export interface PosedCheck {
  readonly question: CheckQuestion;
  /** Counted from 1. */
  readonly number: number;
  readonly count: number;
  readonly vectors: readonly [Vector, Vector];
  /** The vectors as they were given. */
  readonly given: string;
}

/** A question with its options to press. */
export const showCheck = (posed: PosedCheck, style: NumberStyle): Reply => {
  const { question, number, count, vectors } = posed;
  return {
    tone: "plain",
    title: say("Question {number} of {count}", { number, count }),
    blocks: [
      paragraph(
        sayParts("{a} and {b}", {
          a: { formula: named("a", vectors[0], style) },
          b: { formula: named("b", vectors[1], style) },
        }),
      ),
      paragraph(question.prompt),
      choices(
        say("Choose an answer"),
        question.options.map(
          ({ text }, i): Choice => ({ label: text, does: callFor(posed, number, i + 1), inPlace: true }),
        ),
      ),
    ],
  };
};

/** Whether the option was right, why, and what comes next. */
export const showCheckMark = (posed: PosedCheck, answer: number): Reply => {
  const { question, number, count, given } = posed;
  const chosen = question.options[answer - 1]!;
  const solution = question.options.find((option) => option.right)!;
  const last = number === count;
  return {
    tone: chosen.right ? "right" : "wrong",
    title: chosen.right ? say("Right") : say("Not quite"),
    blocks: [
      paragraph([
        ...sayParts("<strong>Your answer: </strong>{given}.", { given: chosen.text }),
        ` ${chosen.because}`,
      ]),
      ...(chosen.right
        ? []
        : [
            paragraph([
              ...sayParts("<strong>Right is: </strong>{answer}.", { answer: solution.text }),
              ` ${solution.because}`,
            ]),
          ]),
      choices(say("What next?"), [
        ...(last
          ? []
          : [{ label: say("Next question"), does: callFor(posed, number + 1), inPlace: true as const }]),
        { label: say("Why is this similar?"), does: { command: "why", options: { vectors: given } } },
        {
          label: say("Change the vectors…"),
          does: callFor(posed, last ? 1 : number + 1),
          asks: "vectors",
          inPlace: true as const,
        },
      ]),
    ],
  };
};

const named = (name: string, vector: Vector, style: NumberStyle) =>
  joined([letterFormula(name), showVector(vector, style)], ["="]);

const callFor = ({ given }: PosedCheck, number: number, answer?: number): Call => ({
  command: "check",
  options: {
    vectors: given,
    ...(number === 1 ? {} : { question: number }),
    ...(answer === undefined ? {} : { answer }),
  },
});
