import { atLeastOne } from "../base/at-least.ts";
import { toPlain } from "../math/expression/plain.ts";
import type { Scalar } from "../math/scalar.ts";
import type { Vector } from "../math/vector.ts";
import type { Working } from "../math/working.ts";
import { usualStyle } from "../number-style.ts";
import { textToPlain } from "../reply/plain-text.ts";
import { type Block, choices, paragraph, type Reply, type WorkingBlock } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import { labelOf, number, sameAnswer, vector } from "../tutor/answer.ts";
import { supportFor } from "../tutor/difficulty.ts";
import { exampleLike } from "../tutor/example.ts";
import type { Words } from "../tutor/markdown.ts";
import type { Question } from "../tutor/question.ts";
import { letterFormula } from "./formula.ts";
import { hintChoice, inWords, rightIs, solutionBlocks } from "./question.ts";
import { showWorking } from "./working.ts";

// What helps with a question before it is answered. None of it gives the answer away.

/** How much of the way is shown with a question: all of one like it, all but the last line, or nothing. */
export type Help =
  | { readonly support: "full"; readonly like: Question }
  | { readonly support: "last-line"; readonly working: WorkingBlock }
  | { readonly support: "none" };

export const noHelp: Help = { support: "none" };

/** The help with a question for a learner who was right so many times before. */
export const helpWith = (question: Question, rightSoFar: number): Help => {
  const wanted = supportFor(rightSoFar);
  if (wanted === "none") return noHelp;
  const like = wanted === "full" ? exampleLike(question) : undefined;
  if (like !== undefined) return { support: "full", like };
  const working = withoutLastLine(question);
  return working === undefined ? noHelp : { support: "last-line", working };
};

/** What stands above a question. */
export const helpAbove = (help: Help): readonly Block[] =>
  help.support === "full"
    ? [
        paragraph([
          ...sayParts("<strong>One like it, worked out. </strong>", {}),
          ...listOf(inWords(help.like.prompt)),
        ]),
        ...solutionBlocks(help.like),
        ...(workingOfAnswer(help.like) === undefined
          ? [paragraph(rightIs(labelOf(help.like.right, help.like.rounding)))]
          : []),
        paragraph(sayParts("<strong>Now you.</strong>", {})),
      ]
    : [];

/** What stands below it. */
export const helpBelow = (help: Help): readonly Block[] =>
  help.support === "last-line"
    ? [paragraph(say("Here is the way. Only the last line is missing.")), help.working]
    : [];

/** The hints, without those in which the answer happens to stand. */
export const hintsFor = (question: Question): readonly Words[] => {
  const given = givenAway(question);
  return question.hints.filter((hint) => !given(textToPlain(inWords(hint))));
};

/** A hint, one more each time. */
export const showHint = (question: Question, count: number, id: number): Reply => {
  const all = hintsFor(question);
  const given = Math.min(count, all.length);
  return {
    tone: "plain",
    audience: "asker",
    title: say("Hint {given} of {count}", { given, count: all.length }),
    blocks: atLeastOne([
      ...all.slice(0, given).map((hint) => paragraph(inWords(hint))),
      ...(given < all.length
        ? [choices(say("What next?"), [{ ...hintChoice(id), label: say("Another hint") }])]
        : []),
    ]),
  };
};

const listOf = (text: ReturnType<typeof inWords>) => (typeof text === "string" ? [text] : text);

/** The working that ends in the answer; undefined where there is none, as where an option is to be chosen. */
const workingOfAnswer = ({ solution, right }: Question): Working<Scalar | Vector> | undefined =>
  solution.workings.find(({ working: { value } }) =>
    sameAnswer("components" in value ? vector(value) : number(value), right),
  )?.working;

/** The working up to its last line, which is left to the learner; undefined where that line is not all that is asked. */
const withoutLastLine = (question: Question): WorkingBlock | undefined => {
  const working = workingOfAnswer(question);
  if (working === undefined || working.steps.length < 2) return undefined;
  const shown = showWorking(working, usualStyle(), false);
  const value = toPlain(working.steps.at(-1)!.line, usualStyle());
  const last = shown.lines.findIndex(({ formula }) => formula.plain === value);
  const [first, ...rest] = shown.lines.slice(0, Math.max(0, last));
  const given = givenAway(question);
  const formulas = [shown.subject, first?.formula, ...rest.map(({ formula }) => formula)];
  if (first === undefined || formulas.some((formula) => given(formula?.plain ?? ""))) return undefined;
  const blank = { relation: "=", formula: { ...letterFormula("?"), spoken: say("what?") } } as const;
  return { kind: "working", subject: shown.subject, lines: [first, ...rest, blank] };
};

/** Whether the answer stands in a text, apart from the figures of the question itself. */
const givenAway = ({ right, rounding, prompt }: Question): ((text: string) => boolean) => {
  const answers = [...new Set([labelOf(right, rounding), labelOf(right)])];
  const asked = textToPlain(inWords(prompt));
  return (text) => answers.some((answer) => holds(text, answer) && !holds(asked, answer));
};

/** Most texts do not hold the answer at all, and to compile a pattern takes longer than all else here. */
const holds = (text: string, label: string): boolean => text.includes(label) && asWhole(label).test(text);

/** A number is no part of a longer one, nor of a fraction. */
const asWhole = (label: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d√/^]|\\d[.,]|[−-])${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\d√/²]|[.,]\\d)`,
    "u",
  );
