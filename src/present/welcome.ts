import { paragraph, type Reply } from "../reply/reply.ts";
import { choices } from "./question.ts";
import { article } from "./source.ts";

/** What the tutor says when it comes into a server or a workspace, once. */
export const welcome: Reply = {
  tone: "plain",
  title: "Hello, I work out the maths behind language models",
  blocks: [
    paragraph([
      "Type ",
      { code: "/dot 2,3,4 1,0,2" },
      " and see the working-out line by line, or ask in your own words. Study together with a quiz, or practise alone. Whatever I show is computed, and I read no messages but those that are for me.",
    ]),
    choices("Begin with", [
      { label: "Try it", does: { command: "dot", options: { vectors: "2,3,4 1,0,2" } } },
      { label: "Start a quiz", does: { command: "quiz", options: { action: "start" } } },
      { label: "Settings", does: { command: "settings", options: {} } },
    ]),
    article,
  ],
};
