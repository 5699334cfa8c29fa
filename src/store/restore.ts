import type { Data } from "./backup.ts";
import {
  BackupRefused,
  isHeader,
  isRow,
  isTableStart,
  type Row,
  refuseNewer,
  type TableStart,
} from "./backup-format.ts";
import { countKnown } from "./migrate.ts";
import { nameOnServer } from "./open-postgres.ts";
import type { Session } from "./session.ts";
import { columnsOf, quoted, sequenceOf, type TableName, tables } from "./tables.ts";

/** Rows that are written at once. */
const batch = 500;

export interface RestoreOptions {
  /** Forget what the database holds; otherwise it must be empty. */
  readonly replace: boolean;
  readonly progress: (rows: number) => void;
}

/**
 * Writes data into a database, all of it or nothing, and brings the database up to date before. Ids stay as they are,
 * and new ones go on behind them. Resolves to the number of rows; throws `BackupRefused`.
 */
export const writeData = async (
  session: Session,
  data: Data,
  { replace, progress }: RestoreOptions,
): Promise<number> => {
  await session.migrate();
  await session.query("begin");
  try {
    await refuseOthers(session);
    const ours = tables.map(quoted).join(", ");
    await session.query(`lock table ${ours} in access exclusive mode`);
    if (replace) await session.query(`truncate ${ours}`);
    else await refuseFull(session);
    // What was answered while a question was open may not be inserted after it has closed; its owner may suspend that.
    await session.query(`alter table "attempts" disable trigger user`);
    const rows = await insertAll(session, data, progress);
    await session.query(`alter table "attempts" enable trigger user`);
    await session.query("commit");
    return rows;
  } catch (error) {
    await session.query("rollback").catch(() => undefined);
    throw error;
  }
};

const refuseOthers = async (session: Session): Promise<void> => {
  const others = await session.query(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
     and application_name = $1 limit 1`,
    [nameOnServer],
  );
  if (others.length > 0)
    throw new BackupRefused(
      "A tutor is at work with this database. End it first, and start it again afterwards.",
    );
};

const refuseFull = async (session: Session): Promise<void> => {
  for (const table of tables) {
    const found = await session.query(`select 1 from ${quoted(table)} limit 1`);
    if (found.length > 0)
      throw new BackupRefused(
        "The database to write into is not empty, so nothing was changed. Name an empty one. `npm run restore -- FILE --replace` forgets what it holds.",
      );
  }
};

interface Target {
  readonly insert: (rows: readonly Row[]) => Promise<void>;
  readonly finish: () => Promise<void>;
}

const insertAll = async (
  session: Session,
  data: Data,
  progress: RestoreOptions["progress"],
): Promise<number> => {
  let [count, waiting, target]: [number, Row[], Target | undefined] = [0, [], undefined];
  const insert = async () => {
    if (waiting.length > 0) await target!.insert(waiting);
    waiting = [];
  };
  const finish = async () => {
    await insert();
    await target?.finish();
  };
  for await (const line of data) {
    if (isRow(line)) {
      waiting.push(line);
      count += 1;
      progress(count);
      if (waiting.length === batch) await insert();
    } else if (isTableStart(line)) {
      await finish();
      target = await targetOf(session, line);
    } else if (isHeader(line)) refuseNewer(line, countKnown());
  }
  await finish();
  return count;
};

const targetOf = async (session: Session, { table: name, columns, last }: TableStart): Promise<Target> => {
  const table = tables.find((each) => each === name);
  const there = table === undefined ? [] : await columnsOf(session, table);
  const types = columns.map((column) => there.find((each) => each.name === column)?.type);
  if (table === undefined || types.includes(undefined))
    throw new BackupRefused(
      `The backup holds “${name}” in a form that this version of the tutor does not know. Restore it with the version that made it.`,
    );
  const sequence = await sequenceOf(session, table, there);
  const values = types.map((type, at) => `(line->>${at})::${type}`).join(", ");
  return {
    insert: async (rows) => {
      await session.query(
        `insert into ${quoted(table)} (${columns.map(quoted).join(", ")}) overriding system value
         select ${values} from jsonb_array_elements($1::text::jsonb) with ordinality as lines(line, place) order by place`,
        [JSON.stringify(rows)],
      );
    },
    finish: async () => {
      if (sequence !== undefined) await goOnBehind(session, table, sequence, last);
    },
  };
};

/** Lets new ids begin behind all that were ever given: a button may still name a row that is gone. */
const goOnBehind = async (
  session: Session,
  table: TableName,
  sequence: string,
  last: string | null,
): Promise<void> => {
  await session.query(
    `select setval($1::text::regclass, greatest(highest, 1), highest > 0)
     from (select greatest(coalesce(max("id"), 0), $2::text::bigint) as highest from ${quoted(table)}) as given`,
    [sequence, last ?? "0"],
  );
};
