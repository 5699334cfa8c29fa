import { readFileSync } from "node:fs";
import { Kysely, PostgresDialect, sql } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import type { Dialect } from "../../src/store/engine.ts";
import { migrate, versionOf } from "../../src/store/migrate.ts";
import type { Migration } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open-store.ts";
import { postgresDialect } from "../../src/store/postgres/dialect.ts";
import { createPool } from "../../src/store/postgres/open.ts";
import { sqliteDialect } from "../../src/store/sqlite/dialect.ts";
import { type Database, movedTables } from "../../src/store/tables.ts";
import { createSharedDatabase } from "../support/shared-postgres.ts";
import { openEmpty } from "../support/store.ts";

const now = () => new Date(0);

/** A database as the first edition left it, with a row in each table. */
const firstEdition = readFileSync(new URL("first-edition.sql", import.meta.url), "utf8");

const steps: readonly Migration[] = [
  ({ id, strict }) => [`create table one (id ${id})${strict}`],
  () => ["alter table one add column two text", "insert into one (two) values ('b')"],
  () => ["alter table one add column three text", "update one set three = 'c'"],
];
const failing: Migration = () => ["alter table one add column four text", "select no such thing"];

const opened: { close: () => Promise<unknown> }[] = [];
afterAll(() => Promise.all(opened.map(({ close }) => close())));

const onServer = async (): Promise<Database> => {
  const database: Database = new Kysely({
    dialect: new PostgresDialect({ pool: createPool(await createSharedDatabase(), 2) }),
  });
  opened.push({ close: () => database.destroy() });
  return database;
};

const inProcess = async (): Promise<Database> => {
  const { database, store } = await openEmpty();
  opened.push(store);
  if (database.kind !== "sqlite") throw new Error("It is not in this process.");
  // Without what the tutor's own steps made, a database is as good as new.
  await sql`delete from migrations`.execute(database.database);
  return database.database;
};

const databases: readonly (readonly [string, Dialect, () => Promise<Database>])[] = [
  ["in this process", sqliteDialect, inProcess],
  ["on a PostgreSQL server", postgresDialect, onServer],
];

describe.each(databases)("a database %s", (_, dialect, open) => {
  test("is brought up to date step by step, and each is told; nothing of a new one", async () => {
    const database = await open();
    const told: string[] = [];
    const bring = (list: readonly Migration[]) =>
      migrate(database, dialect, now, (sentence) => told.push(sentence), list);
    await bring(steps.slice(0, 1));
    expect(told).toEqual([]);
    await bring(steps);
    expect(told.splice(0)).toEqual([
      "The database is brought up to date: 2 steps are to do.",
      "Step 1 of 2 is done.",
      "Step 2 of 2 is done.",
    ]);
    expect(await versionOf(database)).toBe(3);
    expect((await sql`select two, three from one`.execute(database)).rows).toEqual([
      { two: "b", three: "c" },
    ]);
    await bring(steps);
    expect(told).toEqual([]);
    await expect(bring([...steps, failing])).rejects.toThrow();
    // A step that fails is undone as a whole.
    expect(await versionOf(database)).toBe(3);
    await expect(sql`select four from one`.execute(database)).rejects.toThrow();
    await expect(bring(steps.slice(0, 2))).rejects.toMatchObject({ reason: "newer" });
  });
});

describe("a server's database of the first edition", () => {
  test("is brought into the form of this one, with everything in it", async () => {
    const url = await createSharedDatabase();
    const pool = createPool(url, 1);
    await pool.query(firstEdition);
    const told: string[] = [];
    const { store } = await openStore({ dataDir: "", databaseUrl: url }, now, {
      patience: 0,
      tell: (sentence) => told.push(sentence),
    });
    expect(told).toEqual(["What the first edition kept is brought into the form of this one."]);
    const ada = "slack:learner:t/a";
    expect(await store.learners.settingsOf(ada)).toEqual({ zone: "Europe/Berlin", digits: 4 });
    expect(await store.learners.skillsOf(ada)).toEqual([
      { skill: "dot", record: { s: [1.5, null, "x"] }, dueAt: new Date("2026-11-25T00:00:00Z") },
    ]);
    expect(await store.questions.find(7)).toMatchObject({
      tells: ["sign"],
      closedAt: new Date("2026-11-24T00:00:30.500Z"),
      number: 1,
    });
    expect(await store.questions.attemptsOn(7)).toEqual([
      expect.objectContaining({
        learner: ada,
        given: "√2",
        first: true,
        points: 3,
        seconds: 0.5,
        name: "Ada",
      }),
    ]);
    expect(await store.quizzes.scores(1)).toEqual([
      { learner: ada, name: "Ada", points: 3, right: 1, answered: 1 },
    ]);
    expect(await store.quizzes.placeSettings("slack:place:t/c")).toEqual({
      daily: { minutes: 540, zone: "UTC" },
    });
    expect(await store.replies.findLatest(["slack:place:t/c"])).toBe("1,2 3,4");
    expect(await store.conversations.picture("web:learner:a", "k")).toEqual({ at: [0.1] });
    // New rows are numbered behind those that were brought.
    const quiz = await store.quizzes.start({
      workspace: "slack:place:t",
      place: "slack:place:t/d",
      starter: ada,
      settings: {},
      startedAt: now(),
    });
    expect(quiz?.id).toBe(2);
    for (const table of movedTables) {
      const { rows } = await pool.query(`select count(*) as count from ${table}`);
      expect(rows[0].count, table).toBeGreaterThan(0);
    }
    const schemas = await pool.query(
      "select nspname as name from pg_namespace where nspname in ('drizzle', 'first_edition')",
    );
    expect(schemas.rows).toEqual([]);
    await pool.end();
    await store.close();
    const again = await openStore({ dataDir: "", databaseUrl: url }, now);
    expect(await again.store.learners.settingsOf(ada)).toEqual({ zone: "Europe/Berlin", digits: 4 });
    await again.store.close();
  });
});
