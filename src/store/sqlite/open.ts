import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Engine } from "../engine.ts";
import { migrate, refuseNewer, versionOf } from "../migrate.ts";
import { inMemory, type Opened } from "../open-store.ts";
import { createStore } from "../queries/store.ts";
import { createConnection, type SqliteConnection } from "./connection.ts";
import { sqliteDialect } from "./dialect.ts";
import { applicationId, checkFolder, databaseIn, foreign, lost, makeFile, makeFolder } from "./folder.ts";
import { createKysely } from "./kysely.ts";
import { lockFolder } from "./lock.ts";
import { damaged, troubleIn } from "./trouble.ts";

/** How long a statement waits for another process at the same file, in milliseconds: a backup, or a prompt. */
const patience = 5_000;

/** A database of up to so many bytes is looked through at each start, which takes a tenth of a second at most. */
const lookedThrough = 16 * 1024 * 1024;

export interface SqliteOptions {
  readonly now: () => Date;
  /** Hears how far the database is brought up to date, where that may take long. */
  readonly tell?: ((sentence: string) => void) | undefined;
}

/**
 * Opens the database in a folder, which is made if it is not there, and brings it up to date. One process at a time has
 * it. Throws `StoreRefused`.
 */
export const openSqlite = async (folder: string, options: SqliteOptions): Promise<Opened> => {
  if (folder.startsWith(inMemory)) return createOpened(openFile(":memory:", true), options, () => undefined);
  try {
    checkFolder(folder);
    makeFolder(folder);
    const lock = lockFolder(folder, options.now);
    try {
      const path = databaseIn(folder);
      const isNew = !existsSync(path) || statSync(path).size === 0;
      if (isNew && lock.wasMade && !existsSync(`${path}-wal`)) throw lost(folder);
      makeFile(path);
      const file = openFile(path, isNew);
      try {
        if (!isNew) examine(file, folder);
        const opened = await createOpened(file, options, lock.release);
        if (!lock.wasMade) lock.noteMade();
        return opened;
      } catch (error) {
        if (file.isOpen) file.close();
        throw error;
      }
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw troubleIn(folder, error);
  }
};

/**
 * Opens the database that another process works with, beside it. It must be of this version: it is not brought up to
 * date. Throws `StoreRefused`.
 */
export const openBeside = async (folder: string, { now }: SqliteOptions): Promise<Opened> => {
  try {
    const file = openFile(databaseIn(folder), false);
    const connection = createConnection(file);
    const engine = engineOn(connection);
    refuseNewer(await versionOf(engine.database), `The database in ${folder}`);
    return openedOn(engine, connection, now, () => undefined);
  } catch (error) {
    throw troubleIn(folder, error);
  }
};

const openFile = (path: string, isNew: boolean): DatabaseSync => {
  const file = new DatabaseSync(path, { timeout: patience, enableForeignKeyConstraints: true });
  // Before there is a log of changes, so that the file itself says whose it is.
  if (isNew) file.exec(`pragma application_id = ${applicationId}`);
  file.exec("pragma journal_mode = wal; pragma synchronous = full; pragma trusted_schema = off");
  return file;
};

/** Refuses what is not a sound database of the tutor's. */
const examine = (file: DatabaseSync, folder: string): void => {
  const first = (statement: string): unknown =>
    Object.values(file.prepare(statement).get() ?? { none: undefined })[0];
  if (first("pragma application_id") !== applicationId) throw foreign(databaseIn(folder));
  const size = Number(first("pragma page_count")) * Number(first("pragma page_size"));
  if (size <= lookedThrough && first("pragma quick_check(1)") !== "ok") throw damaged(folder);
  if (first("select count(*) from sqlite_schema where name = 'migrations'") === 0) throw damaged(folder);
  refuseNewer(Number(first("select coalesce(max(version), 0) from migrations")), `The database in ${folder}`);
};

const createOpened = async (
  file: DatabaseSync,
  { now, tell }: SqliteOptions,
  release: () => void,
): Promise<Opened> => {
  const connection = createConnection(file);
  const engine = engineOn(connection);
  await migrate(engine.database, sqliteDialect, now, tell);
  // So that the file by itself, copied without its log of changes, is at least no empty database.
  file.exec("pragma wal_checkpoint(truncate)");
  return openedOn(engine, connection, now, release);
};

const engineOn = (connection: SqliteConnection): Engine => ({
  database: createKysely(connection, true),
  relaxed: createKysely(connection, false),
  dialect: sqliteDialect,
});

const openedOn = (
  engine: Engine,
  connection: SqliteConnection,
  now: () => Date,
  release: () => void,
): Opened => ({
  store: createStore(engine, now, async () => {
    await connection.close();
    release();
  }),
  database: { kind: "sqlite", database: engine.database },
  ping: async () => {
    await engine.database.selectFrom("migrations").select("version").execute();
  },
});
