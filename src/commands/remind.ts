import * as z from "zod";
import { showReminder } from "../present/reminder.ts";
import { err, ok } from "../result.ts";
import { isZone, readTime, showTime } from "../zone.ts";
import { defineCommand } from "./command.ts";

/** The time of a reminder where none is named: six in the evening. */
const usualTime = 18 * 60;

export const remind = defineCommand({
  name: "remind",
  summary: "A reminder when something is due, at most once a day, or none any more",
  audience: "asker",
  options: z.object({
    at: z.string().max(20).optional().meta({ description: "When, such as 18:00, or off" }),
    zone: z.string().max(60).optional().meta({ description: "Your time zone, such as Europe/Berlin" }),
  }),
  examples: ["18:00", "18:00 zone:Europe/Berlin", "off"],
  words: ["remind", "remind me", "reminder"],
  run: async ({ at, zone }, { store, invocation }) => {
    const { learner, name, timeZone } = invocation;
    const { learners } = store;
    await learners.meet(learner, name);
    if (at?.trim().toLowerCase() === "off") {
      await learners.change(learner, { remindAt: undefined, remindVia: undefined });
      return ok(showReminder(undefined));
    }
    const settings = await learners.settingsOf(learner);
    const minutes = at === undefined ? (settings.remindAt ?? usualTime) : readTime(at);
    if (minutes === undefined)
      return err({
        kind: "bad-option",
        option: "at",
        given: at ?? "",
        wanted: "a time such as 18:00, or off",
      });
    const wanted = zone ?? settings.zone ?? (await timeZone?.()) ?? "UTC";
    if (!isZone(wanted))
      return err({
        kind: "bad-option",
        option: "zone",
        given: wanted,
        wanted: "a time zone such as Europe/Berlin",
      });
    await learners.change(learner, { remindAt: minutes, remindVia: learner, zone: wanted });
    return ok(showReminder({ at: showTime(minutes), zone: wanted }));
  },
});
