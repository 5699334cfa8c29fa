import { paragraph, type Reply } from "../reply/reply.ts";
import type { QuizSettings } from "../tutor/quiz.ts";
import { choices } from "./question.ts";
import { quizInWords } from "./quiz.ts";

/** What quizzes in a place are set to, and how to change it. */
export const showQuizSettings = (settings: QuizSettings): Reply => ({
  tone: "plain",
  audience: "asker",
  title: "Quizzes here",
  blocks: [
    paragraph(`${quizInWords(settings)}.`),
    paragraph([
      "Change it with, for example, ",
      { code: "/quiz settings rounds:15 seconds:45 mode:race" },
      ". No bell rings with ",
      { code: "seconds:0" },
      ".",
    ]),
    choices("What next?", [
      { label: "Start a quiz", does: { command: "quiz", options: { action: "start" } } },
      {
        label: "Daily question…",
        does: { command: "quiz", options: { action: "daily" } },
        asks: "at",
      },
    ]),
  ],
});

/** When the daily question comes, or that it comes no longer. */
export const showDailySet = (daily: { readonly at: string; readonly zone: string } | undefined): Reply => ({
  tone: "plain",
  title: daily === undefined ? "No daily question any more" : `A question a day at ${daily.at}`,
  blocks: [
    daily === undefined
      ? paragraph(["It can be set again with ", { code: "/quiz daily at:9:00" }, "."])
      : paragraph(
          `It comes every day at ${daily.at} (${daily.zone}), with the result of the day before. “at:off” ends it.`,
        ),
  ],
});
