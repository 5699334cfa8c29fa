import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../language.ts";

type Messages = ReadonlyMap<string, string>;

/**
 * Every message that was translated, by its English text. One file for each part of the tutor lies in a folder for each
 * language; a folder is read when its language is first spoken.
 */
const read = (language: Language): Messages => {
  const folder = join(import.meta.dirname, language);
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder).flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(join(folder, file), "utf8")) as Record<string, string>),
    ),
  );
};

const known = new Map<Language, Messages>();

/** All messages of a language, by their English text. */
export const messagesOf = (language: Language): Messages => {
  const messages = known.get(language) ?? read(language);
  known.set(language, messages);
  return messages;
};

/** A message in a language; in English where it was not translated. */
export const translationOf = (language: Language, message: string): string =>
  language === "en" ? message : (messagesOf(language).get(message) ?? message);
