import { existsSync } from "node:fs";
import { compareClocks, type Finding, findingsOf } from "../finding.ts";
import { holderOfFolder } from "./lock-folder.ts";
import { countKnown } from "./migrate.ts";
import { databaseIn, inMemory } from "./open-pglite.ts";
import type { Where } from "./open-store.ts";
import { openSession, type Session } from "./session.ts";

const { ok, note, failed } = findingsOf("database");

/**
 * Whether the database that is configured can be worked with. It is not brought up to date, and a folder that another
 * process holds is not touched. Throws what `openSession` throws.
 */
export const examineDatabase = async (where: Where, now: () => Date): Promise<readonly Finding[]> => {
  const { dataDir, databaseUrl } = where;
  if (databaseUrl === undefined) {
    if (dataDir.startsWith(inMemory))
      return [note("DATA_DIR is memory://: what learners do is forgotten at the end of the process.")];
    const holder = holderOfFolder(dataDir);
    if (holder !== undefined)
      return [note(`Process ${holder} works with the data in ${dataDir}, so they were not looked into.`)];
    if (!existsSync(databaseIn(dataDir)))
      return [note(`There is no database in ${dataDir} yet. The first start makes it.`)];
  }
  const session = await openSession(where, { made: false });
  try {
    const at = databaseUrl === undefined ? `in ${dataDir}` : `at ${new URL(databaseUrl).host}`;
    return [
      ok(`PostgreSQL ${await versionOf(session)} ${at} answers.`),
      await migrationsIn(session),
      ...(databaseUrl === undefined ? [] : [await clockOf(session, now)]),
    ];
  } finally {
    await session.close();
  }
};

const versionOf = async ({ query }: Session): Promise<string> => {
  const [row] = await query<{ server_version: string }>("show server_version");
  return row!.server_version;
};

const migrationsIn = async ({ query }: Session): Promise<Finding> => {
  const table = "drizzle.__drizzle_migrations";
  const [there] = await query<{ it: string | null }>(`select to_regclass('${table}')::text as it`);
  const [counted] =
    there!.it === null ? [] : await query<{ count: number }>(`select count(*)::int as count from ${table}`);
  const [had, known] = [counted?.count ?? 0, countKnown()];
  if (had === known) return ok(`It is up to date: all ${known} migrations are there.`);
  return had > known
    ? failed(
        `A newer version of the tutor has made ${had} migrations; this one knows ${known}. Bring the tutor up to date.`,
      )
    : note(`${had} of ${known} migrations are there. The next start makes the others.`);
};

/** The server's moment is compared with the middle of the time that it took to ask. */
const clockOf = async ({ query }: Session, now: () => Date): Promise<Finding> => {
  const before = now().getTime();
  const [row] = await query<{ ms: string }>(
    "select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as ms",
  );
  return compareClocks("the database server’s", Number(row!.ms), (before + now().getTime()) / 2);
};
