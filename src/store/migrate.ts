import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
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
 * same one throughout, since the lock belongs to it.
 */
export const migrateAlone = async <D extends Database>(
  db: D,
  migrate: (db: D, config: MigrationConfig) => Promise<void>,
): Promise<void> => {
  await db.execute(sql`select pg_advisory_lock(${lock})`);
  try {
    await migrate(db, config);
  } finally {
    await db.execute(sql`select pg_advisory_unlock(${lock})`);
  }
};
