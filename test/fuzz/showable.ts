import type { ChoiceCode } from "../../src/commands/choice-code.ts";
import { renderReply as renderForDiscord } from "../../src/platforms/discord/render.ts";
import { renderReply as renderForSlack } from "../../src/platforms/slack/render.ts";
import { showProblem } from "../../src/present/problem.ts";
import type { Problem } from "../../src/problem.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import type { Reply } from "../../src/reply/reply.ts";
import { checkMessage as checkDiscord, flag, type Json } from "../support/discord/check-message.ts";
import { checkMessage as checkSlack } from "../support/slack/check-payload.ts";
import { insist } from "./entry.ts";

/** Shows a reply on every platform, and insists on each platform's limits. */
export const insistOnShowing = (reply: Reply, codes: ChoiceCode): void => {
  const plain = toPlainText(reply);
  insist(plain.trim() !== "", () => "there is nothing to read");
  insist(plain.isWellFormed(), () => "a character is cut in two");
  const complaints = [
    ...renderForDiscord(reply, codes).flatMap(({ components, files }) =>
      checkDiscord({
        components,
        files: files.map(({ name, bytes }) => ({ name, text: bytes.toString(), size: bytes.length })),
        flags: flag.componentsV2,
        allowed_mentions: { parse: [] },
      } as unknown as Json),
    ),
    ...renderForSlack(reply, codes).flatMap((message) => checkSlack(message as never)),
  ];
  insist(complaints.length === 0, () => complaints.join("; "));
};

/** The same for the advice on a problem. */
export const insistOnAdvice = (problem: Problem, codes: ChoiceCode): void =>
  insistOnShowing(showProblem(problem, { typed: "/dot", example: "2,3,4 1,0,2" }), codes);
