import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { watchEnd } from "./database-ended.ts";
import { DiskFull, isFull } from "./disk-room.ts";
import { FolderTaken, lockFolder } from "./lock-folder.ts";
import { migrateAlone } from "./migrate.ts";
import type { Opened } from "./open-store.ts";
import type { Session } from "./session.ts";
import { createSqlStore } from "./sql/store.ts";
import { takeTurns } from "./take-turns.ts";

/** What stands in the place of a folder for a database that ends with the process. */
export const inMemory = "memory://";

/** Where in the folder the database itself is. */
export const databaseIn = (folder: string): string => join(folder, "database");

export interface Opening {
  /** A dump to begin with. */
  readonly from?: Blob;
  /** Hears how far the database is brought up to date, where that may take long. */
  readonly tell?: (sentence: string) => void;
}

/**
 * Opens the database in a folder, which is made if it is not there, and brings it up to date. One process at a time has
 * it: another is told so by `FolderTaken`.
 */
export const openPglite = async (folder: string, now: () => Date, opening: Opening = {}): Promise<Opened> => {
  if (folder.startsWith(inMemory)) return open(folder, now, () => undefined, opening);
  return alone(folder, (free) => open(databaseIn(folder), now, free, opening));
};

/** Opens with the folder taken for this process; what is opened gives it free when it closes. Throws `DiskFull`. */
const alone = async <T>(folder: string, opening: (free: () => void) => Promise<T>): Promise<T> => {
  try {
    mkdirSync(folder, { recursive: true });
    const free = lockFolder(folder);
    try {
      return await opening(free);
    } catch (error) {
      free();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof FolderTaken) && isFull(folder)) throw new DiskFull(folder, error);
    throw error;
  }
};

const open = async (
  path: string,
  now: () => Date,
  free: () => void,
  { from, tell }: Opening,
): Promise<Opened> => {
  const client = await PGlite.create(path, from === undefined ? {} : { loadDataDir: from });
  takeTurns(client);
  const ended = watchEnd(client);
  await migrateAlone((logging) => drizzle(client, logging), migrate, tell);
  const close = async () => {
    await client.close();
    free();
  };
  const ping = async () => {
    await client.query("select 1");
  };
  return {
    store: createSqlStore(drizzle(client) as never, now, close),
    database: { kind: "pglite", client },
    ping,
    ended,
  };
};

/** The one connection to the database in a folder. Throws `FolderTaken`. */
export const openPgliteSession = (folder: string): Promise<Session> =>
  alone(folder, async (free) => {
    const client = await PGlite.create(databaseIn(folder));
    return {
      query: async (text, values) => (await client.query(text, values && [...values])).rows as never,
      migrate: () => migrateAlone((logging) => drizzle(client, logging), migrate),
      close: async () => {
        await client.close();
        free();
      },
    };
  });
