import { marked, separatorOf } from "../../../math/number-text.ts";
import { usualStyle } from "../../../number-style.ts";
import { message, sayList } from "../../../say.ts";
import { dotProduct, toCosine } from "../../../words/measures.ts";
import { quizWords } from "../../../words/quiz-words.ts";

// What questions about real words are made from: everything is computed from the words’ vectors.

/** Two words and how their vectors stand to each other. */
export interface WordPair {
  readonly words: readonly [string, string];
  readonly dot: number;
  readonly norms: readonly [number, number];
  /** a · b / (‖a‖‖b‖). */
  readonly cosine: number;
}

interface Entry {
  readonly vector: Float32Array;
  readonly norm: number;
  /** The smaller, the commoner. */
  readonly place: number;
}

let entries: ReadonlyMap<string, Entry> | undefined;

const entryOf = (word: string): Entry => {
  entries ??= readEntries();
  return entries.get(word)!;
};

const readEntries = (): ReadonlyMap<string, Entry> => {
  const { embeddings } = quizWords();
  return new Map(
    embeddings.table.words.map((each, row) => [
      each,
      { vector: embeddings.vectorOf(each)!, norm: embeddings.table.norms[row]!, place: row },
    ]),
  );
};

/** Measures two of the words of questions. */
export const pairOf = (first: string, second: string): WordPair => {
  const [a, b] = [entryOf(first), entryOf(second)];
  const dot = dotProduct(a.vector, b.vector);
  return {
    words: [first, second],
    dot,
    norms: [a.norm, b.norm],
    cosine: toCosine(dot, a.norm, b.norm),
  };
};

export const cosineOf = (first: string, second: string): number => pairOf(first, second).cosine;

export const normOf = (word: string): number => entryOf(word).norm;

/** The place of a word among those of questions, the commonest first. */
export const placeOf = (word: string): number => entryOf(word).place;

/** A number as it is shown: with two decimals, after the mark of the language. */
export const figure = (value: number): string =>
  marked(value.toFixed(2).replace("-", "−"), usualStyle().decimalMark);

/** Figures one after the other, with commas between or, where a comma stands in them, semicolons. */
export const figuresIn = (parts: readonly string[]): string => parts.join(separatorOf(usualStyle()));

const shownValue = (value: number): number => Number(value.toFixed(2));

/** The cosine that comes out of the figures as they are shown. */
const cosineOfShown = ({ dot, norms: [a, b] }: WordPair): number =>
  shownValue(dot) / (shownValue(a) * shownValue(b));

/** Whether whoever works with the shown figures gets the cosine that is shown. */
export const worksOut = (pair: WordPair): boolean => figure(pair.cosine) === figure(cosineOfShown(pair));

/** The one with the largest value; undefined on a tie. */
export const mostBy = <T>(all: readonly T[], value: (each: T) => number): T | undefined => {
  const [first, second] = all.toSorted((x, y) => value(y) - value(x));
  return first !== undefined && (second === undefined || value(first) > value(second)) ? first : undefined;
};

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** One pair worked out: “car and truck: 30.07/(6.32×5.69) ≈ 0.84.” */
export const workedOut = (pair: WordPair): string => {
  const [a, b] = pair.norms;
  return `${sayList(pair.words)}: ${figure(pair.dot)}/(${figure(a)}×${figure(b)}) ≈ ${figure(pair.cosine)}`;
};

/** Where the vectors come from, and what the figures of a solution are, as a message. */
export const aboutFigures = message(
  "Each is the dot product, divided by both norms. The vectors are GloVe’s, learnt from how words are used in texts.",
);
