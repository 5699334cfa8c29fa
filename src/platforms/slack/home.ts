import type { types } from "@slack/bolt";
import { reservedNames, typedAs } from "../../commands/usage.ts";
import { limits } from "./limits.ts";
import type { Described } from "./manifest.ts";
import { proseBlock, type Run } from "./rich-text.ts";

/** The app's home: what the bot can do, and what to type where. */
export const homeView = (commands: readonly Described[]): types.HomeView => ({
  type: "home",
  blocks: [
    {
      type: "header",
      text: { type: "plain_text", text: "The maths of language models, line by line", emoji: false },
    },
    proseBlock([
      words(
        "Type a command in any channel or here, and see the working-out. In a thread, where Slack takes no commands, ",
      ),
      words("press a button, or mention the bot: "),
      typed("@tutor cosine of 2,3,4 and 1,0,2"),
      words(". To ask about vectors in a message, choose "),
      strong("Why is this similar?"),
      words(" from its menu."),
    ]),
    { type: "divider" },
    ...commands.map(commandBlock),
    { type: "divider" },
    proseBlock(
      reservedRuns(commands.map(({ name }) => name).filter((name) => reservedNames.slack.has(name))),
    ),
  ].slice(0, limits.blocksInView) as types.KnownBlock[],
});

const words = (text: string): Run => ({ type: "text", text });
const strong = (text: string): Run => ({ type: "text", text, style: { bold: true } });
const typed = (text: string): Run => ({ type: "text", text, style: { code: true } });

const commandBlock = ({ name, aliases, summary, examples }: Described): types.RichTextBlock =>
  proseBlock([
    typed(`${typedAs("slack", name)} ${examples[0]}`.trimEnd()),
    words(
      `\n${summary}${aliases.length === 0 ? "" : ` (also ${aliases.map((alias) => typedAs("slack", alias)).join(", ")})`}`,
    ),
  ]);

const reservedRuns = (reserved: readonly string[]): readonly Run[] => [
  words("Every command is also reached through "),
  typed("/tutor"),
  words(", as in "),
  typed("/tutor dot 2,3,4 1,0,2"),
  ...(reserved.length === 0
    ? [words(".")]
    : [
        words("; that is the only way to those whose names Slack keeps for itself: "),
        strong(reserved.join(", ")),
        words("."),
      ]),
];
