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

/** A word without its inflection; signs, numbers and single letters stay as they are. */
export const stemOf = (word: string, language: Language): string =>
  /^\p{L}{3,}$/u.test(word) ? stemmers[language](word) : word;
