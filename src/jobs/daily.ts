import * as z from "zod";
import { type PlaceId, workspaceOf } from "../identity.ts";
import { languages, speak } from "../language.ts";
import type { Log } from "../log.ts";
import { type Posting, PostRefused } from "../posting.ts";
import { showDaily } from "../present/daily.ts";
import type { KeptQuestion } from "../store/questions.ts";
import type { Store } from "../store/store.ts";
import { questionOfKept } from "../tutor/kinds.ts";
import { type Level, levels } from "../tutor/question.ts";
import { firstLevel, levelAfter, questionOf, skillsCalled } from "../tutor/quiz.ts";
import { localTime } from "../zone.ts";
import { classOn } from "./class.ts";
import type { Jobs } from "./jobs.ts";
import { retryDaily } from "./refused-daily.ts";

export interface DailyServices {
  readonly store: Store;
  readonly posting: Posting;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly draw: () => number;
  readonly log: Log;
}

const settingsShape = z.looseObject({
  daily: z
    .object({
      zone: z.string(),
      minutes: z.number().optional(),
      topic: z.string().optional(),
      /** That of whoever set it. */
      language: z.enum(languages).optional(),
      by: z.string().optional(),
      refusedSince: z.number().optional(),
    })
    .optional(),
  language: z.enum(["auto", ...languages]).optional(),
});

/** Has the question of the day come wherever it is set: the queue may be new while the settings are kept. */
export const scheduleDailies = async ({
  store,
  jobs,
  log,
}: Pick<DailyServices, "store" | "jobs" | "log">): Promise<void> => {
  for (const place of await store.quizzes.placesWithDaily()) {
    try {
      const { daily } = settingsShape.parse(await store.quizzes.placeSettings(place));
      if (daily?.minutes !== undefined) await jobs.everyDay(place, daily.minutes, daily.zone);
    } catch (error) {
      log.warn({ err: error, place }, "a daily question could not be scheduled");
    }
  }
};

/** Posts the question of the day in a place, once a day, with the result of the one before, which closes. */
export const postDaily = async (
  place: PlaceId,
  services: DailyServices,
  dayToPost?: string,
): Promise<void> => {
  const { store, posting, jobs, now, draw } = services;
  const { daily, language = "auto" } = settingsShape.parse(await store.quizzes.placeSettings(place));
  if (daily === undefined) return jobs.noLonger(place);
  speak(language === "auto" ? (daily.language ?? "en") : language);
  const { questions } = store;
  const latest = await questions.latestDaily(place);
  const day = dayToPost ?? localTime(now(), daily.zone).day;
  if (latest?.day !== undefined && latest.day > day) return;
  const posed =
    latest?.day === day
      ? latest
      : await questions.pose({
          workspace: workspaceOf(place),
          place,
          purpose: "daily",
          day,
          ...(await seedFor(daily.topic, latest, draw(), store)),
          openedAt: now(),
        });
  if (posed === undefined || posed.message !== undefined) return;
  // Today's may have been posed by a try that could not post it, so the one before is not always the latest.
  const earlier = await questions.postedDailyBefore(place, day);
  if (earlier !== undefined) await questions.close(earlier.id, now());
  const yesterday =
    earlier === undefined
      ? undefined
      : { question: questionOfKept(earlier), id: earlier.id, answers: await classOn(store, earlier.id) };
  try {
    const message = await posting.post(
      place,
      showDaily({ id: posed.id, question: questionOfKept(posed), ...(yesterday && { yesterday }) }),
      `daily-${posed.id}`,
    );
    await questions.posted(posed.id, message, undefined);
    if (earlier !== undefined) await questions.told(earlier.id, now());
    if (daily.refusedSince !== undefined)
      await store.quizzes.changePlace(place, { daily: { ...daily, refusedSince: undefined } });
  } catch (error) {
    if (!(error instanceof PostRefused)) throw error;
    await retryDaily(place, day, daily, error, services);
    throw error;
  }
};

/** The question of a day: another skill than the day before, as hard as the place has shown that it can take. */
const seedFor = async (
  topic: string | undefined,
  before: KeptQuestion | undefined,
  seed: number,
  { questions }: Store,
) => {
  const skills = [...skillsCalled(topic ?? "")];
  const settings = { skills, rounds: 5, mode: "together" as const, seed, alone: false };
  const attempts = before === undefined ? [] : await questions.attemptsOn(before.id);
  const right = attempts.filter(({ outcome }) => outcome === "right").length;
  const known = levels.find((level) => level === before?.level) ?? firstLevel;
  const level: Level = levelAfter(known, right, attempts.length);
  const first = questionOf(settings, 1, level);
  return first.kind === before?.kind ? questionOf(settings, 2, level) : first;
};
