import * as z from "zod";
import { showHint } from "../present/question.ts";
import { err, ok } from "../result.ts";
import { findAsked, questionOption } from "./asked.ts";
import { defineCommand } from "./command.ts";

export const hint = defineCommand({
  name: "hint",
  summary: "A hint for the question that is open here; each costs a point",
  audience: "asker",
  options: z.object({
    question: questionOption,
  }),
  examples: [""],
  run: async ({ question: id }, context) => {
    const asked = await findAsked(context, id);
    if (!asked.ok) return asked;
    const { kept, question } = asked.value;
    const isOver = kept.closesAt !== undefined && kept.closesAt <= context.now();
    if (kept.closedAt !== undefined || isOver) return err({ kind: "question-closed", question: kept.id });
    const { learner } = context.invocation;
    const count = await context.store.questions.takeHint(kept.id, learner, question.hints.length);
    return ok(showHint(question, count, kept.id));
  },
});
