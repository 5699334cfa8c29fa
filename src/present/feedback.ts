import { type Block, choices, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
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
  title: say("Thank you"),
  blocks: [
    paragraph(
      clear
        ? say("Good to know that “{lesson}” was clear.", { lesson: say(lesson.title) })
        : said
          ? say("What you wrote is kept with the lesson. Those who look after this tutor can read it.")
          : say("If you like, say what was unclear. Those who look after this tutor can read it."),
    ),
    choices(say("What next?"), [
      { label: say("Back to the lesson"), does: callFor(lesson) },
      {
        label: clear || said ? say("Say more…") : say("Say what is unclear…"),
        does: {
          command: "report",
          options: { lesson: lesson.name, version: lesson.version, ...(clear ? { clear: "yes" } : {}) },
        },
        asks: "text",
      },
    ]),
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
            say("No reader has said anything yet. Each lesson ends with the question whether it was clear."),
          ),
        ]
      : [
          {
            kind: "table",
            caption: say("What readers said"),
            header: [say("lesson"), say("clear"), say("unclear")],
            rows: read.map(({ lesson, own, unclear }) => [
              say(lesson.title),
              String(own.length - unclear),
              String(unclear),
            ]),
          },
          ...read.flatMap(({ lesson, own }) => remarksOn(lesson, own)),
        ];
  return { tone: "plain", title: say("Feedback on the lessons"), blocks: blocks as [Block] };
};

const remarksOn = (lesson: Lesson, reports: readonly Remark[]): readonly Block[] =>
  reports
    .filter(({ text }) => text !== undefined)
    .slice(0, mostRemarks)
    .map(({ text = "", clear, version, at }) => {
      const said = {
        lesson: say(lesson.title),
        verdict: clear ? say("clear") : say("unclear"),
        day: at.toISOString().slice(0, 10),
        text,
      };
      return paragraph(
        version === lesson.version
          ? sayParts("<strong>{lesson}</strong> ({verdict}, {day}): {text}", said)
          : sayParts("<strong>{lesson}</strong> ({verdict}, {day}, an earlier version): {text}", said),
      );
    });
