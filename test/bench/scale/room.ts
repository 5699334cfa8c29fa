import { readFileSync } from "node:fs";
import { queryOf } from "../../support/class/query.ts";

/** The room that the tutor takes: in the database for each row, and in memory for each process. */
export interface Room {
  /** Bytes of each row of a table, with its indexes. */
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly bytes: number }[];
  /** Connections to the server, by the name they have there. */
  readonly connections: Readonly<Record<string, number>>;
  /** Resident memory of each process, in megabytes. */
  readonly memory: readonly number[];
}

const sizes = `select n.nspname || '.' || relname as name, pg_total_relation_size(c.oid) as bytes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('public', 'pgboss')`;

const opened = `select application_name as name, count(*) as count from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() group by 1`;

export const roomIn = async (databaseUrl: string, pids: readonly number[]): Promise<Room> => {
  const query = queryOf({ kind: "postgres", url: databaseUrl });
  const tables = [];
  for (const { name, bytes } of await query(sizes)) {
    const [counted] = await query(`select count(*) as rows from ${String(name)}`);
    const rows = Number(counted?.rows);
    if (rows > 0) tables.push({ table: String(name), rows, bytes: Number(bytes) / rows });
  }
  const connections = Object.fromEntries(
    (await query(opened)).map(({ name, count }) => [String(name), Number(count)]),
  );
  const memory = pids.map(
    (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024,
  );
  return { tables: tables.toSorted((x, y) => y.rows - x.rows), connections, memory };
};
