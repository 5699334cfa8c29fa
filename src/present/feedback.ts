import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import type { Lesson } from "../tutor/lesson.ts";
import { callFor } from "./lesson.ts";

/** What one reader said of a lesson. */
export interface Remark {
  readonly lesson: string;
  readonly version: string;
  readonly clear: boolean;
  readonly text?: string;
  readonly at: Date;
}

/** Thanks for a report, and a way to say more. */
export const showThanks = (lesson: Lesson, clear: boolean, said: boolean): Reply => ({
  tone: "plain",
  title: "Thank you",
  blocks: [
    paragraph(
      clear
        ? `Good to know that “${lesson.title}” was clear.`
        : said
          ? "What you wrote is kept with the lesson. Those who look after this tutor can read it."
          : "If you like, say what was unclear. Those who look after this tutor can read it.",
    ),
    {
      kind: "choices",
      prompt: "What next?",
      choices: [
        { label: "Back to the lesson", does: callFor(lesson) },
        {
          label: clear || said ? "Say more…" : "Say what is unclear…",
          does: {
            command: "report",
            options: { lesson: lesson.name, version: lesson.version, ...(clear ? { clear: "yes" } : {}) },
          },
          asks: "text",
        },
      ],
    },
  ],
});

/** The most remarks that are shown of one lesson. */
const mostRemarks = 5;

/** What readers stumbled over: the lessons with the most unclear reports first, with what was said of them. */
export const showFeedback = (reports: readonly Remark[], lessons: readonly Lesson[]): Reply => {
  const read = lessons
    .map((lesson) => {
      const own = reports.filter((report) => report.lesson === lesson.name);
      return { lesson, own, unclear: own.filter(({ clear }) => !clear).length };
    })
    .filter(({ own }) => own.length > 0)
    .toSorted((x, y) => y.unclear - x.unclear);
  const blocks: readonly Block[] =
    read.length === 0
      ? [
          paragraph(
            "No reader has said anything yet. Each lesson ends with the question whether it was clear.",
          ),
        ]
      : [
          {
            kind: "table",
            caption: "What readers said",
            header: ["lesson", "clear", "unclear"],
            rows: read.map(({ lesson, own, unclear }) => [
              lesson.title,
              String(own.length - unclear),
              String(unclear),
            ]),
          },
          ...read.flatMap(({ lesson, own }) => remarksOn(lesson, own)),
        ];
  return { tone: "plain", title: "Feedback on the lessons", blocks: blocks as [Block] };
};

const remarksOn = (lesson: Lesson, reports: readonly Remark[]): readonly Block[] =>
  reports
    .filter(({ text }) => text !== undefined)
    .slice(0, mostRemarks)
    .map(({ text, clear, version, at }) =>
      paragraph([
        { strong: lesson.title },
        ` (${clear ? "clear" : "unclear"}, ${at.toISOString().slice(0, 10)}${version === lesson.version ? "" : ", an earlier version"}): ${text}`,
      ]),
    );
