import { inEachLanguage, type Language, languages } from "../language.ts";
import { type Feature, featuresOf, wordsOfConcepts } from "./features.ts";
import { allPhrases, type Meaning, type Phrase } from "./phrases.ts";
import { anyWord, isWord, termsOf, withoutQuoted } from "./terms.ts";
import { type Features, train } from "./train.ts";
import { type Known, weigh } from "./weigh.ts";

/** What was learned from phrases. */
export interface Learned {
  readonly meanings: readonly Meaning[];
  /** The features by their keys. */
  readonly features: ReadonlyMap<string, Known>;
  /** The words of each language, for what is misspelt. */
  readonly words: Readonly<Record<Language, readonly string[]>>;
  /** A row for each feature, a column for each meaning. */
  readonly table: Float32Array;
}

export const keyOf = ({ kind, name }: Feature): string => `${kind}:${name}`;

/** A feature that one phrase alone has tells nothing about another. */
const leastPhrases = 2;

/** Learns to tell meanings apart, by phrases. */
export const learn = (phrases: readonly Phrase[] = allPhrases()): Learned => {
  const meanings = [...new Set(phrases.map(({ meaning }) => meaning))];
  const numberOf = new Map(meanings.map((meaning, i) => [meaning, i]));
  const words = wordsOf(phrases);
  const all = new Set(languages.flatMap((language) => words[language]));
  const read = phrases.map(({ text, language }) =>
    featuresOf(
      termsOf(text).map((term) => (isWord(term) && !all.has(term) ? anyWord : term)),
      language,
    ),
  );
  const features = countFeatures(read.filter((_, i) => phrases[i]!.place !== undefined));
  const examples = read.map((found, i) => ({
    features: weigh(found, (feature) => features.get(keyOf(feature))),
    meaning: numberOf.get(phrases[i]!.meaning)!,
  }));
  return {
    meanings,
    features,
    words,
    table: train(examples, { features: features.size, meanings: meanings.length }),
  };
};

/** The features that enough phrases have, and how rare each is. */
const countFeatures = (read: readonly (readonly Feature[])[]): ReadonlyMap<string, Known> => {
  const counts = new Map<string, number>();
  for (const key of read.flatMap((features) => features.map(keyOf)))
    counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(
    [...counts]
      .filter(([, count]) => count >= leastPhrases)
      .map(([key, count], id) => [key, { id, rarity: Math.log(1 + read.length / count) }]),
  );
};

/** The words of all phrases but those of what lies outside, where any word may stand. */
const wordsOf = (phrases: readonly Phrase[]): Learned["words"] => {
  const found = (language: Language) =>
    [
      ...new Set([
        ...wordsOfConcepts(language),
        ...phrases
          .filter((phrase) => phrase.language === language && phrase.meaning !== "talk outside")
          .flatMap(({ text }) => termsOf(withoutQuoted(text))),
      ]),
    ]
      .filter((word) => isWord(word))
      .toSorted();
  return inEachLanguage(found);
};

/** The score of each meaning for a sentence. */
export const scoresOf = ({ table, meanings }: Learned, { ids, weights }: Features): Float32Array => {
  const scores = new Float32Array(meanings.length);
  ids.forEach((id, k) => {
    for (let c = 0; c < scores.length; c++) scores[c]! += table[id * scores.length + c]! * weights[k]!;
  });
  return scores;
};
