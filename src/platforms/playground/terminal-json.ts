import type { Answer } from "../../commands/tutor.ts";
import { toPlainText } from "../../reply/plain-text.ts";

/** An answer for scripts, in one line of JSON; `value` and `problem` are there only where there is one. */
export const toJsonLine = ({ reply, command, problem }: Answer): string => {
  const { vectors = [], exact, decimal } = reply.result ?? {};
  return JSON.stringify({
    command: command ?? null,
    ok: reply.tone !== "problem",
    text: toPlainText(reply),
    ...(exact === undefined ? {} : { value: { exact, ...(decimal === undefined ? {} : { decimal }) } }),
    vectors,
    ...(problem === undefined ? {} : { problem: problem.kind }),
  });
};
