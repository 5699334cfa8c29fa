import { type PlaceId, platformOf } from "../../identity.ts";
import { type Engine, present } from "../engine.ts";
import type { Installations } from "../installations.ts";

export const createInstallations = ({ database }: Engine, now: () => Date): Installations => ({
  keep: async (workspace, bot, sealed) => {
    const kept = { bot, ...present({ sealed }) };
    await database
      .insertInto("installations")
      .values({ workspace, platform: platformOf(workspace), installed_at: now().getTime(), ...kept })
      .onConflict((conflict) => conflict.column("workspace").doUpdateSet(kept))
      .execute();
  },
  find: async (workspace) => {
    const found = await database
      .selectFrom("installations")
      .selectAll()
      .where("workspace", "=", workspace)
      .executeTakeFirst();
    return (
      found && {
        workspace,
        bot: found.bot,
        installedAt: new Date(found.installed_at),
        ...present({ sealed: found.sealed }),
      }
    );
  },
  sealed: async (platform) => {
    const found = await database
      .selectFrom("installations")
      .select(["workspace", "sealed"])
      .where("platform", "=", platform)
      .orderBy("workspace")
      .execute();
    return found.flatMap(({ workspace, sealed }) =>
      sealed === null ? [] : [{ workspace: workspace as PlaceId, sealed }],
    );
  },
  reseal: async (before, sealed) => {
    await database
      .updateTable("installations")
      .set({ sealed })
      .where("workspace", "=", before.workspace)
      .where("sealed", "=", before.sealed)
      .execute();
  },
  remove: (workspace) =>
    database.transaction().execute(async (within) => {
      await within.deleteFrom("installations").where("workspace", "=", workspace).execute();
      await within
        .updateTable("quizzes")
        .set({ state: "ended", ended_at: now().getTime() })
        .where("workspace", "=", workspace)
        .where("state", "!=", "ended")
        .execute();
      await within.deleteFrom("places").where("workspace", "=", workspace).execute();
    }),
});
