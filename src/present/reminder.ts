import { choices, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";

const stop = () => ({
  label: say("No reminders any more"),
  does: { command: "remind", options: { at: "off" } },
});

/** When the reminder comes, or that none comes any more; `typed` is what the command is typed as there. */
export const showReminder = (
  set: { readonly at: string; readonly zone: string } | undefined,
  typed: string,
): Reply => ({
  tone: "plain",
  audience: "asker",
  title: set === undefined ? say("No reminders any more") : say("Reminders at {at}", { at: set.at }),
  blocks:
    set === undefined
      ? [paragraph(sayParts("Whenever you want one again: {typed}", { typed: { code: `${typed} 18:00` } }))]
      : [
          paragraph(
            say("When something is due I write to you at about {at} ({zone}), at most once a day.", set),
          ),
          paragraph(
            sayParts("Another time or zone: {typed}", {
              typed: { code: `${typed} 19:30 zone:Europe/Berlin` },
            }),
          ),
          choices(say("What next?"), [stop()]),
        ],
});

/** The reminder itself. */
export const showDue = (count: number): Reply => ({
  tone: "plain",
  title: say("{count, plural, one {One skill is due for review} other {# skills are due for review}}", {
    count,
  }),
  blocks: [
    paragraph(say("A few questions now keep them fresh.")),
    choices(say("What next?"), [
      { label: say("Practise now"), does: { command: "practice", options: {} } },
      stop(),
    ]),
  ],
});
