import { desc, eq } from "drizzle-orm";
import type { LessonRecords } from "../lessons.ts";
import { lessonReports, lessonsSeen } from "../schema/lessons.ts";
import { type Database, withoutNulls } from "./database.ts";

export const createLessonRecords = (db: Database, now: () => Date): LessonRecords => ({
  noteSeen: async (learner, lesson) => {
    await db.insert(lessonsSeen).values({ learner, lesson, at: now() }).onConflictDoNothing();
  },
  seenBy: async (learner) => {
    const found = await db.select().from(lessonsSeen).where(eq(lessonsSeen.learner, learner));
    return new Set(found.map(({ lesson }) => lesson));
  },
  report: async (workspace, learner, { lesson, version, clear, text = null }) => {
    const said = { clear, text, at: now() };
    const { workspace: w, learner: l, lesson: n, version: v } = lessonReports;
    await db
      .insert(lessonReports)
      .values({ workspace, learner, lesson, version, ...said })
      .onConflictDoUpdate({ target: [w, l, n, v], set: said });
  },
  reportsFrom: async (workspace, most) => {
    const { lesson, version, clear, text, at } = lessonReports;
    const found = await db
      .select({ lesson, version, clear, text, at })
      .from(lessonReports)
      .where(eq(lessonReports.workspace, workspace))
      .orderBy(desc(lessonReports.at))
      .limit(most);
    return found.map((row) => withoutNulls(row) as never);
  },
});
