import { type Choice, paragraph, type Reply, type Span } from "../reply/reply.ts";
import type { Question } from "../tutor/question.ts";
import type { QuizSettings } from "../tutor/quiz.ts";
import { describeSkill } from "../tutor/skill.ts";
import { answerChoices, choices, hintChoice, inWords, questionBlocks } from "./question.ts";

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

/** What a button of a quiz does. */
export const quizDoes = (action: string) => ({ command: "quiz", options: { action } });

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
