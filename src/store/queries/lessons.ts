import { type Engine, present } from "../engine.ts";
import type { LessonRecords } from "../lessons.ts";

export const createLessonRecords = ({ database, relaxed }: Engine, now: () => Date): LessonRecords => ({
  noteSeen: async (learner, lesson) => {
    await relaxed
      .insertInto("lessons_seen")
      .values({ learner, lesson, at: now().getTime() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  seenBy: async (learner) => {
    const found = await database
      .selectFrom("lessons_seen")
      .select("lesson")
      .where("learner", "=", learner)
      .execute();
    return new Set(found.map(({ lesson }) => lesson));
  },
  report: async (workspace, learner, { lesson, version, clear, text = null }) => {
    const said = { clear: clear ? 1 : 0, text, at: now().getTime() };
    await database
      .insertInto("lesson_reports")
      .values({ workspace, learner, lesson, version, ...said })
      .onConflict((conflict) =>
        conflict.columns(["workspace", "learner", "lesson", "version"]).doUpdateSet(said),
      )
      .execute();
  },
  reportsFrom: async (workspace, most) => {
    const found = await database
      .selectFrom("lesson_reports")
      .select(["lesson", "version", "clear", "text", "at"])
      .where("workspace", "=", workspace)
      .orderBy("at", "desc")
      .limit(most)
      .execute();
    return found.map(({ lesson, version, clear, text, at }) => ({
      lesson,
      version,
      clear: clear === 1,
      at: new Date(at),
      ...present({ text }),
    }));
  },
});
