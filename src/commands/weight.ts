import type { Call } from "../reply/reply.ts";
import type { Command, Input } from "./command.ts";
import { optionsOf } from "./usage.ts";

/**
 * What an answer asks of the process, and so of those who wait behind it:
 * - free: it counts for nothing and is never refused, however busy it is
 * - own: it counts for the learner alone, and for nobody they are with: help with a question that all were asked at once
 * - light: a press, such as one of the many by which a slider comes to where one wants it
 * - usual: what is typed
 * - heavy: tables of words, long vectors, all that is kept about someone
 */
export type Weight = "free" | "own" | "light" | "usual" | "heavy";

/** Commands that look through many words, rows or records, however little is typed. */
const heavyCommands: ReadonlySet<string> = new Set(["similar", "compare", "attention", "data", "progress"]);

/** A class presses these within seconds of each other, whenever a question is put or closed. */
const helpsWithQuestion: ReadonlySet<string> = new Set(["hint", "working"]);

/** Vectors written with more characters than this are long. */
const longVectors = 400;

const hasLongVectors = (command: Command, { options }: Call): boolean =>
  optionsOf(command)
    .filter(({ readsVectors }) => readsVectors)
    .reduce((length, { name }) => length + String(options[name] ?? "").length, 0) > longVectors;

/** The weight of a call. */
export const weightOf = (input: Input, command: Command, call: Call): Weight => {
  if (isFree(command.name, call)) return "free";
  if (helpsWithQuestion.has(command.name)) return "own";
  if (heavyCommands.has(command.name) || hasLongVectors(command, call)) return "heavy";
  return input.kind === "pressed" && input.typed === undefined ? "light" : "usual";
};

/**
 * Answers to a question, as the bell waits for nobody; and all by which someone stops what the tutor does or takes back
 * what it keeps, as that may not be refused. The command `tutor` passes on what it is asked, and that is weighed.
 */
const isFree = (name: string, { options }: Call): boolean => {
  const [action, at] = [options.action, options.at].map((value) =>
    String(value ?? "")
      .trim()
      .toLowerCase(),
  );
  switch (name) {
    case "answer":
    case "tutor":
      return true;
    case "quiz":
      return action === "stop" || action === "pause" || (action === "daily" && at === "off");
    case "data":
      return action === "delete";
    case "remind":
      return at === "off";
    default:
      return false;
  }
};
