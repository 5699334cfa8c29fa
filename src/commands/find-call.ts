import { cut } from "../base/cut.ts";
import { err, map, ok, type Result } from "../base/result.ts";
import { placesOutwards } from "../identity.ts";
import { mostText } from "../math/read-vectors.ts";
import type { Problem } from "../problem.ts";
import type { Call } from "../reply/reply.ts";
import type { Store } from "../store/store.ts";
import type { ChoiceCode } from "./choice-code.ts";
import type { Command, Input, Invocation } from "./command.ts";
import { findCommand, nearestNames } from "./find-command.ts";
import { optionsOnLine } from "./read-options.ts";
import { understand, vectorsOf } from "./understand.ts";
import { optionsOf } from "./usage.ts";

export interface FindingServices {
  readonly commands: readonly Command[];
  readonly codes: Pick<ChoiceCode, "decode">;
  readonly store: Pick<Store, "replies">;
}

/** Which command an input calls, and with which options; or why that cannot be told. */
export type FindCall = (invocation: Invocation, input: Input) => Promise<Result<Call, Problem>>;

export const createFindCall = ({ commands, codes, store: { replies } }: FindingServices): FindCall => {
  const recall = ({ place }: Invocation) => replies.findLatest(placesOutwards(place));

  /**
   * What “this” is: the message answered, or else the thread's latest answer or its head, the latest answer around it. A
   * message that is pointed at and yields nothing is told: what somebody else asked before is not what was meant.
   */
  const findAbout = async (
    invocation: Invocation,
    { about, head }: Extract<Input, { kind: "said" }>,
  ): Promise<Result<string | undefined, Problem>> => {
    if (about !== undefined) {
      const answered = await vectorsOf(about, codes.decode);
      if (answered !== undefined) return ok(answered);
      return err({ kind: about.isWithheld ? "message-withheld" : "nothing-in-message" });
    }
    if (head === undefined) return ok(await recall(invocation));
    const here = await replies.findLatest([invocation.place]);
    if (here !== undefined) return ok(here);
    const first = await head();
    return ok((first && (await vectorsOf(first, codes.decode))) ?? (await recall(invocation)));
  };

  /** Options by name; one who writes `mask:causal` into the first option means that option, too. */
  const withPairs = (name: string, options: Call["options"]): Call["options"] => {
    const command = findCommand(commands, name);
    const first = command && optionsOf(command)[0]?.name;
    const text = first === undefined ? undefined : options[first];
    return command === undefined || typeof text !== "string" || command.passesOn === true
      ? options
      : { ...options, [first!]: "", ...optionsOnLine(command, text), ...without(options, first!) };
  };

  /** Whether a command is named alone that is about vectors. */
  const lacksVectors = ({ command: name, options }: Call): boolean => {
    const command = findCommand(commands, name);
    const [first] = command === undefined ? [] : optionsOf(command);
    return first?.readsVectors === true && first.orWords !== true && options[first.name] === undefined;
  };

  return async (invocation, input) => {
    const length = lengthOf(input);
    if (length > mostText) return err({ kind: "too-long", length, limit: mostText });
    switch (input.kind) {
      case "call":
        return ok({ command: input.command, options: withPairs(input.command, input.options) });
      case "line": {
        const command = findCommand(commands, input.command);
        return command === undefined
          ? err(unknownCommand(commands, input.command))
          : ok({ command: command.name, options: optionsOnLine(command, input.line) });
      }
      case "said": {
        const find = () => findAbout(invocation, input);
        const call = await understand(commands, input.text, find);
        if (call.ok)
          return input.about !== undefined && lacksVectors(call.value) ? withThese(call.value, find) : call;
        return call.problem.kind === "unknown-command"
          ? err(unknownCommand(commands, call.problem.typed))
          : call;
      }
      case "about": {
        const vectors = await vectorsOf(input.message, codes.decode);
        return vectors === undefined
          ? err({ kind: "wrong-count", least: 2, most: 2, read: [] })
          : ok({ command: input.command, options: { vectors } });
      }
      case "pressed": {
        const choice = await codes.decode(input.code);
        if (choice === undefined) return err({ kind: "expired" });
        const { does, asks } = choice;
        return ok(
          asks === undefined || input.typed === undefined
            ? does
            : { ...does, options: { ...does.options, [asks]: input.typed } },
        );
      }
    }
  };
};

/** A command that is named alone, about the message that is answered with it. */
const withThese = async (
  { command, options }: Call,
  find: () => Promise<Result<string | undefined, Problem>>,
): Promise<Result<Call, Problem>> =>
  map(await find(), (vectors) => ({
    command,
    options: vectors === undefined ? options : { ...options, vectors },
  }));

/** How much text comes in, in signs; what a message that is asked about says is looked through with a limit of its own. */
const lengthOf = (input: Input): number => {
  switch (input.kind) {
    case "call":
      return Object.values(input.options).reduce<number>((sum, value) => sum + String(value).length, 0);
    case "line":
      return input.line.length;
    case "said":
      return input.text.length;
    case "pressed":
      return input.typed?.length ?? 0;
    case "about":
      return 0;
  }
};

export const unknownCommand = (commands: readonly Command[], typed: string): Problem => ({
  kind: "unknown-command",
  typed: cut(typed, 40),
  closest: nearestNames(commands, typed),
});

const without = (options: Call["options"], name: string): Call["options"] =>
  Object.fromEntries(Object.entries(options).filter(([other]) => other !== name));
