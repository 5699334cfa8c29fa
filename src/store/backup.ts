import { BackupRefused, formatVersion, type Header, type Row, type TableStart } from "./backup-format.ts";
import type { Session } from "./session.ts";
import { columnsOf, quoted, sequenceOf, type TableName, tables } from "./tables.ts";

/** Rows that are read at once. */
const batch = 500;

/** The head of a backup, and behind it each table and its rows. */
export type Data = AsyncIterable<Header | TableStart | Row>;

/**
 * Reads all that is kept, as it stands at one moment, while others may go on working with it. What the queue of jobs
 * keeps stays behind: it is made anew from this.
 */
export async function* readData(session: Session, now: () => Date): Data {
  await session.query("begin isolation level repeatable read read only");
  try {
    await session.query("set local time zone 'UTC'");
    await session.query("set local datestyle to 'ISO'");
    await session.query("set local extra_float_digits to 1");
    yield {
      format: "dot-tutor",
      version: formatVersion,
      at: now().toISOString(),
      migrations: await countMigrations(session),
    };
    for (const table of tables) yield* readTable(session, table);
  } finally {
    await session.query("rollback");
  }
}

/** How many rows are kept just now, where the tutor has kept anything yet. */
export const countKept = async (session: Session): Promise<number> => {
  let count = 0;
  for (const table of tables) {
    if ((await columnsOf(session, table)).length === 0) continue;
    const [counted] = await session.query(`select count(*)::text as count from ${quoted(table)}`);
    count += Number(counted!.count);
  }
  return count;
};

/** How many migrations the database has had. */
const countMigrations = async (session: Session): Promise<number> => {
  const [there] = await session.query("select to_regclass('drizzle.__drizzle_migrations')::text as name");
  if (there?.name == null) throw new BackupRefused("The tutor has kept nothing in this database yet.");
  const [counted] = await session.query("select count(*)::text as count from drizzle.__drizzle_migrations");
  return Number(counted!.count);
};

async function* readTable(session: Session, table: TableName): AsyncIterable<TableStart | Row> {
  const columns = await columnsOf(session, table);
  if (columns.length === 0) return;
  const sequence = await sequenceOf(session, table, columns);
  const names = columns.map(({ name }) => name);
  yield { table, columns: names, last: sequence === undefined ? null : await lastOf(session, sequence) };
  const values = names.map((name) => `${quoted(name)}::text as ${quoted(name)}`).join(", ");
  await session.query(`declare kept no scroll cursor for select ${values} from ${quoted(table)}`);
  for (;;) {
    const rows = await session.query(`fetch ${batch} from kept`);
    for (const row of rows) yield names.map((name) => row[name] ?? null);
    if (rows.length < batch) break;
  }
  await session.query("close kept");
}

const lastOf = async (session: Session, sequence: string): Promise<string | null> => {
  const [found] = await session.query(
    `select case when is_called then last_value::text end as last from ${sequence}`,
  );
  return found?.last ?? null;
};
