import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { createLazyStore } from "../../src/store/lazy-store.ts";
import { migrateAlone } from "../../src/store/migrate.ts";
import { inMemory, openPglite } from "../../src/store/open-pglite.ts";
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

/** An empty database that has had its migrations: a new one takes seconds to make, a copy a third of a second. */
export const emptyDatabase = async (): Promise<Blob> => {
  const path = join(tmpdir(), `dot-tutor-empty-${version}.tar`);
  if (!existsSync(path)) {
    const client = await PGlite.create(inMemory);
    await migrateAlone(() => drizzle(client) as never, migrate as never);
    const dump = await client.dumpDataDir("none");
    await client.close();
    const own = `${path}.${process.pid}`;
    writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
    renameSync(own, path);
  }
  return new Blob([readFileSync(path)]);
};

/** A database in memory, at its beginning. */
export const openEmpty = async (now: () => Date = () => new Date()): Promise<Opened> =>
  openPglite(inMemory, now, { from: await emptyDatabase() });

/** A store that lives as long as the test, and opens when it is needed. */
export const shortStore = (now?: () => Date): Store =>
  createLazyStore(async () => (await openEmpty(now)).store);
