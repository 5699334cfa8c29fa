import { desc, eq, inArray, sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { keptTexts, latestVectors, lessonReports, lessonsSeen } from "./schema.ts";
import type { Store } from "./store.ts";

/** Any database that speaks PostgreSQL's dialect. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** A store in a database whose migrations have run. */
export const createSqlStore = (db: Database, now: () => Date, close: () => Promise<void>): Store => ({
  keepText: async (key, text) => {
    await db
      .insert(keptTexts)
      .values({ key, text, usedAt: now() })
      .onConflictDoUpdate({ target: keptTexts.key, set: { usedAt: now() } });
  },
  findText: async (key) => {
    const [found] = await db.select().from(keptTexts).where(eq(keptTexts.key, key));
    return found?.text;
  },
  keepLatest: async (place, vectors) => {
    const latest = { vectors, at: now() };
    await db
      .insert(latestVectors)
      .values({ place, ...latest })
      .onConflictDoUpdate({ target: latestVectors.place, set: latest });
  },
  findLatest: async (places) => {
    const found = await db
      .select()
      .from(latestVectors)
      .where(inArray(latestVectors.place, [...places]));
    return places
      .map((place) => found.find((each) => each.place === place)?.vectors)
      .find((vectors) => vectors !== undefined);
  },
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
    const found = await db
      .select()
      .from(lessonReports)
      .where(eq(lessonReports.workspace, workspace))
      .orderBy(desc(lessonReports.at))
      .limit(most);
    return found.map(({ lesson, version, clear, text, at }) => ({
      lesson,
      version,
      clear,
      at,
      ...(text === null ? {} : { text }),
    }));
  },
  close,
});

/** How long a text is kept after it was last needed. */
const keptFor = 180 * 24 * 60 * 60 * 1000;

/** Forgets the buttons of answers that nobody has looked at for half a year. */
export const forgetOldTexts = async (db: Database, now: Date): Promise<void> => {
  await db.delete(keptTexts).where(sql`${keptTexts.usedAt} < ${new Date(now.getTime() - keptFor)}`);
};
