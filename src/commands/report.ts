import * as z from "zod";
import { err, ok } from "../base/result.ts";
import { workspaceOf } from "../identity.ts";
import { showThanks } from "../present/feedback.ts";
import { message } from "../say.ts";
import { lessonCalled } from "../tutor/lesson-called.ts";
import { lessons } from "../tutor/lessons.ts";
import { lessonsNear } from "./answer-question.ts";
import { defineCommand } from "./command.ts";
import { lessonsLike } from "./topics-like.ts";

export const report = defineCommand({
  name: "report",
  summary: message("Say whether a lesson was clear, and what was not"),
  audience: "asker",
  options: z.object({
    lesson: z.string().meta({ description: message("The lesson") }),
    clear: z
      .enum(["yes", "no"])
      .default("no")
      .meta({ description: message("Whether it was clear") }),
    text: z
      .string()
      .max(2_000)
      .optional()
      .meta({
        description: message("What was unclear, in your own words"),
        form: { title: message("What was unclear?"), label: message("In your own words") },
      }),
    version: z
      .string()
      .max(20)
      .optional()
      .meta({ description: message("The version that you read") }),
  }),
  examples: ["cosine similarity", "cosine similarity clear:yes"],
  complete: { lesson: lessonsLike },
  run: async ({ lesson: asked, clear, text, version }, { invocation, store }) => {
    const lesson = lessonCalled(asked);
    if (lesson === undefined) {
      const nearest = [...new Set([...lessonsNear(asked), ...lessons()])].slice(0, 3);
      return err({ kind: "no-such-topic", asked, nearest });
    }
    await store.lessons.report(workspaceOf(invocation.place), invocation.learner, {
      lesson: lesson.name,
      version: version ?? lesson.version,
      clear: clear === "yes",
      ...(text === undefined ? {} : { text }),
    });
    return ok(showThanks(lesson, clear === "yes", text !== undefined));
  },
});
