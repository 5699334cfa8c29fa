import type { Input } from "../../commands/command.ts";
import type { Answer, Tutor } from "../../commands/tutor.ts";
import type { Log } from "../../log.ts";
import { toPlainText } from "../../reply/plain-text.ts";
import { sendFiles } from "./files.ts";
import type { PictureFiles } from "./picture-files.ts";
import type { Pictures, PicturesFor, PicturesOf } from "./pictures.ts";
import { renderReply, type SlackMessages } from "./render.ts";
import { invocationOf, type Origin } from "./who-and-where.ts";

/** An answer in Slack's form. */
export interface Shown {
  readonly messages: (files: PictureFiles) => SlackMessages;
  readonly pictures: Pictures;
  /** Only the asker sees it: a mistake of theirs, or a command that is for the asker alone. */
  readonly privately: boolean;
  /** The answer's text as a learner reads it. */
  readonly plain: string;
  readonly isProblem: boolean;
}

export type Answering = (origin: Origin, input: Input) => Promise<Shown>;

/** Asks the tutor, and sends what files there are in its answer. */
export const createAnswering =
  (tutor: Tutor, picturesFor: PicturesFor, log: Log): Answering =>
  async (origin, input) => {
    const answer = await tutor.answer(invocationOf(origin, input));
    return show(tutor, picturesFor(origin), { ...answer, reply: await sendFiles(answer.reply, origin, log) });
  };

const show = (tutor: Tutor, picturesOf: PicturesOf, { reply, command }: Answer): Shown => {
  const audience = tutor.commands.find(({ name }) => name === command)?.audience;
  return {
    messages: (files) => renderReply(reply, tutor.codes, files),
    pictures: picturesOf(reply),
    privately: reply.tone === "problem" || reply.audience === "asker" || audience === "asker",
    plain: toPlainText(reply),
    isProblem: reply.tone === "problem",
  };
};
