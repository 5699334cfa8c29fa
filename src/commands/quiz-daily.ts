import { showDailySet } from "../present/quiz-settings.ts";
import { err, ok } from "../result.ts";
import { skillsCalled } from "../tutor/quiz.ts";
import { isZone, readTime, showTime } from "../zone.ts";
import type { Context, Outcome } from "./command.ts";
import { mayManage, placeSettings } from "./place-settings.ts";

export interface DailyWishes {
  readonly at?: string | undefined;
  readonly zone?: string | undefined;
  readonly topic?: string | undefined;
}

/** Sets when the daily question of a place comes, tells it, or ends it. */
export const setDaily = async ({ at, zone, topic }: DailyWishes, context: Context): Promise<Outcome> => {
  const { store, jobs, invocation } = context;
  const { place } = invocation;
  const settings = await placeSettings(context);
  const { daily } = settings;
  if (at === undefined && zone === undefined && topic === undefined && daily !== undefined)
    return ok(showDailySet({ at: showTime(daily.minutes), zone: daily.zone }));
  if (!(await mayManage(context)))
    return err({
      kind: "not-allowed",
      operation: "The daily question is set by those who manage the channel.",
    });
  if (at?.trim().toLowerCase() === "off") {
    await jobs.noLonger(place);
    const { daily: _, ...others } = settings;
    await store.quizzes.setPlace(place, others);
    return ok(showDailySet(undefined));
  }
  const minutes = at === undefined ? (daily?.minutes ?? 9 * 60) : readTime(at);
  if (minutes === undefined)
    return err({
      kind: "bad-option",
      option: "at",
      given: at ?? "",
      wanted: "a time such as 9:00 or 18:30, or off",
    });
  const wanted = zone ?? daily?.zone ?? (await invocation.timeZone?.()) ?? "UTC";
  if (!isZone(wanted))
    return err({
      kind: "bad-option",
      option: "zone",
      given: wanted,
      wanted: "a time zone such as Europe/Berlin",
    });
  const about = topic ?? daily?.topic;
  if (about !== undefined && skillsCalled(about).length === 0)
    return err({
      kind: "bad-option",
      option: "topic",
      given: about,
      wanted: "a topic such as cosine similarity",
    });
  await store.quizzes.setPlace(place, {
    ...settings,
    daily: { minutes, zone: wanted, ...(about === undefined ? {} : { topic: about }) },
  });
  await jobs.everyDay(place, minutes, wanted);
  return ok(showDailySet({ at: showTime(minutes), zone: wanted }));
};
