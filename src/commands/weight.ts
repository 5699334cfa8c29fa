import type { Call, OptionValue } from "../reply/reply.ts";
import type { Command, Input } from "./command.ts";
import { optionsOf } from "./usage.ts";

/**
 * What an answer asks of the process, and so of those who wait behind it:
 * - free: it counts for nothing and is never refused, however busy it is
 * - own: it counts for the learner alone, and for nobody they are with: help with a question that all were asked at once
 * - light: a press, such as one of the many by which a slider comes to where one wants it
 * - usual: what is typed
 * - heavy: what looks through many words, rows or records, however little is typed; long vectors
 */
export type Weight = "free" | "own" | "light" | "usual" | "heavy";

/** Vectors written with more characters than this are long. */
const longVectors = 400;

const hasLongVectors = (command: Command, { options }: Call): boolean =>
  optionsOf(command)
    .filter(({ readsVectors }) => readsVectors)
    .reduce((length, { name }) => length + String(options[name] ?? "").length, 0) > longVectors;

/**
 * The weight of a call: the command's own, or by what was given. Answers to a question are free, as the bell waits for
 * nobody; and so is all by which someone stops what the tutor does or takes back what it keeps, as that may not be
 * refused.
 */
export const weightOf = (input: Input, command: Command, call: Call): Weight => {
  const own = typeof command.weight === "function" ? command.weight(call.options) : command.weight;
  if (own !== undefined) return own;
  if (hasLongVectors(command, call)) return "heavy";
  return input.kind === "pressed" && input.typed === undefined ? "light" : "usual";
};

/** An option's value as it is compared with the words that it may be. */
export const asWord = (value: OptionValue | undefined): string =>
  String(value ?? "")
    .trim()
    .toLowerCase();
