import { inLanguage } from "../language.ts";
import type { Log } from "../log.ts";
import type { PostingEverywhere } from "../posting.ts";
import { showDue } from "../present/reminder.ts";
import type { ToRemind } from "../store/learners.ts";
import type { Store } from "../store/store.ts";
import { localTime } from "../zone.ts";

export interface RemindServices {
  readonly store: Store;
  readonly posting: PostingEverywhere;
  readonly now: () => Date;
  readonly log: Log;
}

/** A reminder that could not go out in time is let be after so many minutes: the evening's is not for the night. */
const window = 120;

const day = 24 * 60;

/**
 * The moment of today's time of reminding, where it is time and that reminder has not gone out; undefined otherwise. A
 * reminder of the last minutes of a day may go out on the next.
 */
export const dueReminder = ({ zone, remindAt, remindedAt }: ToRemind, now: Date): Date | undefined => {
  const since = (localTime(now, zone).minutes - remindAt + day) % day;
  if (since > window) return undefined;
  const due = new Date(now.getTime() - since * 60_000);
  const isSameDay = remindedAt !== undefined && localTime(remindedAt, zone).day === localTime(due, zone).day;
  return isSameDay ? undefined : due;
};

/** Reminds everyone for whom it is time. The reminder is noted before it is sent: rather none than two. */
export const remindAll = async ({ store, posting, now, log }: RemindServices): Promise<void> => {
  const moment = now();
  for (const learner of await store.learners.toRemind(moment)) {
    const due = dueReminder(learner, moment);
    if (due === undefined || !posting.reaches(learner.via)) continue;
    if (!(await store.learners.noteReminded(learner.person, learner.remindedAt, due))) continue;
    await posting
      .post(
        learner.via,
        inLanguage(learner.language, () => showDue(learner.due)),
        `remind-${learner.person}-${localTime(due, learner.zone).day}`,
      )
      .catch((error: unknown) => log.info({ err: error }, "a reminder could not be sent"));
  }
};
