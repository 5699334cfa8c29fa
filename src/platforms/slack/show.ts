import type { Invocation } from "../../commands/command.ts";
import type { Answer, Tutor } from "../../commands/tutor.ts";
import { toPlainText } from "../../reply/plain-text.ts";
import { renderReply, type SlackMessage } from "./render.ts";

/** An answer in Slack's form. */
export interface Shown {
  readonly messages: readonly SlackMessage[];
  /** Only the asker sees it: a mistake of theirs, or a command that is for the asker alone. */
  readonly privately: boolean;
  /** The answer's text as a learner reads it. */
  readonly plain: string;
  readonly isProblem: boolean;
}

export type Answering = (invocation: Invocation) => Promise<Shown>;

/** Asks the tutor. */
export const createAnswering =
  (tutor: Tutor): Answering =>
  async (invocation) =>
    show(tutor, await tutor.answer(invocation));

const show = (tutor: Tutor, { reply, command }: Answer): Shown => {
  const audience = tutor.commands.find(({ name }) => name === command)?.audience;
  return {
    messages: renderReply(reply, tutor.codes),
    privately: reply.tone === "problem" || reply.audience === "asker" || audience === "asker",
    plain: toPlainText(reply),
    isProblem: reply.tone === "problem",
  };
};
