import { distance } from "fastest-levenshtein";
import type { Random } from "../../../random.ts";
import { quizWords } from "../../../words/quiz-words.ts";
import { pickFitting } from "./draw.ts";
import { cosineOf, mean } from "./word-figures.ts";

// Words that are drawn to be asked about.

/** Groups whose border people draw in different places; no question turns on it. */
const arguable: readonly (readonly [string, string])[] = [
  ["food", "fruit"],
  ["food", "vegetables"],
  ["fruit", "vegetables"],
  ["science", "space"],
  ["tools", "home"],
];

const isArguable = (one: string, other: string): boolean =>
  arguable.some((pair) => pair.includes(one) && pair.includes(other));

/** Whether two words stand in groups that everyone keeps apart. */
export const areApart = (one: string, other: string): boolean => {
  const { groupOf } = quizWords();
  const [here, there] = [groupOf.get(one)!.name, groupOf.get(other)!.name];
  return here !== there && !isArguable(here, there);
};

/** Any of the words of questions. */
export const anyWord = (random: Random): string => random.pick(quizWords().embeddings.table.words);

/** The other words of a word’s group. */
export const groupMates = (word: string): readonly string[] =>
  quizWords()
    .groupOf.get(word)!
    .words.filter((other) => other !== word);

/** So many of a list; undefined where it has fewer. */
export const someOf = (
  random: Random,
  list: readonly string[],
  count: number,
): readonly string[] | undefined => {
  const rest = [...list];
  const drawn: string[] = [];
  while (drawn.length < count && rest.length > 0)
    drawn.push(...rest.splice(random.whole(0, rest.length - 1), 1));
  return drawn.length === count ? drawn : undefined;
};

/** So many words of other groups, the mean of whose cosines with some words lies in a range; undefined where there are fewer. */
export const strangersTo = (
  random: Random,
  words: readonly string[],
  count: number,
  range: readonly [least: number, most: number],
): readonly string[] | undefined => {
  const found: string[] = [];
  while (found.length < count) {
    const word = pickFitting(
      random,
      quizWords().embeddings.table.words,
      (each) => !found.includes(each) && isStranger(each, words, range),
    );
    if (word === undefined) return undefined;
    found.push(word);
  }
  return found;
};

/** Whether a word is of another group than some words, and the mean of its cosines with them lies in a range. */
export const isStranger = (
  word: string,
  to: readonly string[],
  [least, most]: readonly [least: number, most: number],
): boolean => {
  if (!to.every((other) => areApart(word, other))) return false;
  const cosine = mean(to.map((other) => cosineOf(word, other)));
  return cosine >= least && cosine <= most;
};

/** How differently two words are spelt: the letters to be changed, as a share of the longer one. 0 to 1. */
export const spellingGap = (one: string, other: string): number =>
  distance(one, other) / Math.max(one.length, other.length);

/** Words this close in spelling look alike: boat and coat, river and driver. */
export const areAlike = (one: string, other: string): boolean => spellingGap(one, other) <= 0.4;

let alike: readonly (readonly [string, string])[] | undefined;

/** All pairs of words of different groups that look alike, each pair both ways round. */
export const lookAlikes = (): readonly (readonly [string, string])[] => {
  alike ??= quizWords().embeddings.table.words.flatMap((word, _, all) =>
    all
      .filter((other) => areAlike(word, other) && areApart(word, other))
      .map((other) => [word, other] as const),
  );
  return alike;
};
