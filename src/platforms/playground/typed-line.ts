import type { Command, Input } from "../../commands/command.ts";
import type { Call } from "../../reply/reply.ts";

const slashLine = /^\s*[/／](\S*)\s*([\s\S]*)$/;

/** What a learner typed as an input: `/dot 2,3,4 1,0,2` is a command with its line, anything else is said. */
export const parseTyped = (text: string): Input => {
  const [, name, line] = slashLine.exec(text) ?? [];
  return name === undefined || line === undefined
    ? { kind: "said", text: text.trim() }
    : { kind: "line", command: name.toLowerCase(), line: line.trim() };
};

/** The command that a name or another name of it means. */
export const findCommand = (commands: readonly Command[], name: string): Command | undefined =>
  commands.find((command) => command.name === name || command.aliases.includes(name));

/** The first option takes all of a typed line that is not `name:value`. */
export const firstOption = (command: Command): string | undefined => Object.keys(command.options.shape)[0];

/** A call as the line that one would type for it: what a pressed button stands for. */
export const toTyped = ({ command, options }: Call, commands: readonly Command[]): string => {
  const found = findCommand(commands, command);
  const first = found === undefined ? undefined : firstOption(found);
  const named = Object.entries(options).filter(([name]) => name !== first);
  const head = first === undefined ? undefined : options[first];
  return [
    `/${command}`,
    ...(head === undefined ? [] : [String(head)]),
    ...named.map(([name, value]) => `${name}:${value}`),
  ].join(" ");
};
