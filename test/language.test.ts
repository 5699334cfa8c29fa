import { expect, test } from "vitest";
import { languageOf } from "../src/language.ts";

test.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["de-DE", "de"],
  ["DE_ch", "de"],
  ["es-ES", "es"],
  ["es-419", "es"],
  ["en-GB", "en"],
  ["fr-FR", "en"],
  ["den", "en"],
  ["", "en"],
])("the language of the locale %o is %s", (locale, language) => expect(languageOf(locale)).toBe(language));
