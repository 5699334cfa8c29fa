import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { lockFolder } from "./lock-folder.ts";
import { createSqlStore, forgetOldTexts } from "./sql-store.ts";
import type { Store } from "./store.ts";

const migrationsFolder = fileURLToPath(new URL("migrations", import.meta.url));

/**
 * Opens the database in a folder, which is made if it is not there, and brings it up to date. One process at a time has
 * it: another is told so by `FolderTaken`. `memory://` in the place
 * of a folder is a database that ends with the process.
 */
export const openStore = async (folder: string, now: () => Date): Promise<Store> => {
  if (folder.startsWith("memory://")) return openDatabase(folder, now, () => undefined);
  mkdirSync(folder, { recursive: true });
  const free = lockFolder(folder);
  try {
    return await openDatabase(join(folder, "database"), now, free);
  } catch (error) {
    free();
    throw error;
  }
};

const openDatabase = async (path: string, now: () => Date, free: () => void): Promise<Store> => {
  const client = await PGlite.create(path);
  const db = drizzle(client);
  await migrate(db, { migrationsFolder });
  await forgetOldTexts(db, now());
  return createSqlStore(db, now, async () => {
    await client.close();
    free();
  });
};
