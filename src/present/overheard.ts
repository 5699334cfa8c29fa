import { paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";

/** What is for the asker alone is not told where everyone can read it. */
export const showOverheard = (typed: string): Reply => ({
  tone: "plain",
  title: say("This is for your eyes only"),
  blocks: [
    paragraph(
      sayParts("Here everyone could read it. Type {typed}, or write to me directly.", {
        typed: { code: typed },
      }),
    ),
  ],
});
