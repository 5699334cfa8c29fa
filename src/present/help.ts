import { type Block, choices, paragraph, type Reply, type Text } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import { article } from "./source.ts";

/** A command as help tells of it. */
export interface HelpEntry {
  readonly name: string;
  /** What to type where the asker is. */
  readonly typed: string;
  /** The same by its other names. */
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly usage: string;
  readonly examples: readonly string[];
  readonly options: readonly { readonly name: string; readonly wanted: string }[];
}

/** What there is, with an example of each. */
export const showOverview = (entries: readonly HelpEntry[]): Reply => {
  const what = paragraph(
    say(
      "I show the maths that language models rest on, with every step. Type a command, or ask in your own words.",
    ),
  );
  const list = entries.map(({ typed, examples, summary }) =>
    paragraph([{ code: withRest(typed, examples[0]!) }, ` ${say(summary)}.`]),
  );
  return {
    tone: "plain",
    title: say("What I can work out for you"),
    brief: [what, ...list],
    blocks: [
      what,
      // Before the list, which takes more than one message: below it, a menu would stand without what it is about.
      choices(
        say("Choose a command to read more"),
        entries.map(({ name, summary }) => ({
          label: name,
          description: shortened(say(summary)),
          does: { command: "help", options: { command: name } },
        })),
      ),
      ...list,
      article,
    ],
  };
};

/** One command in full. */
export const showCommandHelp = (entry: HelpEntry): Reply => {
  const { typed, aliases, summary, usage, examples, options, name } = entry;
  const shown = examples.filter((example) => example !== "");
  const blocks: Block[] = [
    paragraph(`${say(summary)}.`),
    paragraph(sayParts("Type: {typed}", { typed: { code: withRest(typed, usage) } })),
    ...(aliases.length === 0 ? [] : [paragraph(say("Also: {commands}", { commands: aliases.join(", ") }))]),
    ...options.map(({ name: option, wanted }) => paragraph([{ strong: option }, `: ${wanted}`])),
    paragraph(examplesOf(typed, shown)),
  ];
  const first = shown[0];
  if (first !== undefined && name !== "help") {
    const option = options[0]?.name;
    if (option !== undefined) {
      blocks.push(
        choices(say("Try it"), [
          {
            label: shortened(say("Try {example}", { example: first })),
            does: { command: name, options: { [option]: first } },
          },
        ]),
      );
    }
  }
  return { tone: "plain", title: typed, blocks: blocks as [Block, ...Block[]] };
};

const withRest = (typed: string, rest: string): string => (rest === "" ? typed : `${typed} ${rest}`);

const examplesOf = (typed: string, examples: readonly string[]): Text => [
  examples.length === 1 ? say("Example:") : say("Examples:"),
  " ",
  ...examples.flatMap((example, i) => [...(i === 0 ? [] : [" · "]), { code: withRest(typed, example) }]),
];

const shortened = (text: string): string => (text.length <= 75 ? text : `${text.slice(0, 74)}…`);
