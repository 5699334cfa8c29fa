import { atLeastOne } from "../base/at-least.ts";
import { choices, paragraph, type Reply } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import type { Question } from "../tutor/question.ts";
import { describeSkill } from "../tutor/skill.ts";
import { answerChoices, hintChoice, promptBlocks } from "./question.ts";
import { type Help, helpAbove, helpBelow } from "./support.ts";

/** A question for one learner alone. */
export interface Practice {
  readonly id: number;
  readonly question: Question;
  readonly because: "due" | "new" | "again" | "asked-for" | "to-tell";
  readonly help: Help;
}

const reasons: Readonly<Record<Practice["because"], string>> = {
  due: message("due for review"),
  new: message("something new"),
  again: message("once more"),
  "asked-for": message("as you wished"),
  "to-tell": message("to tell which slip it was"),
};

export const showPractice = ({ id, question, because, help }: Practice): Reply => ({
  tone: "plain",
  audience: "asker",
  title: `${say(describeSkill[question.skill].title)}: ${say(reasons[because])}`,
  blocks: [
    ...atLeastOne([...helpAbove(help), ...promptBlocks(question), ...helpBelow(help)]),
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
