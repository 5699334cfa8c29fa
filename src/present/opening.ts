import { paragraph, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";

/** What someone finds who opens a conversation with the tutor: a greeting, and things to ask. */
export interface Opening {
  readonly greeting: Reply;
  /** What stands above the prompts. */
  readonly title: string;
  /** At most four. */
  readonly prompts: readonly Prompt[];
}

/** A thing to ask, in words that the tutor understands. */
export interface Prompt {
  /** What stands on the button. */
  readonly title: string;
  readonly message: string;
}

export const showOpening = (): Opening => ({
  greeting: {
    tone: "plain",
    blocks: [
      paragraph(
        say(
          "Hello! Ask in your own words, or write vectors such as 2,3,4 and 1,0,2: I show the working, line by line. What you write here is between the two of us.",
        ),
      ),
    ],
  },
  title: say("Begin with"),
  prompts: [
    { title: say("Work out 2,3,4 · 1,0,2"), message: say("Work out 2,3,4 · 1,0,2") },
    { title: say("Why is this similar?"), message: say("Why is 2,3,4 similar to 1,0,2?") },
    { title: say("A practice question"), message: say("Give me a practice question") },
    { title: say("What is cosine similarity?"), message: say("What is cosine similarity?") },
  ],
});
