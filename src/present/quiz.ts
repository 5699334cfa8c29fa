import { atLeastOne } from "../base/at-least.ts";
import { type Choice, choices, paragraph, type Reply, type Span } from "../reply/reply.ts";
import { lowerFirst, say, sayParts } from "../say.ts";
import type { Question } from "../tutor/question.ts";
import type { QuizSettings } from "../tutor/quiz.ts";
import { describeSkill, skills as every, type Skill } from "../tutor/skill.ts";
import { answerChoices, hintChoice, inWords, promptBlocks } from "./question.ts";

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
  say("Question {number} of {rounds}: {topic}", {
    number,
    rounds: settings.rounds,
    topic: lowerFirst(say(describeSkill[question.skill].title)),
  });

/** What a button of a quiz does. */
export const quizDoes = (action: string) => ({ command: "quiz", options: { action } });

/** The question with all that can be pressed on it, how many have answered, and the time left. */
export const showOpenQuestion = (open: OpenQuestion): Reply => ({
  tone: "plain",
  title: titleOf(open),
  blocks: atLeastOne([
    ...(open.number === 1
      ? [
          paragraph(
            sayParts("<strong>A quiz begins. </strong>{settings}.", { settings: quizInWords(open.settings) }),
          ),
        ]
      : []),
    ...promptBlocks(open.question),
    ...(open.settings.alone ? [] : [paragraph(whoAndWhen(open))]),
    choices(say("Choose an answer"), answerChoices({ ...open, inPlace: false })),
    choices(say("What else?"), [
      hintChoice(open.id),
      { label: say("Skip"), does: quizDoes("skip") },
      { label: say("Stop"), does: quizDoes("stop") },
    ]),
  ]),
});

const whoAndWhen = ({ closesAt, answered, settings }: OpenQuestion): readonly Span[] => [
  settings.mode === "race"
    ? say("A race: the first right answer wins more.")
    : say("Nobody sees your answer before the bell."),
  " ",
  ...(closesAt === undefined
    ? [say("No bell: Skip shows the solution.")]
    : sayParts("The bell: {when}.", { when: { until: closesAt } })),
  " ",
  say("Answered: {answered}.", { answered }),
];

/** The question when its time is over: nothing can be pressed any more. */
export const showClosedQuestion = (closed: Omit<OpenQuestion, "closesAt">): Reply => ({
  tone: "plain",
  title: say("{question} – closed", { question: titleOf(closed) }),
  blocks: [
    paragraph(inWords(closed.question.prompt)),
    paragraph(say("Answered: {answered}.", { answered: closed.answered })),
  ],
});

/** What a quiz is set to, in a sentence. */
export const quizInWords = ({ rounds, seconds, mode, skills, alone }: QuizSettings): string => {
  const topic = topicOf(skills);
  return alone
    ? say("{rounds} questions on {topic}, at your own pace", { rounds, topic })
    : say(
        "{rounds} questions on {topic}, {seconds, plural, =0 {without a bell} other {# seconds each}}, {mode, select, race {as a race} other {together}}",
        { rounds, topic, mode, seconds: seconds ?? 0 },
      );
};

const topicOf = (skills: readonly Skill[]): string =>
  skills.length === every.length
    ? say("a bit of everything")
    : skills.map((skill) => lowerFirst(say(describeSkill[skill].title))).join(", ");

/** What whoever started a quiz is told; the first question is a message of its own. */
export const showStarted = (settings: QuizSettings): Reply => ({
  tone: "plain",
  audience: "asker",
  title: say("Your quiz has begun"),
  blocks: [
    paragraph(
      settings.alone
        ? say("Press an answer, or type it. You are told at once. Each hint costs a point.")
        : say(
            "Press an answer: only you see it. Each hint costs a point. You and those who manage the channel can stop the quiz.",
          ),
    ),
  ],
});

/** A sentence about the quiz, with what may be done about it. */
export const showQuizNote = (title: string, sentence: string, next: readonly Choice[] = []): Reply => ({
  tone: "plain",
  title,
  blocks: atLeastOne([paragraph(sentence), ...(next.length === 0 ? [] : [choices(say("What next?"), next)])]),
});

/** Whether a press was meant that ends the quiz for everyone. */
export const showStopAsked = (): Reply => ({
  ...showQuizNote(say("End the quiz?"), say("It ends for everyone here, and the points so far are shown."), [
    { label: say("Yes, end it"), does: { command: "quiz", options: { action: "stop", confirm: "yes" } } },
  ]),
  audience: "asker",
});

export const resumeChoice: Choice = {
  get label() {
    return say("Go on");
  },
  does: quizDoes("resume"),
};
