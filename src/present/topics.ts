import { type Block, type Choice, paragraph, type Reply } from "../reply/reply.ts";
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
        ? "Each topic builds on those before it. Choose any; the first is a good place to begin."
        : `You have seen ${count} of ${lessons.length}. Each topic builds on those before it.`,
    ),
    ...(next === undefined
      ? []
      : [
          {
            kind: "choices" as const,
            prompt: "Where to go from here",
            choices: [
              { label: `${count === 0 ? "Begin" : "Go on"}: ${next.title}`, does: callFor(next) },
            ] as const,
          },
        ]),
    paragraph(
      lessons
        .map(
          ({ name, title }, i) =>
            `${String(i + 1).padStart(2, " ")}. ${seen.has(name) ? "✓ seen: " : ""}${title}`,
        )
        .join("\n"),
    ),
    {
      kind: "choices",
      prompt: "Choose a topic",
      choices: lessons.map(
        (lesson): Choice => ({
          label: `${seen.has(lesson.name) ? "✓ " : ""}${lesson.title}`,
          description: lesson.summary,
          does: callFor(lesson),
        }),
      ) as unknown as readonly [Choice],
    },
    article,
  ];
  return { tone: "plain", title: "What I can explain", blocks: blocks as [Block], audience: "asker" };
};
