import { type Block, type Choice, paragraph, type Reply, type Span } from "../reply/reply.ts";
import type { Question } from "../tutor/question.ts";
import type { QuizSettings } from "../tutor/quiz.ts";
import { describeSkill, type Skill } from "../tutor/skill.ts";
import {
  answerChoices,
  choices,
  hintChoice,
  inWords,
  questionBlocks,
  withAnswer,
  workingChoice,
} from "./question.ts";

/** A question of a quiz in its place, while it is open. */
export interface OpenQuestion {
  readonly id: number;
  readonly quiz: number;
  readonly number: number;
  readonly question: Question;
  readonly settings: QuizSettings;
  readonly closesAt?: Date;
  readonly answered: number;
}

const titleOf = ({ number, settings, question }: Pick<OpenQuestion, "number" | "settings" | "question">) =>
  `Question ${number} of ${settings.rounds}: ${describeSkill[question.skill].title.toLowerCase()}`;

const quizDoes = (action: string) => ({ command: "quiz", options: { action } });

/** The question with all that can be pressed on it, how many have answered, and the time left. */
export const showOpenQuestion = (open: OpenQuestion): Reply => ({
  tone: "plain",
  title: titleOf(open),
  blocks: [
    ...(open.number === 1
      ? [paragraph([{ strong: "A quiz begins. " }, `${quizInWords(open.settings)}.`])]
      : []),
    ...questionBlocks(open.question, "none"),
    ...(open.settings.alone ? [] : [paragraph(whoAndWhen(open))]),
    choices("Choose an answer", answerChoices({ ...open, inPlace: false })),
    choices("What else?", [
      hintChoice(open.id),
      { label: "Skip", does: quizDoes("skip") },
      { label: "Stop", does: quizDoes("stop") },
    ]),
  ] as unknown as Reply["blocks"],
});

const whoAndWhen = ({ closesAt, answered, settings }: OpenQuestion): readonly Span[] => [
  settings.mode === "race"
    ? "A race: the first right answer wins more. "
    : "Nobody sees your answer before the bell. ",
  ...(closesAt === undefined
    ? ["No bell: Skip shows the solution."]
    : ["The bell: ", { until: closesAt }, "."]),
  ` Answered: ${answered}.`,
];

/** The question when its time is over: nothing can be pressed any more. */
export const showClosedQuestion = (closed: Omit<OpenQuestion, "closesAt">): Reply => ({
  tone: "plain",
  title: `${titleOf(closed)} – closed`,
  blocks: [paragraph(inWords(closed.question.prompt)), paragraph(`Answered: ${closed.answered}.`)],
});

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
  closed: Omit<OpenQuestion, "closesAt" | "answered">,
  answers: readonly ClassAnswer[],
): Reply => {
  const { question, id } = closed;
  return {
    tone: "plain",
    ...withAnswer(`Solution ${closed.number}`, question, [
      paragraph(inWords(question.because)),
      ...(answers.length > 0
        ? classBlocks(question, answers)
        : closed.settings.alone
          ? []
          : [paragraph("Nobody answered this one.")]),
      choices("What next?", [
        workingChoice(id, "Why?"),
        { label: "Read the lesson", does: lessonFor(question.skill) },
      ]),
    ]),
  };
};

const lessonFor = (skill: Skill) => ({
  command: "explain",
  options: { topic: describeSkill[skill].lesson },
});

/** Who was right, and how the class answered. */
export const classBlocks = (question: Question, answers: readonly ClassAnswer[]): readonly Block[] => {
  const right = answers.filter(({ outcome }) => outcome === "right");
  return [
    paragraph(
      right.length === 0
        ? answers.length === 1
          ? "The one answer was not right."
          : `None of ${answers.length} had it this time.`
        : [{ strong: `Right, ${right.length} of ${answers.length}: ` }, `${namesOf(right)}.`],
    ),
    ...(answers.length === right.length
      ? []
      : [...wrongTurns(question, answers), ...commonest(question, answers)]),
  ];
};

const namesOf = (answers: readonly ClassAnswer[]): string => {
  const names = answers.slice(0, mostNames).map(({ name }) => name);
  const more = answers.length - names.length;
  return more === 0 ? names.join(", ") : `${names.join(", ")} and ${more} more`;
};

const slipTitle = ({ slips }: Question, name: string): string =>
  slips.find((slip) => slip.name === name)?.title ?? name;

/** What an answer may have come from, in a few words. */
const turnOf = (question: Question, { outcome, slips }: ClassAnswer): string => {
  if (outcome === "right") return "right";
  if (outcome === "rounding") return "only the rounding is off";
  return slips.length === 0 ? "" : slips.map((name) => slipTitle(question, name)).join(" or ");
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
  const advice = slip && inWords(slip.advice);
  return slip === undefined || advice === undefined
    ? []
    : [paragraph([{ strong: `${slip.title}. ` }, ...(typeof advice === "string" ? [advice] : advice)])];
};

/** One line of a scoreboard. */
export interface ScoreLine {
  readonly name: string;
  readonly points: number;
  readonly right: number;
  readonly answered: number;
}

const mostLines = 20;

/** The end: who has how many points, and what the class found hard. */
export const showScoreboard = (
  scores: readonly ScoreLine[],
  asked: number,
  hard: readonly Skill[],
  wasStopped: boolean,
): Reply => ({
  tone: "plain",
  title: wasStopped ? "The quiz was stopped" : "The quiz is over",
  blocks: [
    ...(scores.length === 0
      ? [paragraph("Nobody answered, so there are no points to tell.")]
      : [
          {
            kind: "table",
            caption: `Points after ${asked} ${asked === 1 ? "question" : "questions"}`,
            header: ["", "who", "points", "right"],
            rows: ranksOf(scores)
              .slice(0, mostLines)
              .map(({ rank, name, points, right }) => [
                `${rank}.`,
                name,
                String(points),
                `${right}/${asked}`,
              ]),
          } as const,
          ...(scores.length > mostLines ? [paragraph(`… and ${scores.length - mostLines} more.`)] : []),
        ]),
    ...(hard.length === 0
      ? []
      : [
          paragraph([
            { strong: "Hard this time: " },
            `${hard.map((skill) => describeSkill[skill].title.toLowerCase()).join(", ")}.`,
          ]),
        ]),
    choices("What next?", [
      ...(hard.length === 0
        ? [{ label: "Practise", does: { command: "practice", options: {} } }]
        : [{ label: "Practise these", does: { command: "practice", options: { topic: hard[0]! } } }]),
      { label: "Another quiz", does: quizDoes("start") },
      { label: "Leaderboard", does: { command: "leaderboard", options: {} } },
    ] satisfies readonly Choice[]),
  ] as unknown as Reply["blocks"],
});

/** Equal points have the same rank. */
const ranksOf = (scores: readonly ScoreLine[]): readonly (ScoreLine & { readonly rank: number })[] =>
  scores.map((score) => ({
    ...score,
    rank: 1 + scores.filter(({ points }) => points > score.points).length,
  }));

/** What a quiz is set to, in a sentence. */
export const quizInWords = ({ rounds, seconds, mode, topic, alone }: QuizSettings): string =>
  alone
    ? `${rounds} questions on ${topic}, at your own pace`
    : `${rounds} questions on ${topic}, ${seconds === undefined ? "without a bell" : `${seconds} seconds each`}, ${mode === "race" ? "as a race" : "together"}`;

/** What whoever started a quiz is told; the first question is a message of its own. */
export const showStarted = (settings: QuizSettings): Reply => ({
  tone: "plain",
  audience: "asker",
  title: "Your quiz has begun",
  blocks: [
    paragraph(
      settings.alone
        ? "Press an answer, or type it. You are told at once. Each hint costs a point."
        : "Press an answer: only you see it. Each hint costs a point. You and those who manage the channel can stop the quiz.",
    ),
  ],
});

/** A sentence about the quiz, with what may be done about it. */
export const showQuizNote = (title: string, sentence: string, next: readonly Choice[] = []): Reply => ({
  tone: "plain",
  title,
  blocks: [
    paragraph(sentence),
    ...(next.length === 0 ? [] : [choices("What next?", next)]),
  ] as unknown as Reply["blocks"],
});

export const resumeChoice: Choice = { label: "Go on", does: quizDoes("resume") };
