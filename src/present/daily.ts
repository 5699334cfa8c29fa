import { atLeastOne } from "../base/at-least.ts";
import { choices, paragraph, type Reply } from "../reply/reply.ts";
import { lowerFirst, say, sayParts } from "../say.ts";
import { labelOf } from "../tutor/answer.ts";
import type { Question } from "../tutor/question.ts";
import { describeSkill } from "../tutor/skill.ts";
import { answerChoices, hintChoice, inWords, promptBlocks, workingChoice } from "./question.ts";
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
  title: say("Question of the day: {topic}", {
    topic: lowerFirst(say(describeSkill[question.skill].title)),
  }),
  blocks: atLeastOne([
    ...promptBlocks(question),
    paragraph(
      say("Only you see what becomes of your answer. The class’s result comes with the next question."),
    ),
    choices(say("Choose an answer"), answerChoices({ id, question, inPlace: false })),
    choices(say("What else?"), [
      hintChoice(id),
      { label: say("Leaderboard"), does: { command: "leaderboard", options: {} } },
      ...(yesterday === undefined ? [] : [workingChoice(yesterday.id, say("Last working"))]),
    ]),
    ...(yesterday === undefined
      ? []
      : [
          paragraph(
            sayParts("<strong>Last time: </strong>the answer was {answer}.", {
              answer: labelOf(yesterday.question.right, yesterday.question.rounding),
            }),
          ),
          paragraph(inWords(yesterday.question.because)),
          ...(yesterday.answers.length === 0
            ? [paragraph(say("Nobody answered."))]
            : classBlocks(yesterday.question, yesterday.answers)),
        ]),
  ]),
});
