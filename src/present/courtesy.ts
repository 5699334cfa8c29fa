import { type Choice, choices, paragraph, type Reply } from "../reply/reply.ts";
import { message, say } from "../say.ts";

const titles = {
  hello: message("Hello, I work out the maths behind language models"),
  thanks: message("You are welcome"),
  goodbye: message("Goodbye, and come back whenever you like"),
} as const;

/** Three things to begin with: a result, a lesson, a question. */
export const firstSteps = (): readonly Choice[] => [
  {
    label: say("Work out 2,3,4 · 1,0,2"),
    does: { command: "dot", options: { vectors: "2,3,4 1,0,2" } },
  },
  {
    label: say("What is cosine similarity?"),
    does: { command: "explain", options: { topic: say("cosine similarity") } },
  },
  { label: say("A practice question"), does: { command: "practice", options: {} } },
];

/** The answer to a courtesy. */
export const showCourtesy = (courtesy: keyof typeof titles): Reply => ({
  tone: "plain",
  title: say(titles[courtesy]),
  blocks: [
    paragraph(
      say("Ask in your own words, write vectors such as 2,3,4 and 1,0,2, or start with one of these."),
    ),
    choices(say("Begin with"), firstSteps()),
  ],
});
