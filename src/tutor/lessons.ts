import { readdirSync, readFileSync } from "node:fs";
import type { Language } from "../language.ts";
import { type Lesson, readLesson } from "./lesson.ts";

const folder = new URL("lessons/", import.meta.url);

const textOf = (language: Language, file: string): string =>
  readFileSync(new URL(`${language}/${file}`, folder), "utf8");

const known = new Map<Language, readonly Lesson[]>();

/** Every lesson in a language, each after those that it builds on. Read from their files at the first call. */
export const lessonsIn = (language: Language): readonly Lesson[] => {
  const found =
    known.get(language) ??
    inOrder(
      readdirSync(new URL("en/", folder)).map((file) =>
        readLesson(
          file.replace(/\.md$/, ""),
          textOf("en", file),
          language === "en" ? undefined : textOf(language, file),
        ),
      ),
    );
  known.set(language, found);
  return found;
};

/** Every lesson in English. */
export const lessons = (): readonly Lesson[] => lessonsIn("en");

export const lessonNamed = (name: string, language: Language = "en"): Lesson | undefined =>
  lessonsIn(language).find((each) => each.name === name);

/**
 * Each after its prerequisites, and of those that may come next the ones that follow the article first. Throws where
 * lessons build on one another in a circle, or name one that there is not.
 */
const inOrder = (unordered: readonly Lesson[]): readonly Lesson[] => {
  const names = new Set(unordered.map(({ name }) => name));
  for (const { name, prerequisites, next } of unordered)
    for (const other of [...prerequisites, ...next])
      if (!names.has(other)) throw new SyntaxError(`${name} names ${other}, which is no lesson`);
  const placed = new Map<string, Lesson>();
  const offered: string[] = [];
  while (placed.size < unordered.length) {
    const ready = unordered.filter(
      ({ name, prerequisites }) => !placed.has(name) && prerequisites.every((before) => placed.has(before)),
    );
    const [first] = ready.toSorted(
      (x, y) =>
        Number(x.section === undefined) - Number(y.section === undefined) ||
        offered.indexOf(x.name) - offered.indexOf(y.name),
    );
    if (first === undefined) throw new SyntaxError("Lessons build on one another in a circle");
    placed.set(first.name, first);
    offered.push(...first.next);
  }
  return [...placed.values()];
};
