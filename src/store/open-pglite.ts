import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { lockFolder } from "./lock-folder.ts";
import { migrateAlone } from "./migrate.ts";
import type { Opened } from "./open-store.ts";
import { createSqlStore } from "./sql/store.ts";

/** What stands in the place of a folder for a database that ends with the process. */
export const inMemory = "memory://";

/**
 * Opens the database in a folder, which is made if it is not there, and brings it up to date. One process at a time has
 * it: another is told so by `FolderTaken`. `from` is a dump to begin with.
 */
export const openPglite = async (folder: string, now: () => Date, from?: Blob): Promise<Opened> => {
  if (folder.startsWith(inMemory)) return open(folder, now, () => undefined, from);
  mkdirSync(folder, { recursive: true });
  const free = lockFolder(folder);
  try {
    return await open(join(folder, "database"), now, free, from);
  } catch (error) {
    free();
    throw error;
  }
};

const open = async (
  path: string,
  now: () => Date,
  free: () => void,
  from: Blob | undefined,
): Promise<Opened> => {
  const client = await PGlite.create(path, from === undefined ? {} : { loadDataDir: from });
  const db = drizzle(client);
  await migrateAlone(db, migrate);
  const close = async () => {
    await client.close();
    free();
  };
  return { store: createSqlStore(db as never, now, close), database: { kind: "pglite", client } };
};
