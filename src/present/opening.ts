import { paragraph, type Reply } from "../reply/reply.ts";

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

export const opening: Opening = {
  greeting: {
    tone: "plain",
    blocks: [
      paragraph(
        "Hello! Ask in your own words, or write vectors such as 2,3,4 and 1,0,2: I show the working, line by line. What you write here is between the two of us.",
      ),
    ],
  },
  title: "Begin with",
  prompts: [
    { title: "Work out 2,3,4 · 1,0,2", message: "Work out 2,3,4 · 1,0,2" },
    { title: "Why is this similar?", message: "Why is 2,3,4 similar to 1,0,2?" },
    { title: "A practice question", message: "Give me a practice question" },
    { title: "What is cosine similarity?", message: "What is cosine similarity?" },
  ],
};
