import type { Reply } from "../reply/reply.ts";
import type { CallCode } from "./call-code.ts";
import type { Command, Completion, Invocation } from "./command.ts";

/** All that a platform knows of the tutor. */
export interface Tutor {
  readonly commands: readonly Command[];
  /** Always answers: a learner's mistake or a fault of ours is a reply with the tone "problem". */
  readonly answer: (invocation: Invocation) => Promise<Reply>;
  readonly complete: (command: string, option: string, typed: string) => readonly Completion[];
  readonly codes: CallCode;
}
