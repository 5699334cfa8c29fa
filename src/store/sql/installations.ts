import { and, eq, ne } from "drizzle-orm";
import { type PlaceId, platformOf } from "../../identity.ts";
import type { Installations } from "../installations.ts";
import { installations } from "../schema/installations.ts";
import { quizzes } from "../schema/questions.ts";
import type { Database } from "./database.ts";

export const createInstallations = (db: Database, now: () => Date): Installations => ({
  keep: async (workspace, bot) => {
    await db
      .insert(installations)
      .values({ workspace, platform: platformOf(workspace), bot, installedAt: now() })
      .onConflictDoUpdate({ target: installations.workspace, set: { bot } });
  },
  find: async (workspace) => {
    const [found] = await db.select().from(installations).where(eq(installations.workspace, workspace));
    return found && { workspace: found.workspace as PlaceId, bot: found.bot, installedAt: found.installedAt };
  },
  remove: async (workspace) => {
    await db.delete(installations).where(eq(installations.workspace, workspace));
    await db
      .update(quizzes)
      .set({ state: "ended", endedAt: now() })
      .where(and(eq(quizzes.workspace, workspace), ne(quizzes.state, "ended")));
  },
});
