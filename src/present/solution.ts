import { type Block, choices, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayList, sayParts } from "../say.ts";
import type { Question } from "../tutor/question.ts";
import { describeSkill, type Skill } from "../tutor/skill.ts";
import { slipInWords } from "./mark.ts";
import { inWords, withAnswer, workingChoice } from "./question.ts";
import type { OpenQuestion } from "./quiz.ts";

/** One learner's answer, as the class is told of it. */
export interface ClassAnswer {
  readonly name: string;
  readonly outcome: "right" | "rounding" | "wrong";
  readonly given: string;
  readonly slips: readonly string[];
  readonly points: number;
}

/** The most names in one line. */
const mostNames = 20;

/** The solution, who was right, and how the class answered. */
export const showSolution = (
  closed: Pick<OpenQuestion, "id" | "number" | "question" | "settings">,
  answers: readonly ClassAnswer[],
): Reply => {
  const { question, id } = closed;
  return {
    tone: "plain",
    ...withAnswer(say("Solution {number}", { number: closed.number }), question, [
      paragraph(inWords(question.because)),
      ...(answers.length > 0
        ? classBlocks(question, answers)
        : closed.settings.alone
          ? []
          : [paragraph(say("Nobody answered this one."))]),
      choices(say("What next?"), [
        workingChoice(id, say("Why?")),
        { label: say("Read the lesson"), does: lessonFor(question.skill) },
      ]),
    ]),
  };
};

const lessonFor = (skill: Skill) => ({
  command: "explain",
  options: { topic: describeSkill[skill].lesson },
});

/** Where so many or fewer took part, each would know whose an answer is that is not their own. */
const tooFew = 2;

/** Who was right, and how the class answered. */
export const classBlocks = (question: Question, answers: readonly ClassAnswer[]): readonly Block[] => {
  const right = answers.filter(({ outcome }) => outcome === "right");
  if (answers.length <= tooFew && right.length < answers.length)
    return [paragraph(say("Answered: {answered}.", { answered: answers.length }))];
  return [
    paragraph(
      right.length === 0
        ? say("None of {count} had it this time.", { count: answers.length })
        : sayParts("<strong>Right, {right} of {count}: </strong>{names}.", {
            right: right.length,
            count: answers.length,
            names: namesOf(right),
          }),
    ),
    ...(answers.length === right.length
      ? []
      : [...wrongTurns(question, answers), ...commonest(question, answers)]),
  ];
};

const namesOf = (answers: readonly ClassAnswer[]): string => {
  const names = answers.slice(0, mostNames).map(({ name }) => name);
  const more = answers.length - names.length;
  return more === 0 ? names.join(", ") : say("{names} and {more} more", { names: names.join(", "), more });
};

const slipTitle = ({ slips }: Question, name: string): string =>
  slips.find((slip) => slip.name === name)?.title ?? name;

/** What an answer may have come from, in a few words. */
const turnOf = (question: Question, { outcome, slips }: ClassAnswer): string => {
  if (outcome === "right") return say("right");
  if (outcome === "rounding") return say("only the rounding is off");
  return slips.length === 0
    ? ""
    : sayList(
        slips.map((name) => slipTitle(question, name)),
        "or",
      );
};

/** The most different answers that are told, and the longest that is told whole. */
const [mostTurns, longestAnswer] = [6, 40];

const shortened = (text: string): string =>
  [...text].length > longestAnswer ? `${[...text].slice(0, longestAnswer).join("")}…` : text;

/** One line for each answer, as a telephone has no room for a table of them. */
const wrongTurns = (question: Question, answers: readonly ClassAnswer[]): readonly Block[] => {
  const groups = Map.groupBy(answers, (answer) => `${answer.given}\n${turnOf(question, answer)}`);
  return [...groups.values()]
    .toSorted((x, y) => y.length - x.length)
    .slice(0, mostTurns)
    .map((group) => {
      const turn = turnOf(question, group[0]!);
      return paragraph([
        `${group.length} × `,
        { strong: shortened(group[0]!.given) },
        ...(turn === "" ? [] : [`: ${turn}`]),
      ]);
    });
};

/** Advice on the slip that was made most. */
const commonest = (question: Question, answers: readonly ClassAnswer[]): readonly Block[] => {
  const single = answers.flatMap(({ outcome, slips }) =>
    outcome === "wrong" && slips.length === 1 ? slips : [],
  );
  const counts = [...Map.groupBy(single, (name) => name)].toSorted(([, x], [, y]) => y.length - x.length);
  const slip = question.slips.find(({ name }) => name === counts[0]?.[0]);
  return slip === undefined ? [] : [paragraph(slipInWords(slip))];
};
