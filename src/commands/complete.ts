import { cut } from "../base/cut.ts";
import { showProblem } from "../present/problem.ts";
import type { Problem } from "../problem.ts";
import { toPlainText } from "../reply/plain-text.ts";
import type { Command, Completion } from "./command.ts";
import { findCommand } from "./find-command.ts";
import { optionsOnLine } from "./read-options.ts";
import { runAlone } from "./run-alone.ts";
import { optionsOf } from "./usage.ts";

/** The most that a platform shows of a completion. */
const longest = 100;

/** Suggestions while an option is typed: a live preview of the answer, or what is still missing. */
export const completionsFor = (
  commands: readonly Command[],
  name: string,
  optionName: string,
  typed: string,
): readonly Completion[] => {
  const command = findCommand(commands, name);
  const option = command && optionsOf(command).find((each) => each.name === optionName);
  if (command === undefined || option === undefined || typed.length > longest) return [];
  if (option.readsVectors) return typed.trim() === "" ? examplesOf(command) : preview(command, typed);
  if (option.values !== undefined) return matching(option.values, typed);
  const complete = command.complete?.[optionName];
  if (complete !== undefined) return complete(typed, commands);
  if (command.passesOn === true) return completeLine(commands, typed);
  return [];
};

/** The commands whose names begin as what was typed. */
export const namesBeginning = (commands: readonly Command[], typed: string): readonly Completion[] =>
  matching(
    commands.map(({ name }) => name),
    typed,
  );

const plain = (value: string): Completion => ({ label: value.slice(0, longest), value });

const matching = (values: readonly string[], typed: string): readonly Completion[] =>
  values.filter((value) => value.startsWith(typed.toLowerCase())).map(plain);

const examplesOf = (command: Command): readonly Completion[] =>
  command.examples.filter((example) => example !== "").map(plain);

/** `dot 2,3` after /tutor: a command's name, or the preview of what that command would answer. */
const completeLine = (commands: readonly Command[], typed: string): readonly Completion[] => {
  const [, name = "", gap = "", rest = ""] = /^\/?([a-z]*)(\s*)(.*)$/is.exec(typed) ?? [];
  const command = findCommand(commands, name.toLowerCase());
  if (command === undefined || gap === "") return namesBeginning(commands, name);
  const first = optionsOf(command)[0];
  if (first === undefined || command.passesOn === true) return [];
  return completionsFor(commands, command.name, first.name, rest).map(({ label, value }) => ({
    label,
    value: `${command.name} ${value}`.slice(0, longest),
  }));
};

const preview = (command: Command, typed: string): readonly Completion[] => {
  const outcome = runAlone(command, { command: command.name, options: optionsOnLine(command, typed) });
  if (outcome instanceof Promise) {
    // What looks something up is not previewed, as it has nothing here to look it up in; that it fails is no fault.
    outcome.catch(() => undefined);
    return [plain(typed)];
  }
  const label = outcome.ok ? (outcome.value.title ?? typed) : inShort(outcome.problem);
  return [{ label: shortened(label), value: typed }];
};

/** What is amiss, in one line. */
const inShort = (problem: Problem): string => {
  const { title, blocks } = showProblem(problem, { typed: "", example: "" });
  const first = toPlainText({ tone: "plain", blocks: [blocks[0]] });
  return shortened(problem.kind === "wrong-count" ? `${title}. ${first}` : first);
};

const shortened = (text: string): string => {
  const line = text.replaceAll("\n", " ");
  return line.length <= longest ? line : `${cut(line, longest - 1)}…`;
};
