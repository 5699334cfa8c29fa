import { paragraph, type Reply } from "../reply/reply.ts";
import { choices } from "./question.ts";

const stop = { label: "No reminders any more", does: { command: "remind", options: { at: "off" } } };

/** When the reminder comes, or that none comes any more. */
export const showReminder = (set: { readonly at: string; readonly zone: string } | undefined): Reply => ({
  tone: "plain",
  audience: "asker",
  title: set === undefined ? "No reminders any more" : `Reminders at ${set.at}`,
  blocks:
    set === undefined
      ? [paragraph(["Whenever you want one again: ", { code: "/remind 18:00" }])]
      : [
          paragraph(
            `When something is due I write to you at about ${set.at} (${set.zone}), at most once a day.`,
          ),
          paragraph(["Another time or zone: ", { code: "/remind 19:30 zone:Europe/Berlin" }]),
          choices("What next?", [stop]),
        ],
});

/** The reminder itself. */
export const showDue = (count: number): Reply => ({
  tone: "plain",
  title: count === 1 ? "One skill is due for review" : `${count} skills are due for review`,
  blocks: [
    paragraph("A few questions now keep them fresh."),
    choices("What next?", [{ label: "Practise now", does: { command: "practice", options: {} } }, stop]),
  ],
});
