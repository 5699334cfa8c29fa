import { AsyncLocalStorage } from "node:async_hooks";

/** The languages in which the tutor speaks. What it says is written in English; the others are in `messages`. */
export const languages = ["en", "de", "es"] as const;

export type Language = (typeof languages)[number];

/** Something of each language. */
export const inEachLanguage = <T>(make: (language: Language) => T): Readonly<Record<Language, T>> => ({
  en: make("en"),
  de: make("de"),
  es: make("es"),
});

/**
 * The language of a BCP 47 locale such as "de-AT" or "es-419", or of the first of several, as a browser lists them, that
 * we speak; English where we speak none.
 */
export const languageOf = (locales: string): Language => {
  const primary = locales.split(",").map(
    (locale) =>
      locale
        .trim()
        .toLowerCase()
        .split(/[^a-z]/)[0],
  );
  const spoken = primary.find((name) => languages.some((language) => language === name));
  return languages.find((language) => language === spoken) ?? "en";
};

const spoken = new AsyncLocalStorage<{ language: Language }>();

/** Does work, and all that follows from it, in a language, until it is told to `speak` another. */
export const inLanguage = <T>(language: Language, work: () => T): T => spoken.run({ language }, work);

/** From here on, what is under way is said in this language. Like its id, the language belongs to a request. */
export const speak = (language: Language): void => {
  const request = spoken.getStore();
  if (request !== undefined) request.language = language;
};

/** The language of what is under way; English where nobody said. */
export const currentLanguage = (): Language => spoken.getStore()?.language ?? "en";

/** What stands between the whole part of a number and the rest, as people write it in the language. */
export const decimalMarkOf = (language: Language): "." | "," => (language === "en" ? "." : ",");
