import type { Problem } from "../problem.ts";
import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import { message, say, sayList, sayParts, sayQuoted } from "../say.ts";
import { type Advice, adviceOnVectors, shortened } from "./advice-on-vectors.ts";
import { adviceOnUnread } from "./unread.ts";

/** What the asker was doing: where the working example comes from. */
export interface Attempted {
  /** The command as it is typed there: `/dot`. */
  readonly typed: string;
  /** What may follow it. */
  readonly example: string;
}

/** A problem in kind and exact words, with an example that works. */
export const showProblem = (problem: Problem, { typed, example }: Attempted): Reply => {
  const { title, sentences } = adviceOn(problem);
  const working = lessons.has(problem.kind)
    ? []
    : [
        paragraph(
          sayParts("This works: {example}", {
            example: { code: example === "" ? typed : `${typed} ${example}` },
          }),
        ),
      ];
  const blocks: Block[] = [...sentences.map((text) => paragraph(text)), ...working];
  return { tone: "problem", title, blocks: blocks as [Block, ...Block[]] };
};

/** Problems for which an example that works would not help. */
const lessons: ReadonlySet<Problem["kind"]> = new Set([
  "fault",
  "expired",
  "not-allowed",
  "not-an-answer",
  "no-question",
  "question-closed",
  "no-such-code",
  "not-yet",
  "no-quiz",
  "quiz-under-way",
  "cannot-post",
  "cannot-write-to-you",
  "message-withheld",
  "no-words",
  "too-quick",
  "busy",
]);

type AdviceTable = {
  readonly [K in Problem["kind"]]: (problem: Extract<Problem, { kind: K }>) => Advice;
};

const adviceOn = (problem: Problem): Advice =>
  (advice[problem.kind] as (problem: Problem) => Advice)(problem);

const quoted = (words: readonly string[]): readonly string[] =>
  words.map((word) => sayQuoted(shortened(word)));

const advice: AdviceTable = {
  ...adviceOnVectors,
  unread: adviceOnUnread,
  "unknown-command": ({ typed, closest }) => ({
    title: say("There is no /{typed}", { typed }),
    sentences: [
      closest.length === 0
        ? say("“help” lists what there is.")
        : say("Did you mean {commands}?", {
            commands: sayList(closest, "or"),
          }),
    ],
  }),
  "bad-option": ({ option, given, wanted }) => ({
    title:
      given === undefined
        ? say("The option “{option}” is missing", { option })
        : say("The option “{option}” does not fit", { option }),
    sentences: [
      given === undefined
        ? say("Wanted: {wanted}.", { wanted })
        : say("I read “{given}”. Wanted: {wanted}.", { given, wanted }),
    ],
  }),
  "no-such-topic": ({ asked, nearest }) => ({
    title: say("I have no good answer to that"),
    sentences: [
      say("I looked for “{asked}” and found nothing that fits well enough.", { asked: shortened(asked) }),
      ...(nearest.length === 0
        ? []
        : [
            say("Nearest to it: {topics}.", {
              topics: sayList(quoted(nearest.map(({ title }) => say(title))), "or"),
            }),
          ]),
    ],
  }),
  "not-allowed": ({ operation }) => ({
    title: say("That is not for everyone"),
    sentences: [say(operation)],
  }),
  "not-an-answer": ({ found, wanted }) => ({
    title: say("I cannot read that as an answer"),
    sentences: [
      say("I read “{found}”. {wanted}", { found: shortened(found), wanted: say(answersLook[wanted]) }),
    ],
  }),
  "no-question": () => ({
    title: say("No question is open here"),
    sentences: [say("/quiz starts a quiz, /practice gives you a question of your own.")],
  }),
  "question-closed": () => ({
    title: say("The bell has rung"),
    sentences: [say("This question is closed, so nothing more counts.")],
  }),
  "not-yet": () => ({
    title: say("Not yet"),
    sentences: [say("The working is shown once you have answered, in a quiz once the question is closed.")],
  }),
  "no-such-code": () => ({
    title: say("That code does not work"),
    sentences: [
      say("It may be mistyped, used already, or older than 10 minutes. /link gives you a new one."),
    ],
  }),
  "no-quiz": () => ({
    title: say("No quiz is under way here"),
    sentences: [say("/quiz starts one.")],
  }),
  "quiz-under-way": ({ isPaused }) =>
    isPaused
      ? {
          title: say("A quiz is paused here"),
          sentences: [say("There is one at a time. /quiz resume goes on with it, /quiz stop ends it.")],
        }
      : {
          title: say("A quiz is under way here"),
          sentences: [say("There is one at a time. /quiz skip moves it on, /quiz stop ends it.")],
        },
  "cannot-post": () => ({
    title: say("I may not write here"),
    sentences: [
      say("A quiz needs messages of mine. Add me to this channel, or let me post in it, and try again."),
    ],
  }),
  "cannot-write-to-you": () => ({
    title: say("I may not write to you"),
    sentences: [
      say(
        "A reminder is a direct message. Allow direct messages from members of this server, and try again.",
      ),
    ],
  }),
  "message-withheld": () => ({
    title: say("I cannot read that message"),
    sentences: [
      say(
        "Discord shows me no messages but my own and those that name me. Press and hold that message (or right-click it), then choose Apps and “{menu}”: so I may read it.",
        { menu: say("Why is this similar?") },
      ),
      say("Or write the vectors beside your question."),
    ],
  }),
  "nothing-in-message": () => ({
    title: say("In that message I find no two vectors"),
    sentences: [say("Answer a message that holds some, or write them beside your question.")],
  }),
  expired: () => ({
    title: say("That button has expired"),
    sentences: [say("It belongs to an answer I no longer remember. Please type the command again.")],
  }),
  "unknown-words": ({ words }) => {
    const [first] = words;
    const near = words.flatMap((each) => each.near.map(sayQuoted));
    return {
      title:
        words.length === 1
          ? say("I do not know “{word}”", { word: shortened(first!.word) })
          : say("There are words I do not know"),
      sentences: [
        words.length === 1
          ? say("My list of words is long, but that one is not in it.")
          : say("Not in my list: {words}.", { words: sayList(quoted(words.map(({ word }) => word))) }),
        ...(near.length === 0 ? [] : [say("Spelt nearly so: {words}.", { words: sayList(near, "or") })]),
      ],
    };
  },
  "too-many-words": ({ count, most }) => ({
    title: say("That is too much for one table"),
    sentences: [
      say("I read {count} words or sentences. A table holds {most}: please choose.", { count, most }),
    ],
  }),
  "no-words": () => ({
    title: say("I cannot look words up just now"),
    sentences: [
      say(
        "The file in which I keep the vectors of words cannot be read. Whoever runs me can mend that; the log says how.",
      ),
      say("Everything else works: vectors of numbers, lessons, practice and quizzes."),
    ],
  }),
  "too-quick": ({ whose, seconds }) => ({
    title: whose === "learner" ? say("That was quick") : say("Many are asking at once"),
    sentences: [
      say("{whose} Go on in {seconds, plural, =0 {no seconds} one {# second} other {# seconds}}.", {
        whose: say(tooQuick[whose]),
        seconds,
      }),
      say("An answer to a question is taken at any time."),
    ],
  }),
  busy: () => ({
    title: say("I am busy just now"),
    sentences: [say("Many are asking me something at this moment. Please try that again in a few seconds.")],
  }),
  fault: ({ reference }) => ({
    title: say("That went wrong, and it is my fault"),
    sentences: [
      say("Nothing of yours is lost. If it happens again, tell whoever runs me: {reference}.", { reference }),
    ],
  }),
};

const answersLook = {
  number: message("The answer is one number, such as 10, 20/2, 0.83 or 10/√145."),
  vector: message("The answer is one vector, such as 3/5, 4/5."),
  words: message("Please choose one of the answers."),
} as const;

const tooQuick = {
  learner: message("You asked for a lot in a minute."),
  address: message("From your internet address, a lot was asked for in a minute."),
  place: message("This channel asked for a lot in a minute."),
  workspace: message("All channels here together asked for a lot in a minute."),
} as const;
