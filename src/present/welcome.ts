import { choices, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import { article } from "./source.ts";

/** What the tutor says when it comes into a server or a workspace, once. */
export const showWelcome = (): Reply => ({
  tone: "plain",
  title: say("Hello, I work out the maths behind language models"),
  blocks: [
    paragraph(
      sayParts(
        "Type {typed} and see the working-out line by line, or ask in your own words. Study together with a quiz, or practise alone. Whatever I show is computed, and I read no messages but those that are for me.",
        { typed: { code: "/dot 2,3,4 1,0,2" } },
      ),
    ),
    choices(say("Begin with"), [
      { label: say("Try it"), does: { command: "dot", options: { vectors: "2,3,4 1,0,2" } } },
      { label: say("Start a quiz"), does: { command: "quiz", options: { action: "start" } } },
      { label: say("Settings"), does: { command: "settings", options: {} } },
    ]),
    article,
  ],
});
