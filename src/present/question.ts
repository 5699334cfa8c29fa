import { usualStyle } from "../number-style.ts";
import { type Block, type Choice, choices, paragraph, type Reply, type Text } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import { labelOf } from "../tutor/answer.ts";
import type { Words } from "../tutor/markdown.ts";
import type { Question } from "../tutor/question.ts";
import { describeSkill } from "../tutor/skill.ts";
import { showWords } from "./words.ts";
import { showWorking } from "./working.ts";

/** Words of a question: all that they need stands in them. */
export const inWords = (words: Words): Text => showWords(words, {});

/** A question to be answered, under its id. */
export interface Asked {
  readonly id: number;
  readonly question: Question;
  /** What follows a press takes the place of the question: where it is put to one learner alone. */
  readonly inPlace: boolean;
}

/** The prompt, with how to round where that is asked for. */
export const promptBlocks = (question: Question): readonly Block[] => [
  paragraph(inWords(question.prompt)),
  ...(question.rounding === undefined ? [] : [paragraph(howToRound(question))]),
];

const howToRound = ({ rounding, right }: Question): string => {
  const { decimals, unit } = rounding!;
  if (right.kind === "words") return "";
  return unit === undefined
    ? say("Round to {decimals, plural, =0 {a whole number} other {# decimals}}, or answer exactly.", {
        decimals,
      })
    : say(
        "Round to {decimals, plural, =0 {a whole number} other {# decimals}}, or answer exactly. The unit is {unit}.",
        { decimals, unit },
      );
};

/** The solution with every line. */
export const solutionBlocks = ({ solution }: Question): readonly Block[] => [
  ...solution.workings.flatMap(({ label, working }): readonly Block[] => [
    ...(label === undefined ? [] : [paragraph(label)]),
    showWorking(working, usualStyle(), true),
  ]),
  ...solution.words.map((words) => paragraph(inWords(words))),
];

/** The answers to press; with `typed`, also a form for an answer in one's own spelling. */
export const answerChoices = ({ id, question, inPlace }: Asked): readonly Choice[] => [
  ...question.options.map(
    ({ label }, i): Choice => ({
      label,
      does: { command: "answer", options: { question: id, option: i + 1 } },
      ...(inPlace ? { inPlace: true } : {}),
    }),
  ),
  ...(question.chosenOnly
    ? []
    : [
        {
          label: say("Type an answer…"),
          does: { command: "answer", options: { question: id } },
          asks: "answer",
          ...(inPlace ? { inPlace: true as const } : {}),
        },
      ]),
];

export const hintChoice = (id: number): Choice => ({
  label: say("Hint"),
  does: { command: "hint", options: { question: id } },
});

export const workingChoice = (id: number, label = say("Full working")): Choice => ({
  label,
  does: { command: "working", options: { question: id } },
});

/** The whole solution of a question. */
export const showSolutionOf = (question: Question): Reply => ({
  tone: "plain",
  audience: "asker",
  ...withAnswer(say("The working"), question, [
    paragraph(inWords(question.prompt)),
    ...solutionBlocks(question),
    choices(say("What next?"), [
      {
        label: say("Read the lesson"),
        does: { command: "explain", options: { topic: describeSkill[question.skill].lesson } },
      },
    ]),
  ]),
});

/** The longest answer that stands in a title. */
const longestInTitle = 40;

/** The right answer in the title, or below it where it is too long for that. */
export const withAnswer = (
  title: string,
  { right, rounding }: Question,
  blocks: readonly Block[],
): Pick<Reply, "title" | "blocks"> => {
  const label = labelOf(right, rounding);
  return (
    label.length > longestInTitle
      ? { title, blocks: [paragraph(rightIs(label)), ...blocks] }
      : { title: `${title}: ${label}`, blocks }
  ) as Pick<Reply, "title" | "blocks">;
};

/** The right answer, told. */
export const rightIs = (answer: string): Text => sayParts("<strong>Right is: </strong>{answer}.", { answer });
