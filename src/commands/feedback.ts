import * as z from "zod";
import { err, ok } from "../base/result.ts";
import { workspaceOf } from "../identity.ts";
import { showFeedback } from "../present/feedback.ts";
import { message } from "../say.ts";
import { lessons } from "../tutor/lessons.ts";
import { defineCommand } from "./command.ts";

/** The most reports that are read. */
const most = 500;

export const feedback = defineCommand({
  name: "feedback",
  summary: message("What readers said of the lessons, for those who look after this place"),
  audience: "asker",
  isForAdministrators: true,
  options: z.object({}),
  examples: [""],
  run: async (_, { invocation: { isAdministrator, place }, store }) => {
    if (isAdministrator === undefined || !(await isAdministrator()))
      return err({
        kind: "not-allowed",
        operation: message("What readers said is shown to those who look after this server or workspace."),
      });
    return ok(showFeedback(await store.lessons.reportsFrom(workspaceOf(place), most), lessons()));
  },
});
