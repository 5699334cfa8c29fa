import { eq, inArray, lt, sql } from "drizzle-orm";
import type { Replies } from "../replies.ts";
import { keptTexts, latestVectors } from "../schema/replies.ts";
import type { Database } from "./database.ts";

/** The date of what is kept for half a year is written anew after so many milliseconds: the same answer writes once a day. */
const datedFor = 24 * 60 * 60 * 1000;

export const createReplies = (db: Database, now: () => Date): Replies => {
  const yesterday = () => new Date(now().getTime() - datedFor);
  return {
    keepTexts: async (workspace, texts) => {
      // In one order for all, so that two who keep the same texts at once never wait for each other.
      const rows = [...texts].toSorted(([one], [other]) => (one < other ? -1 : 1));
      await db
        .insert(keptTexts)
        .values(rows.map(([key, text]) => ({ workspace, key, text, usedAt: now() })))
        .onConflictDoUpdate({
          target: [keptTexts.key, keptTexts.workspace],
          set: { usedAt: now() },
          setWhere: lt(keptTexts.usedAt, yesterday()),
        });
    },
    findText: async (key) => {
      const [found] = await db.select().from(keptTexts).where(eq(keptTexts.key, key)).limit(1);
      return found?.text;
    },
    keepLatest: async (place, vectors) => {
      const latest = { vectors, at: now() };
      await db
        .insert(latestVectors)
        .values({ place, ...latest })
        .onConflictDoUpdate({
          target: latestVectors.place,
          set: latest,
          setWhere: sql`${latestVectors.vectors} <> ${vectors} or ${lt(latestVectors.at, yesterday())}`,
        });
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
    forgetBefore: async (moment) => {
      await db.delete(keptTexts).where(lt(keptTexts.usedAt, moment));
      await db.delete(latestVectors).where(lt(latestVectors.at, moment));
    },
  };
};
