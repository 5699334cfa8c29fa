import { type Block, type Choice, choices, paragraph, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";
import type { Lesson } from "../tutor/lesson.ts";
import { callFor } from "./lesson.ts";
import { article } from "./source.ts";

/** A map of all topics with what the learner has seen. */
export const showTopics = (lessons: readonly Lesson[], seen: ReadonlySet<string>): Reply => {
  const count = lessons.filter(({ name }) => seen.has(name)).length;
  const next = lessons.find(
    ({ name, prerequisites }) => !seen.has(name) && prerequisites.every((before) => seen.has(before)),
  );
  const blocks: readonly Block[] = [
    paragraph(
      count === 0
        ? say("Each topic builds on those before it. Choose any; the first is a good place to begin.")
        : say("You have seen {seen} of {count}. Each topic builds on those before it.", {
            seen: count,
            count: lessons.length,
          }),
    ),
    ...(next === undefined
      ? []
      : [
          choices(say("Where to go from here"), [
            {
              label: say(count === 0 ? "Begin: {lesson}" : "Go on: {lesson}", { lesson: say(next.title) }),
              does: callFor(next),
            },
          ]),
        ]),
    paragraph(
      lessons
        .map(
          ({ name, title }, i) =>
            `${String(i + 1).padStart(2, " ")}. ${seen.has(name) ? say("✓ seen: {lesson}", { lesson: say(title) }) : say(title)}`,
        )
        .join("\n"),
    ),
    choices(
      say("Choose a topic"),
      lessons.map(
        (lesson): Choice => ({
          label: `${seen.has(lesson.name) ? "✓ " : ""}${say(lesson.title)}`,
          description: say(lesson.summary),
          does: callFor(lesson),
        }),
      ),
    ),
    article,
  ];
  return { tone: "plain", title: say("What I can explain"), blocks: blocks as [Block], audience: "asker" };
};
