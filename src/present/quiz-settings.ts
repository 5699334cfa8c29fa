import { choices, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import type { QuizSettings } from "../tutor/quiz.ts";
import { quizInWords } from "./quiz.ts";

/** What quizzes in a place are set to, and how to change it. */
export const showQuizSettings = (settings: QuizSettings): Reply => ({
  tone: "plain",
  audience: "asker",
  title: say("Quizzes here"),
  blocks: [
    paragraph(`${quizInWords(settings)}.`),
    paragraph(
      sayParts("Change it with, for example, {typed}. No bell rings with {silent}.", {
        typed: { code: "/quiz settings rounds:15 seconds:45 mode:race" },
        silent: { code: "seconds:0" },
      }),
    ),
    choices(say("What next?"), [
      { label: say("Start a quiz"), does: { command: "quiz", options: { action: "start" } } },
      {
        label: say("Daily question…"),
        does: { command: "quiz", options: { action: "daily" } },
        asks: "at",
      },
    ]),
  ],
});

/** When the daily question comes, or that it comes no longer. */
export const showDailySet = (daily: { readonly at: string; readonly zone: string } | undefined): Reply => ({
  tone: "plain",
  title:
    daily === undefined
      ? say("No daily question any more")
      : say("A question a day at {at}", { at: daily.at }),
  blocks: [
    daily === undefined
      ? paragraph(sayParts("It can be set again with {typed}.", { typed: { code: "/quiz daily at:9:00" } }))
      : paragraph(
          say(
            "It comes every day at {at} ({zone}), with the result of the day before. “at:off” ends it.",
            daily,
          ),
        ),
  ],
});

/** What whoever set it is told, where all here have just read it. */
export const showDailyTold = (): Reply => ({
  tone: "plain",
  audience: "asker",
  title: say("It is set"),
  blocks: [paragraph(say("Everyone here has just been told. If I can ever not post it, I write to you."))],
});

/** To whoever set it: the question could not be posted; it is tried again for a day, or there is none any more. */
export const showDailyRefused = (why: "forbidden" | "gone", isOver: boolean): Reply => ({
  tone: "plain",
  title: isOver ? say("No daily question any more") : say("The daily question could not be posted"),
  blocks: [
    paragraph(
      why === "gone"
        ? say("The channel in which you set it is gone.")
        : isOver
          ? say(
              "For a whole day I was not allowed to write in the channel in which you set it. Once I am, set it again with /quiz daily there.",
            )
          : say(
              "I may not write any more in the channel in which you set it. I try again every hour for a day: give me leave to post there, and it comes.",
            ),
    ),
  ],
});
