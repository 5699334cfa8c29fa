import { paragraph, type Reply } from "../reply/reply.ts";
import { choices } from "./question.ts";

/** Everything that is kept about someone, as a file. */
export const showExport = (everything: Readonly<Record<string, unknown>>, now: Date): Reply => ({
  tone: "plain",
  audience: "asker",
  title: "All that is kept about you",
  blocks: [
    paragraph("One file, with a list for each kind of thing. Nobody else sees it."),
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
  title: "Delete all that is kept about you?",
  blocks: [
    paragraph(
      "Your practice, progress, settings, reminders and reports go, on all linked platforms. Of shared quizzes, your marks stay, under nobody’s name. It cannot be undone.",
    ),
    choices("Are you sure?", [
      { label: "Yes, delete it", does: { command: "data", options: { action: "delete", confirm: "yes" } } },
      { label: "Export it first", does: { command: "data", options: { action: "export" } } },
    ]),
  ],
});

export const showDeleted = (): Reply => ({
  tone: "plain",
  audience: "asker",
  title: "It is deleted",
  blocks: [paragraph("Nothing is kept about you any more. If you go on, you begin anew.")],
});
