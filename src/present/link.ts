import { type Account, partsOf, platformOf } from "../identity.ts";
import { type Block, choices, paragraph, type Reply, type Text } from "../reply/reply.ts";
import { say, sayList, sayParts } from "../say.ts";

/** The names of two accounts may be alike, their ids never are. */
const nameOf = ({ learner, name = say("someone") }: Account): string => {
  const id = partsOf(learner).at(-1)!;
  switch (platformOf(learner)) {
    case "discord":
      return say("{name} on Discord (id {id})", { name, id });
    case "slack":
      return say("{name} on Slack (id {id})", { name, id });
    case "web":
      // Whoever knows the whole id is taken for this visitor.
      return say("a visitor of the page (id {id}…)", { id: id.slice(0, 6) });
    case "terminal":
      return say("the terminal");
  }
};

const forAsker = (title: string, ...blocks: readonly [Block, ...Block[]]): Reply => ({
  tone: "plain",
  audience: "asker",
  title,
  blocks,
});

const undoing = (): Block =>
  choices(say("Your link"), [
    { label: say("Undo the link"), does: { command: "link", options: { step: "undo" } } },
  ]);

/** A code, and what to do with it. */
export const showLinkCode = (code: string, minutes: number, linked: readonly Account[]): Reply =>
  forAsker(
    say("Your code: {code}", { code }),
    paragraph(
      sayParts(
        "Within {minutes} minutes, type {typed} on the other platform, and agree on both sides. Then your progress and settings are one. Show the code to nobody, and never type one that somebody gave you: who is linked with you reads and deletes what is yours.",
        { minutes, typed: { code: `/link ${code}` } },
      ) as Text,
    ),
    ...(linked.length === 0
      ? []
      : [
          paragraph(say("You are linked with {accounts}.", { accounts: sayList(linked.map(nameOf)) })),
          undoing(),
        ]),
  );

/** Whether two accounts are to be one, asked of the first. */
export const showLinkAsked = (own: Account, other: Account, code: string): Reply =>
  forAsker(
    say("Make these two one person?"),
    paragraph(say("{own} and {other}.", { own: nameOf(own), other: nameOf(other) })),
    paragraph(
      say(
        "Agree only if both are you. Either can then see, take along and delete all that is kept about both. Nothing happens until both sides agree.",
      ),
    ),
    choices(say("Are both you?"), [
      { label: say("Yes, both are me"), does: { command: "link", options: { code, step: "yes" } } },
      { label: say("No"), does: { command: "link", options: { code, step: "no" } } },
    ]),
  );

/** The one side has agreed. */
export const showLinkAgreed = (other: Account): Reply =>
  forAsker(
    say("Now agree on the other side"),
    paragraph(
      sayParts("I have asked {other}. If nothing came there, type {typed} there.", {
        other: nameOf(other),
        typed: { code: "/link" },
      }) as Text,
    ),
  );

export const showLinked = (own: Account, other: Account): Reply =>
  forAsker(
    say("You are one person now"),
    paragraph(say("{own} and {other}.", { own: nameOf(own), other: nameOf(other) })),
    paragraph(say("Your practice goes on here where it stood there, and the other way round.")),
    undoing(),
  );

export const showSamePerson = (): Reply =>
  forAsker(
    say("You were one person already"),
    paragraph(say("There was nothing to link: the code came from yourself.")),
  );

export const showLinkRefused = (): Reply =>
  forAsker(say("Nothing is linked"), paragraph(say("The code is void, and everything is as it was.")));

/** Undone, whichever side did it. */
export const showUnlinked = (others: readonly Account[]): Reply =>
  others.length === 0
    ? forAsker(say("Nothing is linked"), paragraph(say("This account stands by itself.")))
    : forAsker(
        say("The link is undone"),
        paragraph(
          say(
            "{accounts} and you are separate again. Both keep what you had learned and set together; what each answered is theirs alone.",
            { accounts: sayList(others.map(nameOf)) },
          ),
        ),
      );
