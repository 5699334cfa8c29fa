import { languages } from "../language.ts";
import type { Found } from "./find-meaning.ts";
import talk from "./talk.json" with { type: "json" };
import { isWord, quotedIn, termsOf, withoutQuoted } from "./terms.ts";

/** The words of the embedding that a sentence is about, and whether it asks why they are alike. */
export interface WordsMeant {
  readonly words: readonly string[];
  readonly isWhy: boolean;
}

let around: ReadonlySet<string> | undefined;

/** What stands around the words in the phrases, where they are in quotation marks. */
const frame = (): ReadonlySet<string> => {
  around ??= new Set(
    languages.flatMap((language) => talk.words[language].flatMap((phrase) => termsOf(withoutQuoted(phrase)))),
  );
  return around;
};

/** How sure it must be that words are asked about, and how many are compared. */
const [leastChance, most] = [0.4, 8];

/** `berlin - germany + france` */
const analogy = /^\p{L}{2,}(?:\s+[-−–+]\s+\p{L}{2,}){2,}$/u;

/** The words that a sentence asks about, as those of the phrases do; undefined where it asks for something else. */
export const wordsMeant = (sentence: string, { ranked, concepts }: Found): WordsMeant | undefined => {
  const text = sentence.trim();
  if (analogy.test(text)) return { words: [text], isWhy: false };
  const [best] = ranked;
  const inQuotes = quotedIn(text);
  const areMeant = best?.meaning === "talk words" && best.chance >= leastChance;
  if (!areMeant && inQuotes.length < 2) return undefined;
  const terms = termsOf(text);
  const words = inQuotes.length > 0 ? inQuotes : terms.filter((word) => isWord(word) && !frame().has(word));
  if (words.length === 0 || words.length > most) return undefined;
  return { words, isWhy: concepts.has("why") };
};
