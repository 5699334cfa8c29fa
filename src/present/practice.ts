import { type Block, choices, paragraph, type Reply } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import type { Question } from "../tutor/question.ts";
import { describeSkill } from "../tutor/skill.ts";
import { answerChoices, hintChoice, questionBlocks, type Support } from "./question.ts";

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
  due: message("due for review"),
  new: message("something new"),
  again: message("once more"),
  "asked-for": message("as you wished"),
  "to-tell": message("to tell which slip it was"),
};

export const showPractice = ({ id, question, because, support, like }: Practice): Reply => ({
  tone: "plain",
  audience: "asker",
  title: `${say(describeSkill[question.skill].title)}: ${say(reasons[because])}`,
  blocks: [
    ...(questionBlocks(question, support, like) as [Block]),
    choices(say("Choose an answer"), answerChoices({ id, question, inPlace: true })),
    choices(say("What else?"), [
      hintChoice(id),
      {
        label: say("Read the lesson"),
        does: { command: "explain", options: { topic: describeSkill[question.skill].lesson } },
      },
    ]),
    paragraph(say("A hint makes it come back sooner, nothing else.")),
  ],
});
