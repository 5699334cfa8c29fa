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

/** The first lesson that is not seen yet and builds on nothing unseen. */
export const nextUnseen = (seen: ReadonlySet<string>): Lesson | undefined =>
  lessons().find(
    ({ name, prerequisites }) => !seen.has(name) && prerequisites.every((before) => seen.has(before)),
  );

/** Prerequisites first; the first lesson is where one begins. Throws where lessons build on one another in a circle. */
const inOrder = (unordered: readonly Lesson[]): readonly Lesson[] => {
  const placed = new Map<string, Lesson>();
  const place = (lesson: Lesson, above: readonly string[]): void => {
    if (placed.has(lesson.name)) return;
    if (above.includes(lesson.name)) throw new SyntaxError(`${lesson.name} builds on itself`);
    for (const name of lesson.prerequisites) place(found(lesson, name), [...above, lesson.name]);
    placed.set(lesson.name, lesson);
    for (const name of lesson.next) {
      const following = found(lesson, name);
      if (following.prerequisites.every((before) => placed.has(before))) place(following, above);
    }
  };
  const found = (from: Lesson, name: string): Lesson => {
    const lesson = unordered.find((each) => each.name === name);
    if (lesson === undefined) throw new SyntaxError(`${from.name} names ${name}, which is no lesson`);
    return lesson;
  };
  for (const lesson of unordered.toSorted((x, y) => x.prerequisites.length - y.prerequisites.length))
    place(lesson, []);
  return [...placed.values()];
};
