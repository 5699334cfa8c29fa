import { paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";

/** A code, and what to do with it. */
export const showLinkCode = (code: string, minutes: number): Reply => ({
  tone: "plain",
  audience: "asker",
  title: say("Your code: {code}", { code }),
  blocks: [
    paragraph(
      sayParts(
        "Within {minutes} minutes, type {typed} on the other platform. Then your progress and settings are one. Show the code to nobody.",
        { minutes, typed: { code: `/link ${code}` } },
      ),
    ),
  ],
});

export const showLinked = (linked: "linked" | "same-person"): Reply => ({
  tone: "plain",
  audience: "asker",
  title: linked === "linked" ? say("You are one person now") : say("You were one person already"),
  blocks: [
    paragraph(
      linked === "linked"
        ? say("Your practice goes on here where it stood there, and the other way round.")
        : say("There was nothing to link: the code came from yourself."),
    ),
  ],
});
