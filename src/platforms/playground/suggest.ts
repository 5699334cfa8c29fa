import type { Command } from "../../commands/command.ts";
import type { Tutor } from "../../commands/tutor.ts";
import { findCommand, firstOption } from "./typed-line.ts";

/** One thing that the typed line may become. */
export interface Suggestion {
  /** The whole line, once this is chosen; the line as it is when there is nothing to add. */
  readonly line: string;
  readonly label: string;
  readonly detail?: string;
}

/** Longer lines are not completed: nobody types them by hand. */
const longestLine = 2_000;

const nameOnly = /^\s*\/(\S*)$/;
const withRest = /^\s*\/(\S+)\s([\s\S]*)$/;
const namedOption = /(?:^|\s)([a-z]+):(\S*)$/;

/** What a line that is being typed may become: names of commands, then what the line comes to so far. */
export const suggest = (tutor: Tutor, text: string): readonly Suggestion[] => {
  if (text.length > longestLine) return [];
  const name = nameOnly.exec(text)?.[1];
  if (name !== undefined) return suggestCommands(tutor.commands, name.toLowerCase());
  const [, typedName, rest] = withRest.exec(text) ?? [];
  const command = findCommand(tutor.commands, typedName?.toLowerCase() ?? "");
  return command === undefined || rest === undefined ? [] : suggestOptions(tutor, command, text, rest);
};

const suggestCommands = (commands: readonly Command[], start: string): readonly Suggestion[] =>
  commands
    .flatMap((command) => {
      const name = [command.name, ...command.aliases].find((name) => name.startsWith(start));
      return name === undefined ? [] : [{ name, summary: command.summary }];
    })
    .map(({ name, summary }) => ({ line: `/${name} `, label: `/${name}`, detail: summary }));

const suggestOptions = (
  tutor: Tutor,
  command: Command,
  text: string,
  rest: string,
): readonly Suggestion[] => {
  const [, option, started] = namedOption.exec(rest) ?? [];
  if (option !== undefined && started !== undefined && option in command.options.shape)
    return completed(tutor, command, option, started, text.slice(0, text.length - started.length));
  const first = firstOption(command);
  return first === undefined
    ? []
    : completed(tutor, command, first, rest, text.slice(0, text.length - rest.length));
};

const completed = (
  tutor: Tutor,
  command: Command,
  option: string,
  typed: string,
  before: string,
): readonly Suggestion[] =>
  tutor.complete(command.name, option, typed).map(({ label, value }) => ({ line: before + value, label }));
