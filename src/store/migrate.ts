import { fileURLToPath } from "node:url";
import { type Logger, type SQL, sql } from "drizzle-orm";
import { type MigrationConfig, readMigrationFiles } from "drizzle-orm/migrator";
import type { Database } from "./sql/database.ts";

const config: MigrationConfig = {
  migrationsFolder: fileURLToPath(new URL("migrations", import.meta.url)),
};

/** How many migrations this version of the tutor knows. */
export const countKnown = (): number => readMigrationFiles(config).length;

/** The number of the lock under which one process at a time brings the database up to date. */
const lock = 20_250_908;

/**
 * Brings a database up to date by the numbered migrations that it has not had yet. It is one connection, and stays the
 * same one throughout, since the lock belongs to it; `connect` lends it. Of a database that holds something, `tell` hears
 * how many steps there are and each that is done: with much to change, they may take long.
 */
export const migrateAlone = async <D extends Database>(
  connect: (logging: { readonly logger: Logger | false }) => D,
  migrate: (db: D, config: MigrationConfig) => Promise<void>,
  tell: (sentence: string) => void = () => undefined,
): Promise<void> => {
  const db = connect({ logger: false });
  await db.execute(sql`select pg_advisory_lock(${lock})`);
  try {
    const [had, known] = [await countHad(db), countKnown()];
    const isTold = had > 0 && had < known;
    if (isTold) tell(`The database is brought up to date: ${steps(known - had)} to do.`);
    await migrate(isTold ? connect({ logger: countingSteps(known - had, tell) }) : db, config);
  } finally {
    await db.execute(sql`select pg_advisory_unlock(${lock})`);
  }
};

const steps = (count: number): string => (count === 1 ? "1 step is" : `${count} steps are`);

/** How many migrations a database has had; none where it is new. */
const countHad = async (db: Database): Promise<number> => {
  const first = async (query: SQL) =>
    ((await db.execute(query)) as { rows: { found: unknown }[] }).rows[0]?.found;
  if ((await first(sql`select to_regclass('drizzle.__drizzle_migrations')::text as found`)) === null)
    return 0;
  return Number(await first(sql`select count(*) as found from drizzle.__drizzle_migrations`));
};

/** A migration is done when it is noted as such, which is the last statement of each. */
const countingSteps = (count: number, tell: (sentence: string) => void): Logger => {
  let done = 0;
  return {
    logQuery: (query) => {
      if (!/^insert into "drizzle"\."__drizzle_migrations"/.test(query)) return;
      done += 1;
      tell(`Step ${done} of ${count} is done.`);
    },
  };
};
