import { DatabaseSync } from "node:sqlite";
import { Kysely, PostgresDialect, sql } from "kysely";
import { continueNumbers } from "./postgres/numbers.ts";
import { bringUpToDate, createPool, nameOnServer } from "./postgres/open.ts";
import { troubleAt } from "./postgres/trouble.ts";
import { StoreRefused } from "./refusal.ts";
import { needDatabase } from "./sqlite/backup.ts";
import { databaseIn } from "./sqlite/folder.ts";
import { lockFolder } from "./sqlite/lock.ts";
import { troubleIn } from "./sqlite/trouble.ts";
import { type Database, movedTables, type Tables } from "./tables.ts";

/** Rows that are written at once. */
const batch = 500;

/**
 * Copies all that is kept in a folder into an empty database on a PostgreSQL server, in one transaction, and compares the
 * numbers of rows. What is in the folder stays there. Resolves to the number of rows; throws `StoreRefused`.
 */
export const moveToServer = async (folder: string, url: string, now: () => Date): Promise<number> => {
  needDatabase(folder);
  const lock = lockFolder(folder, now);
  const source = new DatabaseSync(databaseIn(folder), { readOnly: true });
  try {
    return await writeAll(source, url, now);
  } catch (error) {
    throw troubleIn(folder, error);
  } finally {
    source.close();
    lock.release();
  }
};

const writeAll = async (source: DatabaseSync, url: string, now: () => Date): Promise<number> => {
  const pool = createPool(url, 1);
  const target = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await bringUpToDate(target, now);
    return await target.transaction().execute(async (within) => {
      await refuseOthers(within);
      await sql`lock table ${sql.join(movedTables.map((name) => sql.table(name)))} in access exclusive mode`.execute(
        within,
      );
      await refuseFull(within);
      // What was answered while a question was open may not be inserted after it has closed; its owner may suspend that.
      await sql`alter table attempts disable trigger user`.execute(within);
      let rows = 0;
      for (const table of movedTables) rows += await copyTable(source, within, table);
      await sql`alter table attempts enable trigger user`.execute(within);
      await continueNumbers(within);
      return rows;
    });
  } catch (error) {
    throw troubleAt(url, error);
  } finally {
    await target.destroy();
  }
};

type Row = Readonly<Record<string, unknown>>;

const copyTable = async (
  source: DatabaseSync,
  within: Database,
  table: (typeof movedTables)[number],
): Promise<number> => {
  let waiting: Row[] = [];
  let count = 0;
  const write = async () => {
    const [first] = waiting;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const values = waiting.map((row) => sql`(${sql.join(columns.map((name) => row[name]))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
      values ${sql.join(values)}`.execute(within);
    count += waiting.length;
    waiting = [];
  };
  for (const row of source.prepare(`select * from ${table}`).iterate()) {
    waiting.push(row);
    if (waiting.length === batch) await write();
  }
  await write();
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    within,
  );
  if (rows[0]?.count !== count)
    throw new Error(`${count} rows of ${table} were written, ${rows[0]?.count} are there`);
  return count;
};

const refuseOthers = async (within: Database): Promise<void> => {
  const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database()
    and application_name = ${nameOnServer} and pid <> pg_backend_pid() limit 1`.execute(within);
  if (rows.length > 0)
    throw new StoreRefused(
      "taken",
      "A tutor works with the database to move to. End it first, and start it again afterwards.",
    );
};

const refuseFull = async (within: Database): Promise<void> => {
  for (const table of movedTables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(within);
    if (rows.length > 0)
      throw new StoreRefused(
        "unfit",
        "The database to move to is not empty, so nothing was changed. Name an empty one.",
      );
  }
};
