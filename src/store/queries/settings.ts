import type { Dialect } from "../engine.ts";
import type { Database } from "../tables.ts";

/** Settings as they are kept, in JSON. */
export const parseSettings = (kept: string | undefined): Readonly<Record<string, unknown>> =>
  kept === undefined ? {} : JSON.parse(kept);

/**
 * Changes some of the settings in a row of people or places; one that is undefined is taken away. Within a transaction,
 * so that no change of another at the same moment is lost.
 */
export const changeSettings = async (
  transaction: Database,
  dialect: Dialect,
  table: "people" | "places",
  id: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const kept = await dialect
    .locked(transaction.selectFrom(table).select("settings").where("id", "=", id))
    .executeTakeFirst();
  const settings = JSON.stringify({ ...parseSettings(kept?.settings), ...change });
  await transaction.updateTable(table).set({ settings }).where("id", "=", id).execute();
};
