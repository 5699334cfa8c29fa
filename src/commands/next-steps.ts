import { isZeroVector } from "../math/norm.ts";
import { lettersIn, type Vector } from "../math/vector.ts";
import { type Call, type Choice, choices, type OptionValue, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";
import type { Command } from "./command.ts";
import { findCommand } from "./find-command.ts";
import { optionsOf } from "./usage.ts";

/** The same command once more, with each step. */
export const steps = "steps";

type Given = Readonly<Record<string, OptionValue>>;

/** What was asked: with what options, about which vectors. */
export interface AskedFor {
  readonly command: string;
  readonly given: Given;
  readonly vectors: readonly Vector[];
  readonly commands: readonly Command[];
}

/** The most buttons beside the form that changes the vectors. */
const mostSteps = 4;

/** The reply with buttons for what may be done next with the same vectors, by names of commands, and a form to change them. */
export const withNextSteps = (reply: Reply, asked: AskedFor, names: readonly string[]): Reply => {
  const next = names.flatMap((name) => stepOf(name, asked) ?? []).slice(0, mostSteps);
  return {
    ...reply,
    blocks: [
      ...reply.blocks,
      choices(say("What next?"), [...next, changeVectors(asked.command, asked.given)]),
    ],
  };
};

const stepOf = (name: string, { command, given, vectors, commands }: AskedFor): Choice | undefined => {
  if (name === steps)
    return { label: say("Show each step"), does: { command, options: { ...given, show: "steps" } } };
  const next = findCommand(commands, name);
  if (next?.offer === undefined || !hasWhatItNeeds(next, vectors)) return undefined;
  return { label: say(next.offer), does: callOf(next, given) };
};

const hasWhatItNeeds = ({ needs }: Command, vectors: readonly Vector[]): boolean =>
  !(needs.includes("numbers") && lettersIn(vectors).length > 0) &&
  !(needs.includes("direction") && vectors.some(isZeroVector));

/** The same options, as far as the command has them; each shows its answer in its usual way. */
const callOf = (command: Command, given: Given): Call => {
  const known = new Set(optionsOf(command).map(({ name }) => name));
  return {
    command: command.name,
    options: Object.fromEntries(Object.entries(given).filter(([name]) => name !== "show" && known.has(name))),
  };
};

/** A form that starts with the vectors as they were given. */
export const changeVectors = (command: string, given: Given): Choice => ({
  label: say("Change the vectors…"),
  does: { command, options: given },
  asks: "vectors",
});
