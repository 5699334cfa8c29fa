import { type Choice, choices, paragraph, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";

/** Who does not understand is asked for the word that is not clear, and may go on in smaller steps. */
export const showConfused = (smaller: readonly Choice[]): Reply => ({
  tone: "plain",
  audience: "asker",
  title: say("Let us take it more slowly"),
  blocks: [
    paragraph(say("Ask for the one word that is not clear, such as “what is a unit vector?”, or choose.")),
    choices(say("What would help?"), smaller as [Choice, ...Choice[]]),
  ],
});
