import { eq, inArray, lt } from "drizzle-orm";
import type { Replies } from "../replies.ts";
import { keptTexts, latestVectors } from "../schema/replies.ts";
import type { Database } from "./database.ts";

export const createReplies = (db: Database, now: () => Date): Replies => ({
  keepText: async (workspace, key, text) => {
    await db
      .insert(keptTexts)
      .values({ workspace, key, text, usedAt: now() })
      .onConflictDoUpdate({ target: [keptTexts.key, keptTexts.workspace], set: { usedAt: now() } });
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
  forgetBefore: async (moment) => {
    await db.delete(keptTexts).where(lt(keptTexts.usedAt, moment));
    await db.delete(latestVectors).where(lt(latestVectors.at, moment));
  },
});
