import { err, ok } from "../base/result.ts";
import { hintsFor, showHint } from "../present/support.ts";
import { message } from "../say.ts";
import { askedCommand } from "./asked-command.ts";

export const hint = askedCommand({
  name: "hint",
  summary: message("A hint for the question that is open here; each costs a point"),
  // A class presses this within seconds of each other, whenever a question is put or closed.
  weight: "own",
  tell: async ({ kept, question }, { store, invocation, now }) => {
    const isOver = kept.closesAt !== undefined && kept.closesAt <= now();
    if (kept.closedAt !== undefined || isOver) return err({ kind: "question-closed", question: kept.id });
    const count = await store.questions.takeHint(kept.id, invocation.learner, hintsFor(question).length);
    return ok(showHint(question, count, kept.id));
  },
});
