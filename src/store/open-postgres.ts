import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { migrateAlone } from "./migrate.ts";
import type { Opened } from "./open-store.ts";
import { createPatientDatabase } from "./patient.ts";
import { refuseOld, troubleOf } from "./server-trouble.ts";
import type { Session } from "./session.ts";
import { createSharedCounts } from "./shared-counts.ts";
import { createSqlStore } from "./sql/store.ts";
import { untilThere, type Waiting } from "./until-there.ts";

/** Connections of one process to the server; pg-boss has its own beside them. */
const connections = 10;

/** How long a query waits for a connection, in milliseconds. */
const patience = 5_000;

/** What a connection of ours is called on the server. */
export const nameOnServer = "dot-tutor";

/** A server that is not there now may come later, but nobody waits for it. */
const impatient: Waiting = { patience: 0, tell: () => undefined };

/** Opens a database on a PostgreSQL server, version 15 or newer, and brings it up to date. Throws `ServerTrouble`. */
export const openPostgres = async (
  url: string,
  now: () => Date,
  waiting: Waiting = impatient,
): Promise<Opened> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience,
    application_name: nameOnServer,
  });
  // A connection that breaks is replaced when it is needed, and the query that it was at fails; without listeners it
  // would end the process, whether it is idle or in the middle of a transaction.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    const client = await untilThere(
      () => pool.connect(),
      waiting,
      (error) => troubleOf(error, url).message,
    );
    try {
      await checkVersion(client);
      await migrateAlone((logging) => drizzle(client, logging), migrate, waiting.tell);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw troubleOf(error, url);
  }
  const store = createSqlStore(drizzle(pool) as never, now, () => pool.end());
  const ping = async () => {
    await pool.query("select 1");
  };
  const ended = new Promise<never>(() => undefined);
  return {
    store: createPatientDatabase(store),
    database: { kind: "postgres", url },
    countTogether: createSharedCounts(pool),
    ping,
    ended,
  };
};

const checkVersion = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query("show server_version_num");
  refuseOld(String(rows[0]?.server_version_num));
};

/** One connection to a server. Throws `ServerTrouble`. */
export const openPostgresSession = async (url: string): Promise<Session> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patience,
    application_name: `${nameOnServer}-data`,
  });
  // A connection that breaks fails the query that needs it.
  client.on("error", () => undefined);
  const close = () => client.end();
  try {
    await client.connect();
    await checkVersion(client);
  } catch (error) {
    await close().catch(() => undefined);
    throw troubleOf(error, url);
  }
  return {
    query: async (text, values) => (await client.query(text, values && [...values])).rows,
    migrate: () =>
      migrateAlone((logging) => drizzle(client, logging), migrate).catch((error: unknown) => {
        throw troubleOf(error, url);
      }),
    close,
  };
};
