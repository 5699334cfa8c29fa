import type { Problem, Unreadable, UnreadableReason } from "../problem.ts";
import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import { listed } from "./meaning.ts";

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
    : [paragraph(["This works: ", { code: example === "" ? typed : `${typed} ${example}` }])];
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
  "no-words",
  "too-quick",
  "busy",
]);

interface Advice {
  readonly title: string;
  readonly sentences: readonly [string, ...string[]];
}

type AdviceTable = {
  readonly [K in Problem["kind"]]: (problem: Extract<Problem, { kind: K }>) => Advice;
};

const adviceOn = (problem: Problem): Advice =>
  (advice[problem.kind] as (problem: Problem) => Advice)(problem);

const ordinal = (n: number): string => {
  const suffix = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${suffix}`;
};

const counted = (n: number, noun: string): string => `${n === 0 ? "no" : n} ${noun}${n === 1 ? "" : "s"}`;

const reasons: Readonly<Record<UnreadableReason, string>> = {
  "not-a-number": "I cannot read that as a number.",
  "empty-component": "There is nothing between two separators.",
  "unbalanced-bracket": "A bracket is opened and not closed, or closed and not opened.",
  "not-allowed": "Only numbers, + − × / ^, brackets, roots and a few functions such as sqrt are read here.",
  "division-by-zero": "That divides by zero.",
  "root-of-negative": "That is the root of a negative number.",
  "too-many-digits": "That has more digits than I work with (400).",
  "exponent-too-large": "That exponent is beyond what I work with.",
  "nested-too-deeply": "The brackets are nested too deeply.",
  "too-many-components": "I work with up to 4,096 components.",
  "too-many-terms": "Multiplied out, that has more than 64 terms.",
  "too-many-vectors": "I read up to 1,000 vectors at once.",
  "ragged-matrix": "The rows do not all have the same number of entries.",
};

const placeOf = ({ vector, component }: Unreadable): string =>
  component === undefined
    ? `the ${ordinal(vector)} vector`
    : `the ${ordinal(component)} component of the ${ordinal(vector)} vector`;

const advice: AdviceTable = {
  unreadable: (problem) => ({
    title: "I could not read that",
    sentences: [
      `I stopped at ${placeOf(problem)}${problem.found === "" ? "" : `, “${problem.found}”`}. ${reasons[problem.reason]}`,
      ...(problem.understood.length === 0 ? [] : [`Understood so far: ${listed(problem.understood)}.`]),
    ],
  }),
  "too-long": ({ length, limit }) => ({
    title: "That is too long",
    sentences: [
      `That is ${length.toLocaleString("en")} characters; I read up to ${limit.toLocaleString("en")}.`,
    ],
  }),
  "wrong-count": ({ least, most, read }) => ({
    title:
      least === most ? `This needs ${counted(least, "vector")}` : `This needs ${least} to ${most} vectors`,
    sentences: [
      read.length === 0
        ? "I found no vectors there."
        : `I read ${counted(read.length, "vector")}: ${listed(read.slice(0, 6))}${read.length > 6 ? " and so on" : ""}.`,
      ...(read.length > 0 && read.length < least
        ? ["Put a space or a bar between vectors, and commas between components."]
        : []),
    ],
  }),
  "dimension-mismatch": ({ operation, vectors, positions, dimensions, unpaired }) => ({
    title: "The dimensions differ",
    sentences: [
      `Vector ${positions[0]}, ${shortened(vectors[0])}, has ${counted(dimensions[0], "component")}; vector ${positions[1]}, ${shortened(vectors[1])}, has ${dimensions[1]}. A ${operation} pairs each component with the one in the same place.`,
      withoutPartner(positions[dimensions[0] > dimensions[1] ? 0 : 1], Math.min(...dimensions) + 1, unpaired),
    ],
  }),
  "zero-vector": ({ operation, vector }) => ({
    title: "A zero vector has no direction",
    sentences: [
      `Vector ${vector} is all zeros. Its length is 0, so it points nowhere: there is nothing to take the ${operation} of.`,
      "To find a direction one divides by the length, and nothing can be divided by 0.",
    ],
  }),
  "needs-numbers": ({ operation, letters }) => ({
    title: "This needs numbers",
    sentences: [
      `The ${operation} depends on what ${listed(letters)} ${letters.length === 1 ? "stands" : "stand"} for. Put ${letters.length === 1 ? "a number" : "numbers"} there.`,
    ],
  }),
  "unknown-command": ({ typed, closest }) => ({
    title: `There is no /${typed}`,
    sentences: [
      closest.length === 0
        ? "“help” lists what there is."
        : `Did you mean ${listed(
            closest.map((name) => `/${name}`),
            "or",
          )}?`,
    ],
  }),
  "bad-option": ({ option, given, wanted }) => ({
    title: given === undefined ? `The option “${option}” is missing` : `The option “${option}” does not fit`,
    sentences: [`${given === undefined ? "" : `I read “${given}”. `}Wanted: ${wanted}.`],
  }),
  "not-understood": ({ text }) => ({
    title: "I did not understand that",
    sentences: [`I found neither a command nor vectors in “${shortened(text)}”.`],
  }),
  "no-such-topic": ({ asked, nearest }) => ({
    title: "I have no good answer to that",
    sentences: [
      `I looked for “${shortened(asked)}” and found nothing that fits well enough.`,
      ...(nearest.length === 0
        ? []
        : [
            `Nearest to it: ${listed(
              nearest.map(({ title }) => `“${title}”`),
              "or",
            )}.`,
          ]),
    ],
  }),
  "not-allowed": ({ operation }) => ({
    title: "That is not for everyone",
    sentences: [`${operation}`],
  }),
  "not-an-answer": ({ found, wanted }) => ({
    title: "I cannot read that as an answer",
    sentences: [`I read “${shortened(found)}”. ${answersLook[wanted]}`],
  }),
  "no-question": () => ({
    title: "No question is open here",
    sentences: ["/quiz starts a quiz, /practice gives you a question of your own."],
  }),
  "question-closed": () => ({
    title: "The bell has rung",
    sentences: ["This question is closed, so nothing more counts."],
  }),
  "not-yet": () => ({
    title: "Not yet",
    sentences: ["The working is shown once you have answered, in a quiz once the question is closed."],
  }),
  "no-such-code": () => ({
    title: "That code does not work",
    sentences: ["It may be mistyped, used already, or older than 15 minutes. /link gives you a new one."],
  }),
  "no-quiz": () => ({
    title: "No quiz is under way here",
    sentences: ["/quiz starts one."],
  }),
  "quiz-under-way": ({ isPaused }) => ({
    title: isPaused ? "A quiz is paused here" : "A quiz is under way here",
    sentences: [
      `There is one at a time. /quiz ${isPaused ? "resume goes on with it" : "skip moves it on"}, /quiz stop ends it.`,
    ],
  }),
  "cannot-post": () => ({
    title: "I may not write here",
    sentences: [
      "A quiz needs messages of mine. Add me to this channel, or let me post in it, and try again.",
    ],
  }),
  expired: () => ({
    title: "That button has expired",
    sentences: ["It belongs to an answer I no longer remember. Please type the command again."],
  }),
  "unknown-words": ({ words }) => {
    const [first] = words;
    const near = words.flatMap((each) => each.near.map((word) => `“${word}”`));
    return {
      title:
        words.length === 1 ? `I do not know “${shortened(first!.word)}”` : "There are words I do not know",
      sentences: [
        words.length === 1
          ? "My list of words is long, but that one is not in it."
          : `Not in my list: ${listed(words.map(({ word }) => `“${shortened(word)}”`))}.`,
        ...(near.length === 0 ? [] : [`Spelt nearly so: ${listed(near, "or")}.`]),
      ],
    };
  },
  "too-many-words": ({ count, most }) => ({
    title: "That is too much for one table",
    sentences: [`I read ${count} words or sentences. A table holds ${most}: please choose.`],
  }),
  "no-words": () => ({
    title: "I cannot look words up just now",
    sentences: [
      "The file in which I keep the vectors of words cannot be read. Whoever runs me can mend that; the log says how.",
      "Everything else works: vectors of numbers, lessons, practice and quizzes.",
    ],
  }),
  "too-quick": ({ whose, seconds }) => ({
    title: whose === "learner" ? "That was quick" : "Many are asking at once",
    sentences: [
      `${tooQuick[whose]} Go on in ${counted(seconds, "second")}.`,
      "An answer to a question is taken at any time.",
    ],
  }),
  busy: () => ({
    title: "I am busy just now",
    sentences: ["Many are asking me something at this moment. Please try that again in a few seconds."],
  }),
  fault: ({ reference }) => ({
    title: "That went wrong, and it is my fault",
    sentences: [`Nothing of yours is lost. If it happens again, tell whoever runs me: ${reference}.`],
  }),
};

const answersLook = {
  number: "The answer is one number, such as 10, 20/2, 0.83 or 10/√145.",
  vector: "The answer is one vector, such as 3/5, 4/5.",
  words: "Please choose one of the answers.",
} as const;

const tooQuick = {
  learner: "You asked for a lot in a minute.",
  place: "This channel asked for a lot in a minute.",
  workspace: "All channels here together asked for a lot in a minute.",
} as const;

const withoutPartner = (vector: number, first: number, unpaired: readonly string[]): string => {
  if (unpaired.length === 1)
    return `The ${ordinal(first)} component of vector ${vector}, ${unpaired[0]}, has no partner.`;
  const shown = unpaired.length > 6 ? `${unpaired.slice(0, 6).join(", ")}, and so on` : listed(unpaired);
  return `Components ${first} to ${first + unpaired.length - 1} of vector ${vector} have no partner: ${shown}.`;
};

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= 60 ? text : `${characters.slice(0, 60).join("")}…`;
};
