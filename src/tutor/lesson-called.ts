import { languages } from "../language.ts";
import articles from "./articles.json" with { type: "json" };
import type { Lesson } from "./lesson.ts";
import { lessonNamed, lessonsIn } from "./lessons.ts";

/** The lesson of that name, title or other name, in any of our languages; its English text. */
export const lessonCalled = (text: string): Lesson | undefined => {
  const wanted = flat(text);
  if (wanted === "") return undefined;
  const named = lessonNamed(text);
  if (named !== undefined) return named;
  const found = languages
    .flatMap(lessonsIn)
    .find(({ name, title, aliases }) => [name, title, ...aliases].some((known) => flat(known) === wanted));
  return found && lessonNamed(found.name);
};

/** Words with single gaps between, without what stands before a name. */
const flat = (text: string): string => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}√]+/gu) ?? [];
  return (articles.includes(words[0] ?? "") && words.length > 1 ? words.slice(1) : words).join(" ");
};
