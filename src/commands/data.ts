import * as z from "zod";
import { ok } from "../base/result.ts";
import { showDeleted, showDeletionAsked, showExport } from "../present/data.ts";
import { message } from "../say.ts";
import { defineCommand } from "./command.ts";
import verbs from "./data-verbs.json" with { type: "json" };
import { refuseOverheard } from "./overheard.ts";
import { asWord } from "./weight.ts";

const actions = {
  export: {
    summary: message("All that is kept about you, as a file that only you see"),
    takes: [],
    phrases: verbs.export,
  },
  delete: { summary: message("Forget you"), takes: ["confirm"], phrases: verbs.delete },
};

export const data = defineCommand({
  name: "data",
  summary: message("What is kept about you: take it with you, or have it deleted"),
  audience: "asker",
  options: z.object({
    action: z
      .enum(["export", "delete"])
      .default("export")
      .meta({ description: message("What to do"), actions }),
    confirm: z
      .enum(["no", "yes"])
      .default("no")
      .meta({ description: message("Whether you are sure") }),
  }),
  examples: ["export", "delete"],
  weight: ({ action }) => (asWord(action) === "delete" ? "free" : "heavy"),
  phrases: {
    en: ["my data", "my account", "about me", "forget me", "delete me", "erase me", "delete my progress"],
    de: [
      "meine daten",
      "daten löschen",
      "vergiss mich",
      "lösche mich",
      "lösch mich",
      "konto löschen",
      "mein konto",
      "über mich",
      "fortschritt löschen",
    ],
    es: [
      "mis datos",
      "borrar mis datos",
      "olvídame",
      "bórrame",
      "elimíname",
      "mi cuenta",
      "sobre mí",
      "borra mi progreso",
    ],
  },
  run: async ({ action, confirm }, { store, jobs, invocation, now }) => {
    const overheard = refuseOverheard(invocation, `/data ${action}`);
    if (overheard !== undefined) return ok(overheard);
    const { learner } = invocation;
    if (action === "export") return ok(showExport(await store.learners.everythingAbout(learner), now()));
    if (confirm === "no") return ok(showDeletionAsked());
    for (const place of await store.learners.forget(learner)) await jobs.noLonger(place);
    return ok(showDeleted());
  },
});
