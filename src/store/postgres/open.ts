import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Engine } from "../engine.ts";
import { migrate } from "../migrate.ts";
import type { Opened } from "../open-store.ts";
import { createStore } from "../queries/store.ts";
import type { Database, Tables } from "../tables.ts";
import { postgresDialect } from "./dialect.ts";
import { carryFirstEdition } from "./first-edition.ts";
import { createPatientStore } from "./patient.ts";
import { createSharedCounts } from "./shared-counts.ts";
import { refuseOld, troubleAt } from "./trouble.ts";
import { untilThere, type Waiting } from "./until-there.ts";

/** Connections of one process to the server; pg-boss has its own beside them. */
const connections = 10;

/** How long a query waits for a connection, in milliseconds. */
const patience = 5_000;

/** What a connection of ours is called on the server. */
export const nameOnServer = "dot-tutor";

/** The number of the lock under which one process at a time brings the database up to date. */
const lock = 20_250_908;

/** A server that is not there now may come later, but nobody waits for it. */
const impatient: Waiting = { patience: 0, tell: () => undefined };

/** Numbers and sums of 64 bits as numbers: ours are milliseconds and counts, far below 2^53. */
const wholeNumbers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    wholeNumbers.has(type) ? Number : (pg.types.getTypeParser(type, format) as (value: string) => unknown),
};

/** Connections to a server, none of which is open yet. */
export const createPool = (url: string, max = connections): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: patience,
    application_name: nameOnServer,
    types,
  });
  // A connection that breaks is replaced when it is needed, and the query that it was at fails; without listeners it
  // would end the process, whether it is idle or in the middle of a transaction.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
};

/** Opens a database on a PostgreSQL server, version 15 or newer, and brings it up to date. Throws `StoreRefused`. */
export const openPostgres = async (
  url: string,
  now: () => Date,
  waiting: Waiting = impatient,
): Promise<Opened> => {
  const pool = createPool(url);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const client = await untilThere(
      () => pool.connect(),
      waiting,
      (error) => troubleAt(url, error).message,
    );
    client.release();
    await bringUpToDate(database, now, waiting.tell);
  } catch (error) {
    await database.destroy();
    await pool.end().catch(() => undefined);
    throw troubleAt(url, error);
  }
  const engine: Engine = { database, relaxed: database, dialect: postgresDialect };
  return {
    store: createPatientStore(createStore(engine, now, () => database.destroy())),
    database: { kind: "postgres", url },
    countTogether: createSharedCounts(pool),
    ping: async () => {
      await pool.query("select 1");
    },
  };
};

/** On one connection, since the lock belongs to it. */
export const bringUpToDate = (
  database: Database,
  now: () => Date,
  tell?: (sentence: string) => void,
): Promise<void> =>
  database.connection().execute(async (alone) => {
    const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(alone);
    refuseOld(rows[0]?.server_version_num ?? "0");
    await sql`select pg_advisory_lock(${sql.lit(lock)})`.execute(alone);
    try {
      await carryFirstEdition(alone, now, tell);
      await migrate(alone, postgresDialect, now, tell);
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(lock)})`.execute(alone);
    }
  });
