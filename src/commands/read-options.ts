import type * as z from "zod";
import { cut } from "../base/cut.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Vector } from "../math/vector.ts";
import type { Problem } from "../problem.ts";
import type { OptionValue } from "../reply/reply.ts";
import type { Command } from "./command.ts";
import { type Numbers, usualNumbers, writtenAs } from "./numbers.ts";
import { type OptionDescription, optionsOf, valueMeant, wantedFor } from "./usage.ts";

/** The longest text of an option that holds no vectors, in characters. */
const mostText = 4096;

/**
 * The options on a typed line: the first takes everything but the `name:value` pairs at the end. A further option of
 * free text goes on to the next pair: `1,0 0,1 keys:1,1 0,2 mask:causal`, `start topic:dot product rounds:5`.
 */
export const optionsOnLine = (command: Command, line: string): Readonly<Record<string, OptionValue>> => {
  const [first, ...named] = optionsOf(command);
  const options: Record<string, OptionValue> = {};
  let rest = line.trim();
  for (const { name } of named.filter(({ type, values }) => type === "string" && values === undefined)) {
    const found = new RegExp(`(?:^|\\s)${name}:\\s*(.*?)(?=\\s[a-z]+:|$)`, "is").exec(rest);
    if (found === null) continue;
    options[name] = found[1]!;
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.trim();
  }
  for (;;) {
    const pair = pairAtEnd(rest);
    const option = named.find(({ name }) => name === pair?.name);
    if (pair === undefined || option === undefined) break;
    options[option.name] ??= pair.value;
    rest = rest.slice(0, -pair.length).trim();
  }
  if (first === undefined) return options;
  // Where the first is one of a few words, another may be named without a colon: `pictures off`, `digits 6`.
  while (first.values !== undefined && first.actions === undefined) {
    const spaced = /^([a-z]+)\s+([^\s:]{1,40})(?=\s|$)/i.exec(rest);
    const option = named.find(({ name }) => name === spaced?.[1]?.toLowerCase());
    if (spaced === null || option === undefined) break;
    options[option.name] ??= spaced[2]!;
    rest = rest.slice(spaced[0].length).trim();
  }
  // Whoever names the others may name the first as well: `at:18:00 zone:Europe/Berlin`, `pictures off`.
  rest = rest.replace(
    new RegExp(`^${first.name}${first.values === undefined ? ":" : "[:\\s]"}\\s*`, "i"),
    "",
  );
  if (rest === "") return options;
  return { ...(first.actions === undefined ? { [first.name]: rest } : actionIn(command, rest)), ...options };
};

/** Longer than any pair: an option's name, a colon, and up to 40 signs. */
const longestPair = 80;

/** The `name:value` that a text ends with. Only its end is looked at, however often it is asked. */
const pairAtEnd = (text: string) => {
  const found = /(?:^|\s)([a-z]+):(\S{1,40})$/i.exec(text.slice(-longestPair));
  return found === null
    ? undefined
    : { name: found[1]!.toLowerCase(), value: found[2]!, length: found[0].length };
};

/** `start cosine`: what to do, and a text for the option behind that; without the former, only the text. */
const actionIn = (command: Command, text: string): Readonly<Record<string, OptionValue>> => {
  const [first, second] = optionsOf(command);
  const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  const isAction = first?.values?.includes(word.toLowerCase()) === true;
  const isText = second?.type === "string" && second.values === undefined;
  if (!isText || (isAction && rest === "")) return { [first!.name]: isAction ? word.toLowerCase() : text };
  return isAction ? { [first!.name]: word.toLowerCase(), [second.name]: rest } : { [second.name]: text };
};

/** Checks and reads the options of a command; how numbers are written is filled in where it is not given. */
export const readOptions = (
  command: Command,
  given: Readonly<Record<string, OptionValue>>,
  numbers: Numbers = usualNumbers,
): Result<z.output<z.ZodObject>, Problem> => {
  const described = optionsOf(command);
  const typed: Record<string, OptionValue> = {};
  for (const option of described) {
    const value = given[option.name];
    if (value === undefined || value === "") continue;
    if (typeof value === "string" && !option.readsVectors && value.length > mostText) {
      return err({ kind: "too-long", length: value.length, limit: mostText });
    }
    typed[option.name] = inItsType(option, typeof value === "string" ? valueMeant(option, value) : value);
  }
  const read = command.options.safeParse(typed);
  if (read.success) return ok(asWished(read.data, typed, numbers));
  const [issue] = read.error.issues;
  const option = described.find(({ name }) => name === issue?.path[0])!;
  const problem = issue?.code === "custom" ? (issue.params?.problem as Problem | undefined) : undefined;
  if (problem !== undefined) return err(problem);
  const value = given[option.name];
  return err({
    kind: "bad-option",
    option: option.name,
    ...(value === undefined || value === "" ? {} : { given: cut(String(value), 60) }),
    wanted: wantedFor(option),
  });
};

/** The options with vectors and digits as the numbers are to be written. */
const asWished = (
  read: z.output<z.ZodObject>,
  typed: Readonly<Record<string, OptionValue>>,
  numbers: Numbers,
): z.output<z.ZodObject> => ({
  ...read,
  ...("digits" in read && typed.digits === undefined ? { digits: numbers.digits } : {}),
  // A text that holds vectors is read by the command itself.
  ...(Array.isArray(read.vectors) ? { vectors: writtenAs(read.vectors as Vector[], numbers) } : {}),
});

/** Typed text as the number that it spells, where the option wants one. */
const inItsType = ({ type }: OptionDescription, value: OptionValue): OptionValue =>
  type !== "string" && typeof value === "string" && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : value;
