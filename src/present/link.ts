import { paragraph, type Reply } from "../reply/reply.ts";

/** A code, and what to do with it. */
export const showLinkCode = (code: string, minutes: number): Reply => ({
  tone: "plain",
  audience: "asker",
  title: `Your code: ${code}`,
  blocks: [
    paragraph([
      `Within ${minutes} minutes, type `,
      { code: `/link ${code}` },
      " on the other platform. Then your progress and settings are one. Show the code to nobody.",
    ]),
  ],
});

export const showLinked = (linked: "linked" | "same-person"): Reply => ({
  tone: "plain",
  audience: "asker",
  title: linked === "linked" ? "You are one person now" : "You were one person already",
  blocks: [
    paragraph(
      linked === "linked"
        ? "Your practice goes on here where it stood there, and the other way round."
        : "There was nothing to link: the code came from yourself.",
    ),
  ],
});
