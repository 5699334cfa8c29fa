import type { types } from "@slack/bolt";
import type { Command } from "../../commands/command.ts";
import type { Tutor } from "../../commands/tutor.ts";
import { reservedNames, typedAs, wordedFor } from "../../commands/usage.ts";
import type { Reply } from "../../reply/reply.ts";
import { message, say, sayParts } from "../../say.ts";
import { limits } from "./limits.ts";
import { noPictures, type PictureFiles } from "./picture-files.ts";
import { blocksOf, toPieces } from "./pieces.ts";
import { proseBlock, type Run } from "./rich-text.ts";

/**
 * The app's home: a reply, if there is one, then what the bot can do and what to type where. The commands are told
 * whole; of a reply that is too long for Slack, what comes first.
 */
export const homeView = (
  { commands, codes }: Pick<Tutor, "commands" | "codes">,
  reply?: Reply,
  files: PictureFiles = noPictures,
): types.HomeView => {
  const whatToType = commandBlocks(commands).slice(0, limits.blocksInView);
  const pieces = reply === undefined ? [] : toPieces(reply, codes, files);
  const room = Math.max(0, limits.blocksInView - whatToType.length - 1);
  const above = blocksOf(pieces.slice(0, room));
  return {
    type: "home",
    blocks: [...above, ...(above.length === 0 ? [] : [{ type: "divider" } as const]), ...whatToType],
  };
};

const commandBlocks = (commands: readonly Command[]): readonly types.KnownBlock[] => [
  {
    type: "header",
    text: { type: "plain_text", text: say("The maths of language models, line by line"), emoji: false },
  },
  proseBlock([
    ...runs(
      message(
        "Type a command in any channel or here, and see the working-out. In a thread, where Slack takes no commands, press a button, or mention the bot: {example}. To ask about vectors in a message, choose {shortcut} from its menu.",
      ),
      { example: typed("@tutor cosine of 2,3,4 and 1,0,2"), shortcut: strong("Why is this similar?") },
    ),
  ]),
  { type: "divider" },
  ...commands.map(commandBlock),
  { type: "divider" },
  proseBlock(reservedRuns(commands.map(({ name }) => name).filter((name) => reservedNames.slack.has(name)))),
];

const words = (text: string): Run => ({ type: "text", text });
const strong = (text: string): Run => ({ type: "text", text, style: { bold: true } });
const typed = (text: string): Run => ({ type: "text", text, style: { code: true } });

const commandBlock = ({ name, aliases, summary, examples }: Command): types.RichTextBlock =>
  proseBlock([
    typed(`${typedAs("slack", name)} ${wordedFor("slack", examples[0])}`.trimEnd()),
    words(
      `\n${
        aliases.length === 0
          ? say(summary)
          : say("{summary} (also {aliases})", {
              summary: say(summary),
              aliases: aliases.map((alias) => typedAs("slack", alias)).join(", "),
            })
      }`,
    ),
  ]);

const reservedRuns = (reserved: readonly string[]): readonly Run[] => {
  const shown = {
    tutor: typed("/tutor"),
    example: typed("/tutor dot 2,3,4 1,0,2"),
    names: strong(reserved.join(", ")),
  };
  return reserved.length === 0
    ? runs(message("Every command is also reached through {tutor}, as in {example}."), shown)
    : runs(
        message(
          "Every command is also reached through {tutor}, as in {example}; that is the only way to those whose names Slack keeps for itself: {names}.",
        ),
        shown,
      );
};

/** A message with runs of their own style in it. */
const runs = (text: string, values: Readonly<Record<string, Run>>): readonly Run[] =>
  sayParts(text, values).map((part) =>
    typeof part === "string" ? words(part) : "strong" in part ? strong(part.strong) : part,
  );
