import * as z from "zod";
import { err, ok } from "../base/result.ts";
import { platformOf } from "../identity.ts";
import { type HelpEntry, showCommandHelp, showOverview } from "../present/help.ts";
import { message, say } from "../say.ts";
import { type Command, type Context, defineCommand } from "./command.ts";
import { namesBeginning } from "./complete.ts";
import { findCommand, nearestNames } from "./find-command.ts";
import { optionsOf, typedAs, usageOf, wantedFor, wordedFor } from "./usage.ts";

export const help = defineCommand({
  name: "help",
  summary: message("What the tutor can do, or all about one command"),
  audience: "asker",
  options: z.object({
    command: z
      .string()
      .optional()
      .meta({ description: message("The command to read about") }),
  }),
  examples: ["", "dot"],
  complete: { command: (typed, commands) => namesBeginning(commands, typed) },
  phrases: {
    en: ["help", "what can you do"],
    de: ["hilfe", "was kannst du"],
    es: ["ayuda", "qué puedes hacer"],
  },
  run: ({ command: name }, context) => {
    if (name === undefined || name.trim() === "")
      return ok(showOverview(context.commands.map(entryFor(context))));
    const typed = name.trim().replace(/^\//, "").toLowerCase();
    const found = findCommand(context.commands, typed);
    return found === undefined
      ? err({ kind: "unknown-command", typed, closest: nearestNames(context.commands, typed) })
      : ok(showCommandHelp(entryFor(context)(found)));
  },
});

const entryFor =
  ({ invocation }: Context) =>
  (command: Command): HelpEntry => {
    const platform = platformOf(invocation.learner);
    const worded = (typed: string) => wordedFor(platform, typed);
    return {
      name: command.name,
      typed: typedAs(platform, command.name),
      aliases: command.aliases.map((alias) => typedAs(platform, alias)),
      summary: say(command.summary),
      usage: worded(usageOf(command)),
      examples: command.examples.map(worded),
      options: optionsOf(command).map((option) => ({ name: option.name, wanted: worded(wantedFor(option)) })),
    };
  };
