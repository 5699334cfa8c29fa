import { choices, paragraph, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";

/** Everything that is kept about someone, as a file. */
export const showExport = (everything: Readonly<Record<string, unknown>>, now: Date): Reply => ({
  tone: "plain",
  audience: "asker",
  title: say("All that is kept about you"),
  blocks: [
    paragraph(say("One file, with a list for each kind of thing. Nobody else sees it.")),
    {
      kind: "file",
      name: `dot-tutor-${now.toISOString().slice(0, 10)}.json`,
      type: "application/json",
      text: JSON.stringify(everything, null, 2),
    },
  ],
});

export const showDeletionAsked = (): Reply => ({
  tone: "plain",
  audience: "asker",
  title: say("Delete all that is kept about you?"),
  blocks: [
    paragraph(
      say(
        "Your practice, progress, settings, reminders, reports and what you said on the page go, on all linked platforms. Of shared quizzes, your marks stay, under nobody’s name. It cannot be undone.",
      ),
    ),
    choices(say("Are you sure?"), [
      {
        label: say("Yes, delete it"),
        does: { command: "data", options: { action: "delete", confirm: "yes" } },
      },
      { label: say("Export it first"), does: { command: "data", options: { action: "export" } } },
    ]),
  ],
});

export const showDeleted = (): Reply => ({
  tone: "plain",
  audience: "asker",
  isFleeting: true,
  title: say("It is deleted"),
  blocks: [paragraph(say("Nothing is kept about you any more. If you go on, you begin anew."))],
});
