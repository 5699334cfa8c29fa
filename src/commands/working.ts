import * as z from "zod";
import { showSolutionOf } from "../present/question.ts";
import { err, ok } from "../result.ts";
import { findAsked, questionOption } from "./asked.ts";
import { defineCommand } from "./command.ts";

export const working = defineCommand({
  name: "working",
  summary: "The full working of a question that you have answered, or that is closed",
  audience: "asker",
  options: z.object({
    question: questionOption,
  }),
  examples: [""],
  run: async ({ question: id }, context) => {
    const asked = await findAsked(context, id);
    if (!asked.ok) return asked;
    const { kept, question } = asked.value;
    const { learner } = context.invocation;
    const isSecret = kept.closedAt === undefined && kept.purpose === "quiz";
    const attempts = isSecret ? [] : await context.store.questions.attemptsOn(kept.id);
    const mayKnow = kept.closedAt !== undefined || attempts.some((attempt) => attempt.learner === learner);
    return mayKnow ? ok(showSolutionOf(question)) : err({ kind: "not-yet" });
  },
});
