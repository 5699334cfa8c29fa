import { sql } from "kysely";
import type { Dialect } from "./engine.ts";
import { type Migration, migrations, spellings } from "./migrations.ts";
import { StoreRefused } from "./refusal.ts";
import type { Database } from "./tables.ts";

/** How many steps a database has had that has a table of them. */
export const versionOf = async (database: Database): Promise<number> => {
  const found = await database
    .selectFrom("migrations")
    .select(({ fn }) => fn.max("version").as("version"))
    .executeTakeFirst();
  return found?.version ?? 0;
};

/** Refuses a database that a later version has brought up to date. */
export const refuseNewer = (version: number, what: string, known = migrations.length): void => {
  if (version > known)
    throw new StoreRefused(
      "newer",
      `${what} was made by a newer version of the tutor (${version} steps; this one knows ${known}). Bring this one up to date (git pull && npm ci).`,
    );
};

/**
 * Brings a database up to date, each step in a transaction of its own. Nobody else may do so at the same time. Of one
 * that holds something, `tell` hears how many steps there are and each that is done: with much to change, they may take
 * long.
 */
export const migrate = async (
  database: Database,
  { name }: Dialect,
  now: () => Date,
  tell: (sentence: string) => void = () => undefined,
  steps: readonly Migration[] = migrations,
): Promise<void> => {
  const { strict, whole } = spellings[name];
  await sql
    .raw(
      `create table if not exists migrations (version ${whole} primary key, made_at ${whole} not null)${strict}`,
    )
    .execute(database);
  const had = await versionOf(database);
  refuseNewer(had, "The database", steps.length);
  const left = steps.length - had;
  const isTold = had > 0 && left > 0;
  if (isTold)
    tell(`The database is brought up to date: ${left === 1 ? "1 step is" : `${left} steps are`} to do.`);
  for (const [at, migration] of steps.entries()) {
    if (at < had) continue;
    await database.transaction().execute(async (within) => {
      for (const statement of migration(spellings[name])) await sql.raw(statement).execute(within);
      await within
        .insertInto("migrations")
        .values({ version: at + 1, made_at: now().getTime() })
        .execute();
    });
    if (isTold) tell(`Step ${at + 1 - had} of ${left} is done.`);
  }
};
