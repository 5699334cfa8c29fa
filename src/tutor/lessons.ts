import { readdirSync, readFileSync } from "node:fs";
import { type Lesson, readLesson } from "./lesson.ts";

const folder = new URL("lessons/", import.meta.url);

let all: readonly Lesson[] | undefined;

/** Every lesson, each after those that it builds on. Read from their files at the first call. */
export const lessons = (): readonly Lesson[] => {
  all ??= inOrder(
    readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .map((file) => readLesson(file.slice(0, -3), readFileSync(new URL(file, folder), "utf8"))),
  );
  return all;
};

export const lessonNamed = (name: string): Lesson | undefined => lessons().find((each) => each.name === name);

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
