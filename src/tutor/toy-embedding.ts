import { rational } from "../math/scalar.ts";
import { type Vector, vectorOf } from "../math/vector.ts";

/** Words as vectors of three numbers, and how they came about. */
export interface ToyEmbeddings {
  readonly words: readonly string[];
  readonly vectors: readonly Vector[];
  /** The vectors are the published ones of the example sentence. */
  readonly published: boolean;
}

/**
 * The example of Sebastian Raschka, “Build a Large Language Model (From Scratch)”, chapter 3, section 3.3: six tokens
 * in three dimensions, in hundredths.
 */
const published: Readonly<Record<string, readonly [number, number, number]>> = {
  your: [43, 15, 89],
  journey: [55, 87, 66],
  starts: [57, 85, 64],
  with: [22, 58, 33],
  one: [77, 25, 10],
  step: [5, 80, 55],
};

/** The sentence that the published vectors belong to. */
export const publishedSentence = "your journey starts with one step";

/**
 * Vectors for the words of a sentence: the published ones where all words have one, else three numbers that anyone can
 * check: letters divided by 10, the share of vowels, and the first letter's place in the alphabet divided by 26.
 */
export const embedSentence = (sentence: string): ToyEmbeddings => {
  const words = sentence.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? [];
  const isPublished = words.every((word) => Object.hasOwn(published, word));
  return {
    words,
    vectors: words.map((word) => inHundredths(isPublished ? published[word]! : fromLetters(word))),
    published: isPublished,
  };
};

const inHundredths = (components: readonly number[]): Vector =>
  vectorOf(
    components.map((component) => rational(component, 100)),
    "decimal",
  );

const fromLetters = (word: string): readonly [number, number, number] => {
  const letters = word.normalize("NFD").match(/\p{L}/gu) ?? [];
  const vowels = letters.filter((letter) => /[aeiouy]/.test(letter)).length;
  const place = Math.max(0, (letters[0] ?? "a").charCodeAt(0) - 96) % 27;
  return [
    letters.length * 10,
    Math.round((100 * vowels) / Math.max(1, letters.length)),
    Math.round((100 * place) / 26),
  ];
};
