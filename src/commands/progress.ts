import * as z from "zod";
import { ok } from "../base/result.ts";
import { showProgress } from "../present/progress.ts";
import { message } from "../say.ts";
import type { Skill } from "../tutor/skill.ts";
import type { SkillRecord } from "../tutor/skill-record.ts";
import { streakOf } from "../tutor/streak.ts";
import { localTime } from "../zone.ts";
import { defineCommand } from "./command.ts";

/** The most attempts that a streak is counted over. */
const most = 2_000;

export const progress = defineCommand({
  name: "progress",
  summary: message("What you can do, what is due when, and which slips came back"),
  audience: "asker",
  options: z.object({
    streak: z
      .enum(["on", "off"])
      .optional()
      .meta({ description: message("Count the days in a row, or no longer") }),
  }),
  examples: ["", "on"],
  weight: "heavy",
  phrases: {
    en: ["progress", "my progress"],
    de: ["mein fortschritt", "fortschritt"],
    es: ["mi progreso", "progreso"],
  },
  run: async ({ streak }, { store, invocation, now }) => {
    const { learner, name } = invocation;
    const { learners, questions } = store;
    if (streak !== undefined) {
      await learners.meet(learner, name);
      await learners.change(learner, { streak: streak === "on" ? true : undefined });
    }
    const [kept, settings] = await Promise.all([learners.skillsOf(learner), learners.settingsOf(learner)]);
    const zone = settings.zone ?? "UTC";
    const today = localTime(now(), zone).day;
    const days = settings.streak
      ? (await questions.attemptsBy(learner, most)).map(({ at }) => localTime(at, zone).day)
      : undefined;
    return ok(
      showProgress({
        records: new Map(kept.map(({ skill, record }) => [skill as Skill, record as SkillRecord])),
        now: now(),
        ...(days === undefined ? {} : { streak: streakOf(days, today) }),
      }),
    );
  },
});
