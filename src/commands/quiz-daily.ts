import { err, ok } from "../base/result.ts";
import { currentLanguage } from "../language.ts";
import { PostRefused } from "../posting.ts";
import { showDailySet, showDailyTold } from "../present/quiz-settings.ts";
import type { Reply } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import { skillsCalled } from "../tutor/quiz.ts";
import { showTime } from "../zone.ts";
import type { Context, Outcome } from "./command.ts";
import { mayManage, placeSettings } from "./place-settings.ts";
import { readTimeOfDay, type TimeWishes } from "./time-of-day.ts";

/** The time of a daily question where none is named: nine in the morning. */
const usualTime = 9 * 60;

export interface DailyWishes extends TimeWishes {
  readonly topic?: string | undefined;
}

const isPosted = async (reply: Reply, { posting, invocation: { place, id } }: Context): Promise<boolean> => {
  try {
    await posting.post(place, reply, `daily-set-${id}`);
    return true;
  } catch (error) {
    if (error instanceof PostRefused) return false;
    throw error;
  }
};

/** Sets when the daily question of a place comes, tells it, or ends it. */
export const setDaily = async ({ at, zone, topic }: DailyWishes, context: Context): Promise<Outcome> => {
  const { store, jobs, invocation } = context;
  const { place, learner, isAlone } = invocation;
  const { daily } = await placeSettings(context);
  if (at === undefined && zone === undefined && topic === undefined && daily !== undefined)
    return ok(showDailySet({ at: showTime(daily.minutes), zone: daily.zone }));
  if (!(await mayManage(context)))
    return err({
      kind: "not-allowed",
      operation: message("The daily question is set by those who manage the channel."),
    });
  const read = await readTimeOfDay(
    { at, zone },
    { minutes: daily?.minutes ?? usualTime, zone: daily?.zone, examples: say("9:00 or 18:30") },
    invocation,
  );
  if (!read.ok) return read;
  const time = read.value;
  if (time === undefined) {
    await jobs.noLonger(place);
    await store.quizzes.changePlace(place, { daily: undefined });
    return ok(showDailySet(undefined));
  }
  const about = topic ?? daily?.topic;
  if (about !== undefined && skillsCalled(about).length === 0)
    return err({
      kind: "bad-option",
      option: "topic",
      given: about,
      wanted: say("a topic such as cosine similarity"),
    });
  const set = showDailySet({ at: showTime(time.minutes), zone: time.zone });
  // What is told to all here is at the same time the trial whether the questions can be posted.
  if (isAlone !== true && !(await isPosted(set, context))) return err({ kind: "cannot-post" });
  await store.quizzes.changePlace(
    place,
    {
      daily: {
        ...time,
        by: learner,
        language: currentLanguage(),
        ...(about === undefined ? {} : { topic: about }),
      },
    },
    isAlone === true ? learner : undefined,
  );
  await jobs.everyDay(place, time.minutes, time.zone);
  return ok(isAlone === true ? set : showDailyTold());
};
