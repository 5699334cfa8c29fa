import type { Invocation } from "../../commands/command.ts";
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
      privately: reply.tone === "problem" || reply.audience === "asker" || isForAsker(tutor, command),
    };
  };

/** Whether a command's answer is for the asker alone, whatever it will be. */
export const isForAsker = (tutor: Tutor, command: string | undefined): boolean =>
  tutor.commands.some(
    ({ name, aliases, audience }) =>
      command !== undefined && audience === "asker" && (name === command || aliases.includes(command)),
  );
