import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { languages } from "../../src/language.ts";
import { type Document, type Part, readDocument, readWords, type Words } from "../../src/tutor/markdown.ts";

const names = z.array(z.string().min(1));
const title = z.string().min(1).max(60);
const summary = z.string().min(1).max(75);

/** What a language says in its own words; the rest of the front matter stands in the English file. */
const fronts = {
  lessons: z.strictObject({ title, summary, aliases: names, asks: names.min(5), alt: z.string().min(1) }),
  proofs: z.strictObject({ title, summary, aliases: names }),
};

const kinds = ["lessons", "proofs"] as const;

type Kind = (typeof kinds)[number];

const tutorFolder = new URL("../../src/tutor/", import.meta.url);

const namesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, tutorFolder)).filter((file) => file.endsWith(".md"));

const read = (file: string): Document => readDocument(readFileSync(new URL(file, tutorFolder), "utf8"));

const foldersIn = (kind: Kind): readonly string[] =>
  readdirSync(new URL(`${kind}/`, tutorFolder), { withFileTypes: true })
    .map(({ name }) => name)
    .filter((name) => name !== "en");

const altOf = ({ front }: Document): Words =>
  readWords(z.looseObject({ alt: z.string().default("") }).parse(front).alt);

const wordsOf = (part: Part): Words => (part.kind === "formula" ? [{ formula: part.formula }] : part.words);

const partsOf = ({ opening, sections }: Document): readonly Part[] => [
  ...opening,
  ...sections.flatMap(({ parts }) => parts),
];

/** Formulas and commands, which read the same in every language. */
const fixedIn = (words: Words): readonly string[] =>
  words.flatMap((word) =>
    typeof word === "string" ? [] : "formula" in word ? [word.formula] : "typed" in word ? [word.typed] : [],
  );

const textOf = (words: Words): string =>
  words.map((word) => (typeof word === "string" ? word : "strong" in word ? word.strong : "…")).join("");

/** The headings that the reader looks for; the others are titles of steps, in words of the language. */
const structure = ["More", "Check", "Why"];

/** The headings in order and the kinds of what stands under each. */
const outlineOf = ({ opening, sections }: Document): readonly (readonly string[])[] =>
  [{ heading: "", parts: opening }, ...sections].map(({ heading, parts }) => [
    structure.includes(heading) ? heading : "",
    ...parts.map(({ kind }) => kind),
  ]);

/** How often the commonest words of English occur that are words of none of our other languages. */
const englishIn = (text: string): number =>
  text.match(/\b(?:the|and|of|is|to|that|with|it)\b/gi)?.length ?? 0;

/** A vector whose components are parted by commas, such as (1, 2). */
const vectorWithCommas = /\(−?\d+(?:\.\d+)?(?:, −?\d+(?:\.\d+)?)+\)/;

const folders = kinds.flatMap((kind) => foldersIn(kind).map((language) => [kind, language] as const));

test.each(kinds)("%s are written in languages that the tutor speaks", (kind) => {
  expect(foldersIn(kind).toSorted()).toEqual(languages.filter((each) => each !== "en").toSorted());
});

test.each(folders)("each of the %s has its text in “%s”", (kind, language) =>
  expect(namesIn(`${kind}/${language}/`)).toEqual(namesIn(`${kind}/en/`)),
);

test.each(folders)("no two of the %s in “%s” go by one name", (kind, language) => {
  const called = namesIn(`${kind}/${language}/`).flatMap((file) => {
    const { title, aliases } = fronts[kind].parse(read(`${kind}/${language}/${file}`).front);
    return [...new Set([title, ...aliases].map((name) => name.toLowerCase()))];
  });
  expect(called.filter((name, i) => called.indexOf(name) !== i)).toEqual([]);
});

const texts = folders.flatMap(([kind, language]) =>
  namesIn(`${kind}/${language}/`)
    .filter((file) => existsSync(new URL(`${kind}/en/${file}`, tutorFolder)))
    .map((file) => [kind, language, file] as const),
);

describe.each(texts)("%s/%s/%s", (kind, language, file) => {
  const own = read(`${kind}/${language}/${file}`);
  const english = read(`${kind}/en/${file}`);

  test("has front matter in its language, and none of what all languages share", () =>
    expect(fronts[kind].safeParse(own.front).error).toBeUndefined());

  test("has the parts of the English text in the same order", () =>
    expect(outlineOf(own)).toEqual(outlineOf(english)));

  test("has the formulas and commands of the English text in the same order", () => {
    expect(partsOf(own).map(wordsOf).map(fixedIn)).toEqual(partsOf(english).map(wordsOf).map(fixedIn));
    expect(fixedIn(altOf(own))).toEqual(fixedIn(altOf(english)));
  });

  test("has no sentence left in English", () => {
    const paragraphs = [...partsOf(own).map(wordsOf), altOf(own)].map(textOf);
    const { title, summary, aliases } = fronts[kind].parse(own.front);
    const { asks = [] } = z.looseObject({ asks: names.optional() }).parse(own.front);
    for (const text of [...paragraphs, title, summary, ...aliases, ...asks])
      expect(englishIn(text), text).toBeLessThanOrEqual(2);
    for (const { heading } of own.sections.filter(({ heading }) => !structure.includes(heading)))
      expect(english.sections.map((each) => each.heading)).not.toContain(heading);
  });

  test("parts components among words as its formulas do, by semicolons", () => {
    for (const text of [...partsOf(own).map(wordsOf), altOf(own)].map(textOf))
      expect(text).not.toMatch(vectorWithCommas);
  });
});
