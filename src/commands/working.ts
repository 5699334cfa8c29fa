import { err, ok } from "../base/result.ts";
import { showSolutionOf } from "../present/question.ts";
import { message } from "../say.ts";
import { askedCommand } from "./asked-command.ts";

export const working = askedCommand({
  name: "working",
  summary: message("The full working of a question that you have answered, or that is closed"),
  // A class presses this within seconds of each other, whenever a question is put or closed.
  weight: "own",
  tell: async ({ kept, question }, { store, invocation: { learner } }) => {
    const isSecret = kept.closedAt === undefined && kept.purpose === "quiz";
    const attempts = isSecret ? [] : await store.questions.attemptsOn(kept.id);
    const mayKnow = kept.closedAt !== undefined || attempts.some((attempt) => attempt.learner === learner);
    return mayKnow ? ok(showSolutionOf(question)) : err({ kind: "not-yet" });
  },
});
