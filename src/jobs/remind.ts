import { inLanguage } from "../language.ts";
import type { Log } from "../log.ts";
import type { Posting } from "../posting.ts";
import { showDue } from "../present/reminder.ts";
import type { ToRemind } from "../store/learners.ts";
import type { Store } from "../store/store.ts";
import { localTime } from "../zone.ts";

export interface RemindServices {
  readonly store: Store;
  readonly posting: Posting;
  readonly now: () => Date;
  readonly log: Log;
}

/** A reminder that could not go out in time is let be after so many minutes: the evening's is not for the night. */
const window = 120;

/** Whether now is the time of the day, and today's reminder has not gone out. */
export const isTime = ({ zone, remindAt, remindedAt }: ToRemind, now: Date): boolean => {
  const { day, minutes } = localTime(now, zone);
  const since = minutes - remindAt;
  if (since < 0 || since > window) return false;
  return remindedAt === undefined || localTime(remindedAt, zone).day !== day;
};

/** Reminds everyone for whom it is time. The reminder is noted before it is sent: rather none than two. */
export const remindAll = async ({ store, posting, now, log }: RemindServices): Promise<void> => {
  const moment = now();
  for (const learner of await store.learners.toRemind(moment)) {
    if (!isTime(learner, moment)) continue;
    if (!(await store.learners.noteReminded(learner.person, learner.remindedAt, moment))) continue;
    await posting
      .post(
        learner.via,
        inLanguage(learner.language, () => showDue(learner.due)),
        `remind-${learner.person}-${localTime(moment, learner.zone).day}`,
      )
      .catch((error: unknown) => log.info({ err: error }, "a reminder could not be sent"));
  }
};
