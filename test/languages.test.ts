import { describe, expect, test } from "vitest";
import { currentLanguage, inLanguage, languageOf, languages, speak } from "../src/language.ts";
import { lowerFirst, say, sayList, sayParts } from "../src/say.ts";

describe("the language of an answer", () => {
  test.each([
    ["de-AT", "de"],
    ["es-419", "es"],
    ["en-GB", "en"],
    ["fr", "en"],
    ["fr-CH, de;q=0.8, en;q=0.5", "de"],
    ["", "en"],
  ])("%s is %s", (locale, language) => expect(languageOf(locale)).toBe(language));

  test("belongs to what is under way, and to nothing beside it", async () => {
    const said = await Promise.all(
      languages.map((language) =>
        inLanguage("en", async () => {
          await Promise.resolve();
          speak(language);
          await Promise.resolve();
          return [currentLanguage(), say("{points, plural, one {# point} other {# points}}", { points: 2 })];
        }),
      ),
    );
    expect(said.map(([language]) => language)).toEqual([...languages]);
    expect(currentLanguage()).toBe("en");
  });

  test("lists, parts and parts of sentences follow it", () => {
    expect(sayList(["a", "b", "c"])).toBe("a, b and c");
    expect(inLanguage("de", () => sayList(["a", "b", "c"], "or"))).toBe("a, b oder c");
    expect(inLanguage("de", () => lowerFirst("Vektoren"))).toBe("Vektoren");
    expect(inLanguage("es", () => lowerFirst("Vectores"))).toBe("vectores");
    const code = { code: "/dot 1,2 3,4" };
    expect(inLanguage("de", () => sayParts("This works: {example}", { example: code }))).toEqual([
      "So geht es: ",
      code,
    ]);
  });
});
