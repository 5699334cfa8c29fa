import * as z from "zod";
import { message } from "../say.ts";
import { defineCommand } from "./command.ts";

export const tutor = defineCommand({
  name: "tutor",
  summary: message("Reach every command, or ask in your own words"),
  audience: "everyone",
  weight: "free",
  passesOn: true,
  options: z.object({
    ask: z
      .string()
      .optional()
      .meta({ description: message("A command with what follows it, or a question") }),
  }),
  examples: ["dot 2,3,4 1,0,2", "what is the cosine similarity of (1,2) and (3,4)?", "help"],
  run: ({ ask }, { answer }) =>
    answer(
      ask === undefined || ask.trim() === ""
        ? { kind: "call", command: "help", options: {} }
        : { kind: "said", text: ask },
    ),
});
