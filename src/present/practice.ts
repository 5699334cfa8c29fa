import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import type { Question } from "../tutor/question.ts";
import { describeSkill } from "../tutor/skill.ts";
import { answerChoices, choices, hintChoice, questionBlocks, type Support } from "./question.ts";

/** A question for one learner alone. */
export interface Practice {
  readonly id: number;
  readonly question: Question;
  readonly because: "due" | "new" | "again" | "asked-for" | "to-tell";
  readonly support: Support;
  /** One like it, whose working is shown first. */
  readonly like?: Question;
}

const reasons: Readonly<Record<Practice["because"], string>> = {
  due: "due for review",
  new: "something new",
  again: "once more",
  "asked-for": "as you wished",
  "to-tell": "to tell which slip it was",
};

export const showPractice = ({ id, question, because, support, like }: Practice): Reply => ({
  tone: "plain",
  audience: "asker",
  title: `${describeSkill[question.skill].title}: ${reasons[because]}`,
  blocks: [
    ...(questionBlocks(question, support, like) as [Block]),
    choices("Choose an answer", answerChoices({ id, question, inPlace: true })),
    choices("What else?", [
      hintChoice(id),
      {
        label: "Read the lesson",
        does: { command: "explain", options: { topic: describeSkill[question.skill].lesson } },
      },
    ]),
    paragraph("A hint makes it come back sooner, nothing else."),
  ],
});
