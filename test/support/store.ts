import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { createLazyStore } from "../../src/store/lazy-store.ts";
import { migrateAlone } from "../../src/store/migrate.ts";
import { databaseIn, inMemory, openPglite } from "../../src/store/open-pglite.ts";
import type { Opened } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";

const migrations = join(import.meta.dirname, "../../src/store/migrations");

/** Changes with the migrations. */
const version = createHash("sha256")
  .update(
    readdirSync(migrations)
      .filter((file) => file.endsWith(".sql"))
      .map((file) => readFileSync(join(migrations, file), "utf8"))
      .join(),
  )
  .digest("hex")
  .slice(0, 12);

/** What a new database is copied from: to make one takes seconds, a copy a third of a second. */
const made = join(tmpdir(), `dot-tutor-empty-${version}`);
const dump = join(made, "dump.tar");

/** Makes, if it is not there, an empty database that has had its migrations. */
export const makeEmptyDatabase = async (): Promise<void> => {
  if (existsSync(dump)) return;
  const own = `${made}.${process.pid}`;
  mkdirSync(own);
  const client = await PGlite.create(databaseIn(own));
  await migrateAlone(() => drizzle(client) as never, migrate as never);
  writeFileSync(join(own, "dump.tar"), Buffer.from(await (await client.dumpDataDir("none")).arrayBuffer()));
  await client.close();
  renameSync(own, made);
};

/** A folder of its own, for `DATA_DIR`, with an empty database, which has been made. */
export const emptyFolder = (within = tmpdir()): string => {
  const folder = mkdtempSync(join(within, "data-"));
  cpSync(databaseIn(made), databaseIn(folder), { recursive: true });
  return folder;
};

/** A database in memory, at its beginning. */
export const openEmpty = async (now: () => Date = () => new Date()): Promise<Opened> => {
  await makeEmptyDatabase();
  return openPglite(inMemory, now, { from: new Blob([readFileSync(dump)]) });
};

/** A store that lives as long as the test, and opens when it is needed. */
export const shortStore = (now?: () => Date): Store =>
  createLazyStore(async () => (await openEmpty(now)).store);
