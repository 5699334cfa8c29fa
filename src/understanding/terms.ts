import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import type { Language } from "../language.ts";
import signs from "./signs.json" with { type: "json" };

/** What is read of a sentence, in signs: a question stands at its beginning. */
const longest = 400;

const term =
  /−∞|(?:(?!ᵀ)\p{L})+(?:_(?:(?!ᵀ)\p{L})+)?|\p{N}+(?:[.,]\p{N}+)?|[^\s\p{L}\p{N}\p{M}.,;:!?¿¡"“”„«»()'’`…-]|ᵀ/gu;

/** The words of a sentence in lower case, and its signs, each in one spelling. */
export const termsOf = (sentence: string): readonly string[] => {
  const plain = signs.reduce(
    (text, [other = "", same = ""]) => text.replaceAll(other, ` ${same} `),
    sentence.slice(0, longest).normalize("NFC").toLowerCase(),
  );
  return plain.replace(/['’]s(?!\p{L})/gu, "").match(term) ?? [];
};

const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  en: english,
  de: german,
  es: spanish,
};

/** Stands for a word of no phrase, or one that any other could stand for. */
export const anyWord = "@";

export const isWord = (term: string): boolean => /^\p{L}{2,}$/u.test(term);

/** Words in quotation marks; the apostrophe of "what's" opens none. */
export const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(opened)].map(([, word]) => word!);

const opened = /(?<!\p{L})["“”„‟«»'‘’](\p{L}[\p{L}\p{M}-]*)["“”‟«»'‘’]/gu;

/** A text in which any other word could stand for one in quotation marks. */
export const withoutQuoted = (text: string): string => text.replace(opened, ` ${anyWord} `);

/** A word without its inflection; signs, numbers and single letters stay as they are. */
export const stemOf = (word: string, language: Language): string =>
  /^\p{L}{3,}$/u.test(word) ? stemmers[language](word) : word;
