import { usualStyle } from "../math/number-text.ts";
import { toPlain } from "../math/plain.ts";
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

/** How much of the way is shown with a question: all of one like it, all but the last line, or nothing. */
export type Support = "full" | "last-line" | "none";

/** The prompt, with as much support as is asked for. */
export const questionBlocks = (question: Question, support: Support, like?: Question): readonly Block[] => [
  ...(support === "full" && like !== undefined ? exampleBlocks(like) : []),
  paragraph(inWords(question.prompt)),
  ...(support === "last-line" ? almostWorkedOut(question) : []),
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

/** One like it, worked out. */
const exampleBlocks = (like: Question): readonly Block[] => [
  paragraph([...sayParts("<strong>One like it, worked out. </strong>", {}), ...listOf(inWords(like.prompt))]),
  ...solutionBlocks(like),
  paragraph(sayParts("<strong>Now you.</strong>", {})),
];

const listOf = (text: Text) => (typeof text === "string" ? [text] : text);

/** The working up to the last line, which is left to the learner. */
const almostWorkedOut = ({ solution }: Question): readonly Block[] => {
  const last = solution.workings.at(-1)?.working;
  if (last === undefined || last.steps.length < 2) return [];
  const shown = showWorking(last, usualStyle(), false);
  const value = toPlain(last.steps.at(-1)!.line, usualStyle());
  const lines = shown.lines.slice(
    0,
    shown.lines.findIndex(({ formula }) => formula.plain === value),
  );
  if (lines.length === 0) return [];
  const blank = { relation: "=", formula: { plain: "?", tex: "?", spoken: say("what?") } } as const;
  return [
    paragraph(say("Here is the way. Only the last line is missing.")),
    { kind: "working", subject: shown.subject, lines: [...lines, blank] as never },
  ];
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

/** A hint, one more each time. */
export const showHint = (question: Question, count: number, id: number): Reply => {
  const all = question.hints;
  const given = Math.min(count, all.length);
  return {
    tone: "plain",
    audience: "asker",
    title: say("Hint {given} of {count}", { given, count: all.length }),
    blocks: [
      ...all.slice(0, given).map((hint) => paragraph(inWords(hint))),
      ...(given < all.length
        ? [choices(say("What next?"), [{ ...hintChoice(id), label: say("Another hint") }])]
        : []),
    ] as unknown as Reply["blocks"],
  };
};

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
