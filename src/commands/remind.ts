import * as z from "zod";
import { err, ok } from "../base/result.ts";
import { platformOf } from "../identity.ts";
import { currentLanguage } from "../language.ts";
import { PostRefused } from "../posting.ts";
import { showReminder } from "../present/reminder.ts";
import type { Reply } from "../reply/reply.ts";
import { message } from "../say.ts";
import { showTime } from "../zone.ts";
import { type Context, defineCommand, type Invocation } from "./command.ts";
import { readTimeOfDay } from "./time-of-day.ts";
import { typedAs } from "./usage.ts";
import { asWord } from "./weight.ts";

/** The time of a reminder where none is named: six in the evening. */
const usualTime = 18 * 60;

export const remind = defineCommand({
  name: "remind",
  summary: message("A reminder when something is due, at most once a day, or none any more"),
  audience: "asker",
  options: z.object({
    at: z
      .string()
      .max(20)
      .optional()
      .meta({ description: message("When, such as 18:00, or off") }),
    zone: z
      .string()
      .max(60)
      .optional()
      .meta({ description: message("Your time zone, such as Europe/Berlin") }),
  }),
  examples: ["18:00", "18:00 zone:Europe/Berlin", "off"],
  weight: ({ at }) => (asWord(at) === "off" ? "free" : undefined),
  phrases: {
    en: ["remind", "remind me", "reminder"],
    de: ["erinnere mich", "erinnerung"],
    es: ["recuérdame", "recordatorio"],
  },
  run: async ({ at, zone }, { store, invocation, posting }) => {
    const { learner, name } = invocation;
    const { learners } = store;
    const typed = typedAs(platformOf(learner), "remind");
    await learners.meet(learner, name);
    const settings = await learners.settingsOf(learner);
    const read = await readTimeOfDay(
      { at, zone },
      { minutes: settings.remindAt ?? usualTime, zone: settings.zone, examples: "18:00" },
      invocation,
    );
    if (!read.ok) return read;
    const time = read.value;
    if (time === undefined) {
      await learners.change(learner, { remindAt: undefined, remindVia: undefined, remindIn: undefined });
      return ok(showReminder(undefined, typed));
    }
    const set = showReminder({ at: showTime(time.minutes), zone: time.zone }, typed);
    if (invocation.isAlone !== true && !(await isWritten(set, invocation, posting)))
      return err({ kind: "cannot-write-to-you" });
    await learners.change(learner, {
      remindAt: time.minutes,
      remindVia: learner,
      remindIn: currentLanguage(),
      zone: time.zone,
    });
    return ok(set);
  },
});

/** The reminder will come by direct message, and so does what tells of it: whether that can be is known at once. */
const isWritten = async (
  reply: Reply,
  { learner, id }: Invocation,
  posting: Context["posting"],
): Promise<boolean> => {
  try {
    await posting.post(learner, reply, `remind-set-${id}`);
    return true;
  } catch (error) {
    if (error instanceof PostRefused) return false;
    throw error;
  }
};
