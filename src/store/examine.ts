import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type pg from "pg";
import { compareClocks, type Finding, findingsOf } from "../finding.ts";
import { migrations } from "./migrations.ts";
import { inMemory, type Where } from "./open-store.ts";
import { createPool } from "./postgres/open.ts";
import { refuseOld, troubleAt } from "./postgres/trouble.ts";
import { checkFolder, databaseIn } from "./sqlite/folder.ts";
import { describeHolder, holderOf } from "./sqlite/lock.ts";
import { troubleIn } from "./sqlite/trouble.ts";

const { ok, note, failed } = findingsOf("database");

/** Whether the database that is configured can be worked with. It is not brought up to date. Throws `StoreRefused`. */
export const examineDatabase = async (
  { dataDir, databaseUrl }: Where,
  now: () => Date,
): Promise<readonly Finding[]> => {
  if (databaseUrl !== undefined) return examineServer(databaseUrl, now);
  if (dataDir.startsWith(inMemory))
    return [note("DATA_DIR is memory://: what learners do is forgotten at the end of the process.")];
  try {
    return examineFolder(dataDir);
  } catch (error) {
    throw troubleIn(dataDir, error);
  }
};

const examineFolder = (folder: string): readonly Finding[] => {
  checkFolder(folder);
  const path = databaseIn(folder);
  if (!existsSync(path)) return [note(`There is no database in ${folder} yet. The first start makes it.`)];
  const holder = holderOf(folder);
  const file = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  try {
    const sound = file.prepare("pragma integrity_check(1)").get()?.integrity_check === "ok";
    const had = Number(file.prepare("select max(version) as version from migrations").get()?.version ?? 0);
    const open = (statSync(folder).mode & 0o077) !== 0;
    return [
      sound
        ? ok(`The database in ${folder} is sound.`)
        : failed(
            `The database in ${folder} is damaged. Restore a backup (npm run restore -- FILE --replace).`,
          ),
      versionFinding(had),
      ...(holder === undefined ? [] : [note(`${describeHolder(holder)}.`)]),
      ...(open ? [note(`Others on this machine can look into ${folder}: chmod 700 ${folder}`)] : []),
    ];
  } finally {
    file.close();
  }
};

const versionFinding = (had: number): Finding => {
  const known = migrations.length;
  if (had === known) return ok(`It is up to date (step ${known}).`);
  return had > known
    ? failed(
        `A newer version of the tutor has brought it to step ${had}; this one knows ${known}. Bring the tutor up to date.`,
      )
    : note(`It is at step ${had} of ${known}. The next start does the others.`);
};

const examineServer = async (url: string, now: () => Date): Promise<readonly Finding[]> => {
  const pool = createPool(url, 1);
  const first = async <T extends pg.QueryResultRow>(text: string): Promise<T | undefined> =>
    (await pool.query<T>(text)).rows[0];
  try {
    const number = await first<{ server_version_num: string }>("show server_version_num");
    refuseOld(number?.server_version_num ?? "0");
    const version = await first<{ server_version: string }>("show server_version");
    const there = await first<{ it: string | null }>("select to_regclass('public.migrations')::text as it");
    const had =
      there?.it == null
        ? undefined
        : await first<{ version: number }>("select max(version) as version from migrations");
    const before = now().getTime();
    const clock = await first<{ ms: number }>(
      "select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms",
    );
    return [
      ok(`PostgreSQL ${version?.server_version} at ${new URL(url).host} answers.`),
      versionFinding(had?.version ?? 0),
      // The server's moment is compared with the middle of the time that it took to ask.
      compareClocks("the database server’s", clock?.ms ?? 0, (before + now().getTime()) / 2),
    ];
  } catch (error) {
    throw troubleAt(url, error);
  } finally {
    await pool.end();
  }
};
