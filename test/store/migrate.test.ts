import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { afterAll, expect, test } from "vitest";
import { countKnown } from "../../src/store/migrate.ts";
import { openPglite } from "../../src/store/open-pglite.ts";

const folder = mkdtempSync(join(tmpdir(), "migrate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first so many migrations, as an earlier version had them. */
const earlier = (count: number): string => {
  const copy = join(folder, "migrations");
  cpSync(join(import.meta.dirname, "../../src/store/migrations"), copy, { recursive: true });
  const journal = join(copy, "meta/_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8")) as { entries: unknown[] };
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, count) }));
  return copy;
};

test("an earlier database is brought up to date step by step, and each is told; nothing of a new one", async () => {
  const left = countKnown() - 4;
  expect(left).toBeGreaterThan(1);
  const client = await PGlite.create(join(folder, "database"));
  await migrate(drizzle(client), { migrationsFolder: earlier(4) });
  await client.close();

  const openTold = async () => {
    const told: string[] = [];
    const { store } = await openPglite(folder, () => new Date(), { tell: (sentence) => told.push(sentence) });
    await store.close();
    return told;
  };
  expect(await openTold()).toEqual([
    `The database is brought up to date: ${left} steps are to do.`,
    ...Array.from({ length: left }, (_, n) => `Step ${n + 1} of ${left} is done.`),
  ]);
  expect(await openTold()).toEqual([]);
  rmSync(join(folder, "database"), { recursive: true });
  expect(await openTold()).toEqual([]);
}, 60_000);
