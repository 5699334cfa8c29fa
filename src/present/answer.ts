import { isZeroVector } from "../math/norm.ts";
import { readNames } from "../math/read-formula.ts";
import { lettersIn, type Vector } from "../math/vector.ts";
import {
  type Block,
  type Choice,
  choices,
  paragraph,
  type Reply,
  type Span,
  type Text,
} from "../reply/reply.ts";
import { say, sayList } from "../say.ts";
import type { Answer } from "../tutor/answers.ts";
import { article } from "./source.ts";
import { vectorToText } from "./vector.ts";
import { namesFor, showParts, showWords } from "./words.ts";

/** The vectors that an answer's example may be about. */
export interface Vectors {
  /** Those of its author. */
  readonly own: readonly Vector[];
  /** The learner's latest. */
  readonly latest?: readonly Vector[];
}

/** A short answer: its text, an example with the learner's vectors where they fit, and what to go on with. */
export const showAnswer = (answer: Answer, vectors: Vectors, next: readonly Choice[]): Reply => ({
  tone: "plain",
  title: answer.question,
  blocks: [
    ...(showParts(answer.body, readNames(answer.where, namesFor(vectors.own))) as [Block]),
    ...showExample(answer, vectors),
    article,
    ...(next.length === 0 ? [] : [choices(say("What next?"), next)]),
  ],
});

/** The first sentence of an answer, which is the answer in short. */
const firstSentence = (answer: Answer, own: readonly Vector[]): Text => {
  const [first] = answer.body;
  if (first === undefined || first.kind === "formula") return answer.question;
  const words: (typeof first.words)[number][] = [];
  for (const word of first.words) {
    const end = typeof word === "string" ? /[.!?:](?=\s)/.exec(word) : null;
    if (typeof word === "string" && end !== null) {
      words.push(`${word.slice(0, end.index)}.`);
      break;
    }
    words.push(word);
  }
  return showWords(words, readNames(answer.where, namesFor(own)));
};

/** Longer vectors make an example that nobody checks in their head. */
const mostComponents = 8;

const showExample = (answer: Answer, { own, latest }: Vectors): readonly Block[] => {
  if (answer.example.length === 0) return [];
  const theirs = answer.isFixed || latest === undefined ? undefined : fitting(latest, own.length);
  const shown = theirs === undefined ? undefined : exampleWith(answer, theirs);
  if (theirs !== undefined && shown !== undefined)
    return [paragraph(say("With your {vectors}:", { vectors: listOf(theirs) })), ...shown];
  const blocks = exampleWith(answer, own);
  if (blocks === undefined) throw new RangeError(`The example of ${answer.name} cannot be worked out`);
  const opening =
    own.length === 0 ? say("For example:") : say("For example, with {vectors}:", { vectors: listOf(own) });
  return [paragraph(opening), ...blocks];
};

const listOf = (vectors: readonly Vector[]): string => sayList(vectors.map(vectorToText));

/** As many of the latest vectors as the example is about, if they are numbers and of one dimension. */
const fitting = (latest: readonly Vector[], count: number): readonly Vector[] | undefined => {
  const vectors = latest.slice(0, count);
  const dimension = vectors[0]?.components.length ?? 0;
  return count > 0 &&
    vectors.length === count &&
    dimension > 1 &&
    dimension <= mostComponents &&
    vectors.every(({ components }) => components.length === dimension) &&
    !vectors.some(isZeroVector) &&
    lettersIn(vectors).length === 0
    ? vectors
    : undefined;
};

/** Undefined where a formula has no value for these vectors. */
const exampleWith = (answer: Answer, vectors: readonly Vector[]): readonly Block[] | undefined => {
  try {
    return showParts(answer.example, readNames(answer.where, namesFor(vectors)));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** What an answer is called on a button. */
export const labelOf = (answer: Answer): string => answer.question.slice(0, 75);

const spansOf = (text: Text): readonly Span[] => (typeof text === "string" ? [text] : text);

/** What may be meant: the best in its first sentence, and buttons for it and two more. */
export const showPerhaps = (
  best: Answer,
  own: readonly Vector[],
  perhaps: readonly Choice[],
  map: Choice,
): Reply => ({
  tone: "plain",
  // In a channel, nobody else is told what was not understood.
  audience: "asker",
  title: say("Perhaps you mean:"),
  blocks: [
    paragraph([{ strong: best.question }, " ", ...spansOf(firstSentence(best, own))]),
    choices(say("Which of these?"), [...perhaps, map]),
  ],
});

/** What is asked lies outside: said in a sentence, with the nearest thing inside and the map. */
export const showOutside = (nearest: readonly Choice[], map: Choice): Reply => ({
  tone: "plain",
  // In a channel, nobody else is told what was not understood.
  audience: "asker",
  title: say("That lies outside what I teach"),
  blocks: [
    paragraph(
      say("I teach the maths behind language models: vectors, dot products, cosine similarity, attention."),
    ),
    choices(say("Nearest to it"), [...nearest, map]),
  ],
});
