import type { Command, Invocation } from "./command.ts";

/**
 * Whether nobody but the asker sees an answer. That goes with the request, not with the message that a button hangs on:
 * what someone presses for, or asks about a message, is for them alone, and nobody has the tutor write where they may
 * not write themselves. Who is alone with it is shown everything as it is.
 */
export const isForAskerAlone = async (
  { input, isAlone, mayWrite }: Invocation,
  command: Pick<Command, "audience"> | undefined,
): Promise<boolean> => {
  if (isAlone === true) return false;
  if (input.kind === "pressed" || input.kind === "about" || command?.audience === "asker") return true;
  return mayWrite !== undefined && !(await mayWrite());
};
