import { describe, expect, test } from "vitest";
import { currentLanguage, inLanguage, languageOf, languages, speak } from "../src/language.ts";
import { toPlainText } from "../src/reply/plain-text.ts";
import type { Reply } from "../src/reply/reply.ts";
import { lowerFirst, say, sayList, sayParts } from "../src/say.ts";
import { quietTutor } from "./support/tutor.ts";

/** Words of English that neither German nor Spanish has. */
const english = /\b(the|and|of|your|you|is|are|with|this|that|which|from|to|for|not|it|they|what|when)\b/iu;

/** What stands in an answer and belongs to no language of ours: addresses, titles, what is to be typed. */
const foreign = [
  /https?:\S+/g,
  /“An addendum to ‘the maths you need to start understanding LLMs’”/g,
  /“Attention Is All You Need”/g,
  /“Build a Large Language Model \(From Scratch\)”/g,
  /packaged by wink \([^)]*\)/g,
  /\/[a-z]+(?: [^\n“„«]*)?/g,
];

const textOf = (reply: Reply): string => {
  // A file holds what is kept, as it is kept.
  const told = reply.blocks.filter(({ kind }) => kind !== "file") as unknown as Reply["blocks"];
  const labels = reply.blocks.flatMap((block) =>
    block.kind === "choices"
      ? [block.prompt, ...block.choices.map(({ label }) => label)]
      : block.kind === "picture"
        ? [block.alt]
        : [],
  );
  return foreign.reduce(
    (text, pattern) => text.replaceAll(pattern, " "),
    [toPlainText({ ...reply, blocks: told }), ...labels].join("\n"),
  );
};

/** Their answers hold lessons and proofs, which are in English. */
const inEnglish = new Set(["explain", "prove", "report", "tutor"]);

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

describe.each(["de", "es"] as const)("in %s", (locale) => {
  const tutor = quietTutor();
  const ask = async (command: string, line: string): Promise<string> => {
    const { reply } = await tutor.answer({
      input: { kind: "line", command, line },
      id: `${command} ${line}`,
      learner: "web:learner:ana",
      place: "web:place:page/ana",
      locale,
      isAlone: true,
    });
    // What was typed comes back as it was.
    const typed = line.match(/\p{L}+/gu) ?? [];
    return typed.reduce(
      (text, word) => text.replaceAll(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "giu"), " "),
      inLanguage(locale, () => textOf(reply)),
    );
  };
  const examples = tutor.commands.flatMap(({ name, examples: lines }) =>
    inEnglish.has(name) ? [] : lines.map((line) => ({ name, line })),
  );

  test.each(examples)("/$name $line has no word of English", async ({ name, line }) => {
    const text = await ask(name, line);
    expect(text.split("\n").filter((each) => english.test(each))).toEqual([]);
  });

  test.each(["1,2 3", "1,x? 2", "(1,2 3,4", "0,0 1,2", ""])("advice on /cosine %s, too", async (line) => {
    const text = await ask("cosine", line);
    expect(text.split("\n").filter((each) => english.test(each))).toEqual([]);
  });

  test("a comma stands before decimals, and semicolons between components", async () => {
    const text = await ask("dot", "1,5;2,5 3,5;4");
    expect(text).toContain("(1,5; 2,5)·(3,5; 4)");
    expect(text).toContain("15,25");
    expect(text).not.toMatch(/\d\.\d/);
  });

  test("what it writes it can read again", async () => {
    expect(await ask("dot", "(1,5; 2) (3; 4)")).toContain("12,5");
    expect(await ask("dot", "(2; 3; 4)·(1; 0; 2)")).toContain("10");
  });
});
