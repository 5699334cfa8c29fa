import type { LearnerId, PlaceId } from "../identity.ts";
import type { Log } from "../log.ts";
import type { Posting, PostRefused } from "../posting.ts";
import { showDailyRefused } from "../present/quiz-settings.ts";
import type { Store } from "../store/store.ts";
import type { Jobs } from "./jobs.ts";

/** How long until another try, and how long there are tries, in milliseconds. */
const [betweenTries, longest] = [3_600_000, 24 * 3_600_000] as const;

interface SetDaily {
  readonly by?: string | undefined;
  /** Since when it has been refused. */
  readonly refusedSince?: number | undefined;
}

interface Services {
  readonly store: Store;
  readonly posting: Posting;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * The question of a day could not be posted. A permission that was taken away is often given back, so it is tried again
 * every hour for a day. Whoever set it is told the first time, and when it ends.
 */
export const retryDaily = async (
  place: PlaceId,
  day: string,
  daily: SetDaily,
  { refusal }: PostRefused,
  { store, posting, jobs, now, log }: Services,
): Promise<void> => {
  const moment = now().getTime();
  const { by, refusedSince = moment } = daily;
  const isOver = refusal === "gone" || moment - refusedSince >= longest;
  log.info({ place, refusal, isOver }, "a daily question could not be posted");
  if (isOver) {
    await jobs.noLonger(place);
    await store.quizzes.changePlace(place, { daily: undefined });
  } else {
    await store.quizzes.changePlace(place, { daily: { ...daily, refusedSince } });
    await jobs.add("daily", { place, day }, new Date(moment + betweenTries));
  }
  if (by === undefined || (daily.refusedSince !== undefined && !isOver)) return;
  await posting
    .post(
      by as LearnerId,
      showDailyRefused(refusal, isOver),
      `daily-refused-${place}-${refusedSince}-${isOver}`,
    )
    .catch((error: unknown) => log.info({ err: error }, "nobody could be told of a daily question"));
};
