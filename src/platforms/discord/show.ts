import type { Command, Invocation } from "../../commands/command.ts";
import type { Tutor } from "../../commands/tutor.ts";
import type { Pictured, Picturing } from "./pictured.ts";

/** An answer in Discord's form. */
export interface Shown extends Pictured {
  /** Only the asker sees it: a mistake of theirs, or a command that is for the asker alone. */
  readonly privately: boolean;
  readonly isProblem: boolean;
}

/** Asks the tutor. */
export type Answering = (invocation: Invocation) => Promise<Shown>;

export const createAnswering =
  (tutor: Tutor, picture: Picturing): Answering =>
  async (invocation) => {
    const { reply, command } = await tutor.answer(invocation);
    return {
      ...(await picture(reply)),
      isProblem: reply.tone === "problem",
      privately:
        reply.tone === "problem" ||
        reply.audience === "asker" ||
        commandCalled(tutor, command)?.audience === "asker",
    };
  };

/** The command that goes by a name, or by another of its names. */
export const commandCalled = (tutor: Tutor, typed: string | undefined): Command | undefined =>
  tutor.commands.find(
    ({ name, aliases }) => typed !== undefined && (name === typed || aliases.includes(typed)),
  );
