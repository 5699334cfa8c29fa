import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { migrateAlone } from "./migrate.ts";
import type { Opened } from "./open-store.ts";
import { createPatientDatabase } from "./patient.ts";
import { createSqlStore } from "./sql/store.ts";

/** Connections of one process to the server; pg-boss has its own beside them. */
const connections = 10;

/** How long a query waits for a connection, in milliseconds. */
const patience = 5_000;

/** Opens a database on a PostgreSQL server, version 15 or newer, and brings it up to date. */
export const openPostgres = async (url: string, now: () => Date): Promise<Opened> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience,
    application_name: "dot-tutor",
  });
  // An idle connection that breaks is replaced when it is needed; without a listener it would end the process.
  pool.on("error", () => undefined);
  try {
    const client = await pool.connect();
    try {
      await migrateAlone(drizzle(client), migrate);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  const store = createSqlStore(drizzle(pool) as never, now, () => pool.end());
  return { store: createPatientDatabase(store), database: { kind: "postgres", url } };
};
