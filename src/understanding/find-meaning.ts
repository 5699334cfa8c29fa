import { distance } from "fastest-levenshtein";
import { LRUCache } from "lru-cache";
import { type Language, languages } from "../language.ts";
import { featuresOf } from "./features.ts";
import type { Model } from "./model.ts";
import { model } from "./model-file.ts";
import { type Meaning, type Talk, talks } from "./phrases.ts";
import { anyWord, isWord, stemOf, termsOf, withoutQuoted } from "./terms.ts";
import { sharpness, toChances } from "./train.ts";
import { weigh } from "./weigh.ts";

/** What a sentence may mean. */
export interface Found {
  /** The language that it was read in. */
  readonly language: Language;
  /** The likeliest first; the chances of all meanings add up to 1. */
  readonly ranked: readonly Guess[];
  /** Whether the first may be taken for what is meant. */
  readonly isSure: boolean;
  /** The concepts that its words name. */
  readonly concepts: ReadonlySet<string>;
}

export interface Guess {
  readonly meaning: Meaning;
  readonly chance: number;
}

/** The least chance of what is taken for meant, and the least part of a sentence's words that any phrase has. */
export const sureFrom = { chance: 0.5, known: 0.6 } as const;

/** How many meanings are told. */
const most = 5;

/** What a sentence means, by what was learned from the phrases. `expected` is the language where it could be any. */
export const findMeaning = (sentence: string, expected: Language): Found => {
  const key = `${expected} ${sentence}`;
  const known = found.get(key) ?? meaningIn(model(), sentence, expected);
  found.set(key, known);
  return known;
};

/** The talk that a sentence is most likely, if it is any. */
export const talkIn = ({ ranked }: Found): Talk | undefined => {
  const [best] = ranked;
  return talks.find((talk) => best?.meaning === `talk ${talk}`);
};

/** One sentence is looked at by more than one who has to know. */
const found = new LRUCache<string, Found>({ max: 100 });

export const meaningIn = (learned: Model, sentence: string, expected: Language): Found => {
  const written = termsOf(withoutQuoted(sentence));
  const language = languageOfTerms(learned, written, expected);
  const terms = written.map((word) => spelt(learned, word, language));
  const read = featuresOf(terms, language);
  const features = weigh(read, learned.find);
  const chances = learned.scoresOf(features).map((score) => score * sharpness);
  toChances(chances);
  const ranked = [...chances.keys()]
    .toSorted((x, y) => chances[y]! - chances[x]!)
    .slice(0, most)
    .map((c) => ({ meaning: learned.meanings[c]!, chance: chances[c]! }));
  const words = terms.filter((term) => isWord(term) || term === anyWord);
  const share = words.filter((word) => word !== anyWord).length / Math.max(1, words.length);
  const isSure =
    features.ids.length > 0 &&
    ranked[0]!.chance >= sureFrom.chance &&
    (words.length === 0 || share >= sureFrom.known);
  const concepts = new Set(read.flatMap(({ kind, name }) => (kind === "concept" ? [name] : [])));
  return { language, ranked, isSure, concepts };
};

/** The language most of whose words a sentence has. */
const languageOfTerms = ({ words }: Model, terms: readonly string[], expected: Language): Language => {
  const count = (language: Language) => terms.filter((word) => words[language].has(word)).length;
  return languages.reduce((best, other) => (count(other) > count(best) ? other : best), expected);
};

const isKnown = ({ words }: Model, word: string): boolean =>
  languages.some((language) => words[language].has(word));

/** Slips are looked for in words that are neither short, where any is near another, nor as long as no word is. */
const [shortest, longest] = [4, 24];

/** A word as it stands in a phrase, also where it is off by a letter, or by two in a long word. */
const spelt = (learned: Model, word: string, language: Language): string => {
  if (!isWord(word) || isKnown(learned, word)) return word;
  if (learned.find({ kind: "stem", name: stemOf(word, language) }) !== undefined) return word;
  if (word.length < shortest || word.length > longest) return anyWord;
  const allowed = word.length < 8 ? 1 : 2;
  let best = { word: anyWord, far: allowed + 1 };
  for (const other of learned.words[language]) {
    if (Math.abs(other.length - word.length) > allowed || other.length < shortest) continue;
    const far = isSwapped(word, other) ? 1 : distance(word, other);
    if (far < best.far) best = { word: other, far };
  }
  return best.word;
};

/** Whether two letters that stand side by side have changed places. */
const isSwapped = (word: string, other: string): boolean => {
  if (word.length !== other.length) return false;
  const at = [...word].findIndex((letter, i) => letter !== other[i]);
  return (
    at >= 0 &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2)
  );
};
