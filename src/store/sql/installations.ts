import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { type PlaceId, platformOf } from "../../identity.ts";
import type { Installation, Installations, Sealed } from "../installations.ts";
import { installations } from "../schema/installations.ts";
import { places } from "../schema/learners.ts";
import { quizzes } from "../schema/questions.ts";
import type { Database } from "./database.ts";

export const createInstallations = (db: Database, now: () => Date): Installations => ({
  keep: async (workspace, bot, sealed) => {
    const kept = { bot, ...(sealed === undefined ? {} : { sealed }) };
    await db
      .insert(installations)
      .values({ workspace, platform: platformOf(workspace), installedAt: now(), ...kept })
      .onConflictDoUpdate({ target: installations.workspace, set: kept });
  },
  find: async (workspace) => {
    const [found] = await db.select().from(installations).where(eq(installations.workspace, workspace));
    return found && toInstallation(found);
  },
  sealed: async (platform) => {
    const found = await db
      .select({ workspace: installations.workspace, sealed: installations.sealed })
      .from(installations)
      .where(and(eq(installations.platform, platform), isNotNull(installations.sealed)))
      .orderBy(asc(installations.workspace));
    return found as Sealed[];
  },
  reseal: async (before, sealed) => {
    await db
      .update(installations)
      .set({ sealed })
      .where(and(eq(installations.workspace, before.workspace), eq(installations.sealed, before.sealed)));
  },
  remove: async (workspace) => {
    await db.delete(installations).where(eq(installations.workspace, workspace));
    await db
      .update(quizzes)
      .set({ state: "ended", endedAt: now() })
      .where(and(eq(quizzes.workspace, workspace), ne(quizzes.state, "ended")));
    await db.delete(places).where(eq(places.workspace, workspace));
  },
});

const toInstallation = ({
  workspace,
  bot,
  installedAt,
  sealed,
}: typeof installations.$inferSelect): Installation => ({
  workspace: workspace as PlaceId,
  bot,
  installedAt,
  ...(sealed === null ? {} : { sealed }),
});
