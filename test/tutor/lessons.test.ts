import { flesch } from "flesch";
import { syllable } from "syllable";
import { describe, expect, test } from "vitest";
import { findCommand } from "../../src/commands/find-command.ts";
import { optionsOnLine } from "../../src/commands/read-options.ts";
import { evaluate } from "../../src/math/expression/expression.ts";
import { readFormula, readNames } from "../../src/math/read-formula.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import { isSymbolic, type Scalar } from "../../src/math/scalar.ts";
import { showChain } from "../../src/present/chain.ts";
import { styleFor } from "../../src/present/formula.ts";
import { namesFor } from "../../src/present/words.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import type { Reply } from "../../src/reply/reply.ts";
import { type Lesson, readLesson } from "../../src/tutor/lesson.ts";
import { lessons } from "../../src/tutor/lessons.ts";
import type { Part, Words } from "../../src/tutor/markdown.ts";
import { holds } from "../support/chain.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

const ask = async (options: Readonly<Record<string, string>>): Promise<Reply> =>
  (
    await tutor.answer({
      input: { kind: "call", command: "explain", options },
      id: "1",
      learner: "web:learner:a",
      place: "web:place:a",
      locale: "en",
      isAlone: true,
    })
  ).reply;

const wordsOf = (part: Part): Words => (part.kind === "formula" ? [{ formula: part.formula }] : part.words);

const allWords = ({ body, more, check, picture }: Lesson): Words => [
  ...[...body, ...more].flatMap(wordsOf),
  ...check.question,
  ...check.answer,
  ...picture.alt,
];

const formulasOf = (lesson: Lesson): readonly string[] =>
  allWords(lesson).flatMap((word) => (typeof word === "object" && "formula" in word ? [word.formula] : []));

/** The words that are read: formulas count as one. */
const plain = (words: Words): string =>
  words
    .map((word) => (typeof word === "string" ? word : "strong" in word ? word.strong : "it"))
    .join("")
    .replace(/\n/g, ". ");

const vectorsOf = ({ example }: Lesson) => {
  const command = findCommand(tutor.commands, example.command)!;
  const read = readVectors(String(optionsOnLine(command, example.line).vectors));
  if (!read.ok) throw new Error(`The example of ${example.command} cannot be read`);
  return read.value;
};

const namesIn = (lesson: Lesson) => readNames(lesson.where, namesFor(vectorsOf(lesson)));

const hasLetters = (source: string, lesson: Lesson): boolean => {
  try {
    return readFormula(source, namesIn(lesson)).parts.some((part) => {
      const value = evaluate(part);
      return (Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar]).some(isSymbolic);
    });
  } catch {
    // Matrices are letters here, and their product is none of numbers.
    return true;
  }
};

describe.each(lessons().map((lesson) => [lesson.name, lesson] as const))("the lesson %s", (_, lesson) => {
  test("says nothing in a formula that does not hold", () => {
    for (const source of formulasOf(lesson).filter((each) => !hasLetters(each, lesson)))
      expect(holds(readFormula(source, namesIn(lesson))), source).toBe(true);
  });

  test("has a spoken form of every formula, without signs that cannot be read aloud", () => {
    for (const source of formulasOf(lesson)) {
      const { spoken, tex } = showChain(readFormula(source, namesIn(lesson)), styleFor([], 4));
      expect(spoken, source).toMatch(/^[\p{L}\p{N} ,.'−-]+$/u);
      expect(tex).not.toBe("");
    }
  });

  test("is short, and easy to read", () => {
    const text = lesson.body.map((part) => plain(wordsOf(part))).join(" ");
    const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
    expect(words.length).toBeLessThanOrEqual(200);
    const sentences = text.split(/[.:?!](?:\s|$)/).filter((each) => /\p{L}/u.test(each)).length;
    expect(flesch({ sentence: sentences, word: words.length, syllable: syllable(text) })).toBeGreaterThan(60);
  });

  test.each(["lesson", "more", "answer"])(
    "its part “%s” is told with its example, source and ways on",
    async (part) => {
      const reply = await ask({ topic: lesson.name, part });
      expect(reply.tone).toBe("plain");
      const text = toPlainText(reply);
      expect(text).toContain("Source: Giles Thomas");
      for (const { link } of lesson.further) expect(text).toContain(link);
      const labels = reply.blocks
        .flatMap((block) => (block.kind === "choices" ? block.choices : []))
        .map(({ label }) => label);
      expect(labels).toEqual(expect.arrayContaining(["This was clear", "Something is unclear…"]));
      if (part === "lesson") {
        expect(labels).toEqual(
          expect.arrayContaining(["Tell me more", "Show the answer", "With my own vectors…"]),
        );
        expect(text).toContain("For example.");
        expect(toPlainText(reply)).toContain("As a picture: ");
      }
    },
  );

  test("goes by no name that another lesson goes by", () => {
    const own = [lesson.title, ...lesson.aliases].map((name) => name.toLowerCase());
    for (const other of lessons().filter(({ name }) => name !== lesson.name))
      for (const name of [other.name, other.title, ...other.aliases])
        expect(own).not.toContain(name.toLowerCase());
  });
});

describe("the lessons", () => {
  test("cover the article and what stands around it", () =>
    expect(lessons().length).toBeGreaterThanOrEqual(25));

  test("begin with the vector, and each follows its prerequisites", () => {
    const names = lessons().map(({ name }) => name);
    expect(names[0]).toBe("vector");
    for (const { name, prerequisites } of lessons())
      for (const before of prerequisites) expect(names.indexOf(before)).toBeLessThan(names.indexOf(name));
  });

  test("can all be reached from the first by what comes next", () => {
    const reached = new Set(["vector"]);
    for (const name of reached)
      for (const next of lessons().find((each) => each.name === name)!.next) reached.add(next);
    expect(reached.size).toBe(lessons().length);
  });

  test("take a learner's vectors into the example", async () => {
    const text = toPlainText(await ask({ topic: "cosine (1,2) (3,4)" }));
    expect(text).toContain("With your vectors.");
    expect(text).toContain("Cosine similarity: 11/(5√5) ≈ 0.9839");
    expect(text).toContain("the cosine stands at a·b/(‖a‖·‖b‖) = 11/(5√5)");
  });

  test("with letters or a zero vector, the example is refused in its own words", async () => {
    expect(toPlainText(await ask({ topic: "cosine", vectors: "0,0 1,2" }))).toContain(
      "A zero vector has no direction",
    );
    expect(toPlainText(await ask({ topic: "vector", vectors: "1,2 3,4" }))).toContain("This needs 1 vector");
    expect(toPlainText(await ask({ topic: "dot product", vectors: "a,b c,d" }))).toContain("a·c + b·d");
  });

  test("a version changes with the text", () => {
    const text = (word: string) =>
      `---\ntitle: T\nsummary: s\naliases: []\nasks: [a]\nprerequisites: []\nnext: []\nexample: norm 3,4\npicture: plot\nalt: x\n---\n${word}\n\n## More\n\nm\n\n## Check\n\nq\n\n> a\n`;
    const [one, other] = ["one", "other"].map((word) => readLesson("l", text(word)).version);
    expect(one).not.toBe(other);
    expect(readLesson("l", text("one")).version).toBe(one);
  });

  test.each([
    ["no title", "---\nsummary: s\n---\nbody", /title/],
    [
      "an image",
      "---\ntitle: T\nsummary: s\naliases: []\nasks: [a]\nprerequisites: []\nnext: []\nexample: norm 3,4\npicture: plot\nalt: x\n---\n![x](y)",
      /image/,
    ],
  ])("an author's mistake is told: %s", (_, text, complaint) =>
    expect(() => readLesson("l", text)).toThrow(complaint),
  );
});
