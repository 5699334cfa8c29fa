import { paragraph, type Reply } from "../reply/reply.ts";
import { labelOf } from "../tutor/answer.ts";
import type { Question } from "../tutor/question.ts";
import { describeSkill } from "../tutor/skill.ts";
import { answerChoices, choices, hintChoice, inWords, questionBlocks, workingChoice } from "./question.ts";
import { type ClassAnswer, classBlocks } from "./solution.ts";

export interface Daily {
  readonly id: number;
  readonly question: Question;
  readonly yesterday?: {
    readonly id: number;
    readonly question: Question;
    readonly answers: readonly ClassAnswer[];
  };
}

/** The question of the day, and how the one before went. */
export const showDaily = ({ id, question, yesterday }: Daily): Reply => ({
  tone: "plain",
  title: `Question of the day: ${describeSkill[question.skill].title.toLowerCase()}`,
  blocks: [
    ...questionBlocks(question, "none"),
    paragraph("Only you see what becomes of your answer. The class’s result comes with the next question."),
    choices("Choose an answer", answerChoices({ id, question, inPlace: false })),
    choices("What else?", [
      hintChoice(id),
      { label: "Leaderboard", does: { command: "leaderboard", options: {} } },
      ...(yesterday === undefined ? [] : [workingChoice(yesterday.id, "Last working")]),
    ]),
    ...(yesterday === undefined
      ? []
      : [
          paragraph([
            { strong: "Last time: " },
            `the answer was ${labelOf(yesterday.question.right, yesterday.question.rounding)}.`,
          ]),
          paragraph(inWords(yesterday.question.because)),
          ...(yesterday.answers.length === 0
            ? [paragraph("Nobody answered.")]
            : classBlocks(yesterday.question, yesterday.answers)),
        ]),
  ] as unknown as Reply["blocks"],
});
