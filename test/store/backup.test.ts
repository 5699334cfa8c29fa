import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { databaseIn } from "../../src/store/sqlite/folder.ts";
import { movedTables } from "../../src/store/tables.ts";
import { runProgram } from "../support/program.ts";
import { createSharedDatabase } from "../support/shared-postgres.ts";

const root = mkdtempSync(join(tmpdir(), "backup-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
const newFolder = (): string => {
  folders += 1;
  return join(root, `data-${folders}`);
};

/** A row at least in every table, with what is easily lost on the way. */
const rows = [
  `insert into people values ('slack:learner:t/a', '{"zone": "Europe/Berlin", "large": 12345678901234567890.10}', 1795478400123)`,
  "insert into people (id) values ('slack:learner:t/b')",
  `insert into learners values ('slack:learner:t/a', 'slack', 'slack:place:t', 'slack:learner:t/a', 'Ada ' || char(8232) || ' "\\n" 😀 ' || char(10), 1795478400000)`,
  "insert into link_codes values ('CODE', 'slack:learner:t/a', 1795478400001, 'slack:learner:t/a', 1, 2)",
  "insert into ranked values ('slack', 'slack:place:t', 'slack:learner:t/a')",
  `insert into skills values ('slack:learner:t/a', 'dot', 'slack', 'slack:place:t', '{"s": [1.5, null, "x"]}', 1795564800000, null)`,
  `insert into places values ('slack:place:t/c', 'slack', 'slack:place:t', '{"daily": {"minutes": 540, "zone": "UTC"}}', 'slack:learner:t/a')`,
  `insert into quizzes (platform, workspace, place, starter, settings, state, started_at)
   values ('slack', 'slack:place:t', 'slack:place:t/c', 'slack:learner:t/a', '{"rounds": 5}', 'running', 1795478400000)`,
  `insert into questions (id, platform, workspace, place, purpose, learner, kind, seed, level, tells, opened_at)
   values (4007199254740993, 'slack', 'slack:place:t', 'slack:place:t/c', 'practice', 'slack:learner:t/a', 'dot', -5, 2, '["sign"]', 1795478400000)`,
  `insert into questions (id, platform, workspace, place, purpose, quiz, number, kind, seed, level, opened_at)
   values (7, 'slack', 'slack:place:t', 'slack:place:t/c', 'quiz', 1, 1, 'norm', 5, 2, 1795478400000)`,
  `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 1234)
   insert into attempts (platform, workspace, question, learner, event, outcome, given, slips, hints, first, points, seconds, at)
   select 'slack', 'slack:place:t', 7, 'slack:learner:t/' || n, 'e' || n, 'right', '√2', '[]', 0, n = 1, 3, 0.1 * n, 1795478400000
   from numbers`,
  "update questions set closes_at = 1795478400000, closed_at = 1795478430000, told_at = 1795478431000 where id = 7",
  "insert into hints values (7, 'slack:learner:t/a', 2)",
  "insert into skip_votes values (7, 'slack:learner:t/a')",
  "insert into lessons_seen values ('slack:learner:t/a', 'vector', 1795478400000)",
  "insert into lesson_reports values ('slack:place:t', 'slack:learner:t/a', 'vector', '1', 0, 'the “norm”', 1795478400000)",
  "insert into kept_texts values ('k', 'slack:place:t', 'some text', 1795478400000, 'slack:learner:t/a')",
  "insert into latest_vectors values ('slack:place:t/c', '1,2 3,4', 1795478400000, 'slack:learner:t/a')",
  "insert into installations values ('slack:place:t', 'slack', 'U1', 1795478400000, 's1.key.content')",
  "insert into visitors values ('web:learner:a', 1795478400001, 1795478400000)",
  `insert into exchanges values ('web:learner:a', 'x1', 1795478400000, 1795478400001, '√2', '<p>1.41</p>', '{"k": {"at": [0.1,  "\\u0000"]}}', 0, 1795478400000)`,
];
const count = 1_253;

const full = newFolder();
const backup = join(root, "tutor.backup");
beforeAll(async () => {
  const { store } = await openStore({ dataDir: full }, () => new Date());
  await store.close();
  const file = new DatabaseSync(databaseIn(full));
  for (const row of rows) file.exec(row);
  file.close();
  const { code, said } = await runProgram("programs/backup.ts", [backup], { DATA_DIR: full });
  expect({ code, said }).toEqual({ code: 0, said: `All that is kept in ${full} is in ${backup} now.\n` });
});

/** All rows of all tables. */
const contentOf = (folder: string) => {
  const file = new DatabaseSync(databaseIn(folder), { readOnly: true });
  const found = movedTables.map((table) => [
    table,
    file.prepare(`select * from ${table} order by 1, 2`).all(),
  ]);
  file.close();
  return found;
};

const restore = (file: string, folder: string, ...words: readonly string[]) =>
  runProgram("programs/restore.ts", [file, ...words], { DATA_DIR: folder });

describe("a backup", () => {
  test("has everything, is for its owner's eyes, and is one file", () => {
    for (const table of movedTables) {
      const file = new DatabaseSync(backup, { readOnly: true });
      expect(file.prepare(`select count(*) as n from ${table}`).get()!.n, table).toBeGreaterThan(0);
      file.close();
    }
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(readdirSync(root).filter((name) => name.startsWith("tutor.backup"))).toEqual(["tutor.backup"]);
  });

  test("is made while a tutor works with the folder, and as it is at one moment", async () => {
    const folder = newFolder();
    const { store } = await openStore({ dataDir: folder }, () => new Date());
    await store.replies.keepLatest("slack:place:t/c", "1,2 3,4");
    const file = join(root, "running.backup");
    const { code, said } = await runProgram("programs/backup.ts", [file], { DATA_DIR: folder });
    expect(said).toContain("is in");
    expect(code).toBe(0);
    await store.replies.keepLatest("slack:place:t/c", "5,6 7,8");
    await store.close();
    const other = newFolder();
    expect((await restore(file, other)).code).toBe(0);
    const again = await openStore({ dataDir: other }, () => new Date());
    expect(await again.store.replies.findLatest(["slack:place:t/c"])).toBe("1,2 3,4");
    await again.store.close();
  });

  test("is written over nothing, unless that is asked for", async () => {
    const file = join(root, "there.backup");
    writeFileSync(file, "something else");
    const refused = await runProgram("programs/backup.ts", [file], { DATA_DIR: full });
    expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/is there already.*--replace/) });
    expect(readFileSync(file, "utf8")).toBe("something else");
    expect((await runProgram("programs/backup.ts", ["--replace", file], { DATA_DIR: full })).code).toBe(0);
    expect(readFileSync(file).equals(readFileSync(backup))).toBe(true);
  });

  const trials: readonly (readonly [string, readonly string[], Record<string, string>, number, RegExp])[] = [
    [
      "of nothing",
      [join(root, "none")],
      { DATA_DIR: join(root, "nowhere") },
      1,
      /There is no database in .*DATA_DIR/,
    ],
    ["of memory", [join(root, "none")], { DATA_DIR: "memory://" }, 1, /memory:\/\/, where nothing is kept/],
    [
      "into a folder that is not there",
      [join(root, "no/such/file")],
      { DATA_DIR: full },
      1,
      /cannot be found \(ENOENT\)/,
    ],
    ["without a file", [], { DATA_DIR: full }, 2, /npm run backup -- tutor\.backup/],
    [
      "of a server",
      ["tutor.dump"],
      { DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" },
      2,
      /pg_dump --format=custom --file=tutor\.dump/,
    ],
  ];
  test.each(trials)("%s is refused in a sentence", async (_, words, settings, code, sentence) => {
    const refused = await runProgram("programs/backup.ts", words, settings);
    expect(refused.said).toMatch(sentence);
    expect(refused.code).toBe(code);
  });
});

describe("a restore", () => {
  test("brings everything back, and new ids go on behind the old ones", async () => {
    const folder = newFolder();
    expect(await restore(backup, folder)).toEqual({
      code: 0,
      said: `${folder} holds what was in ${backup} now.\n`,
    });
    expect(contentOf(folder)).toEqual(contentOf(full));
    for (const name of readdirSync(folder))
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    const { store } = await openStore({ dataDir: folder }, () => new Date());
    const posed = await store.questions.pose({
      workspace: "slack:place:t",
      place: "slack:place:t/c",
      purpose: "practice",
      learner: "slack:learner:t/a",
      kind: "dot",
      seed: 1,
      level: 1,
      openedAt: new Date(),
    });
    expect(posed!.id).toBe(4007199254740994);
    await store.close();
  });

  test("forgets what is there only where that is asked for, also what is damaged", async () => {
    const folder = newFolder();
    const { store } = await openStore({ dataDir: folder }, () => new Date());
    await store.replies.keepLatest("slack:place:own/c", "1,2 3,4");
    await store.close();
    const before = contentOf(folder);
    expect(await restore(backup, folder)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/--replace/),
    });
    expect(contentOf(folder)).toEqual(before);
    writeFileSync(databaseIn(folder), "damaged");
    expect((await restore(backup, folder, "--replace")).code).toBe(0);
    expect(contentOf(folder)).toEqual(contentOf(full));
  });

  test("is refused while a tutor works with the folder", async () => {
    const folder = newFolder();
    const { store } = await openStore({ dataDir: folder }, () => new Date());
    const refused = await restore(backup, folder, "--replace");
    expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/Another process works with/) });
    await store.replies.keepLatest("slack:place:t/c", "still here");
    expect(await store.replies.findLatest(["slack:place:t/c"])).toBe("still here");
    await store.close();
  });

  test("that is killed at any moment leaves all or nothing", async () => {
    const folder = newFolder();
    await restore(backup, folder);
    for (const wait of [60, 120, 180, 240, 300]) {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, "../../src/run.js"), "programs/restore", backup, "--replace"],
        { env: { PATH: process.env.PATH, DATA_DIR: folder } },
      );
      setTimeout(() => child.kill("SIGKILL"), wait);
      await new Promise((resolve) => child.on("close", resolve));
      expect(contentOf(folder)).toEqual(contentOf(full));
    }
    const { store } = await openStore({ dataDir: folder }, () => new Date());
    await store.close();
  });

  const damages: readonly (readonly [string, (bytes: Buffer) => Buffer, RegExp])[] = [
    ["half of it", (bytes) => bytes.subarray(0, bytes.length / 2), /cut short/],
    ["a page overwritten", (bytes) => Buffer.from(bytes).fill(0xff, 4096 * 8, 4096 * 12), /damaged/],
    ["empty", () => Buffer.alloc(0), /not a backup/],
    ["a text", () => Buffer.from("a text".repeat(1_000)), /not a backup/],
    ["a database of another program", (bytes) => Buffer.from(bytes).fill(7, 68, 72), /not a backup/],
  ];
  test.each(damages)(
    "of a damaged file (%s) is refused, and nothing is changed",
    async (name, damage, sentence) => {
      const file = join(root, `${name}.backup`);
      writeFileSync(file, damage(readFileSync(backup)));
      const folder = newFolder();
      const refused = await restore(file, folder);
      expect(refused.said).toMatch(sentence);
      expect(refused.said).toContain("Nothing was changed.");
      expect(refused.code).toBe(1);
      expect(existsSync(databaseIn(folder))).toBe(false);
    },
  );

  test("of a newer version's file, and of one that is not there, is refused", async () => {
    const newer = join(root, "newer.backup");
    copyFileSync(backup, newer);
    const file = new DatabaseSync(newer);
    file.exec("insert into migrations values (99, 0)");
    file.close();
    expect((await restore(newer, newFolder())).said).toMatch(/newer version of the tutor/);
    expect((await restore(join(root, "nothing"), newFolder())).said).toMatch(/cannot be found/);
  });
});

test("move carries a folder into an empty database on a server, and into no other", async () => {
  const url = await createSharedDatabase();
  const move = () => runProgram("programs/move.ts", [url], { DATA_DIR: full });
  const moved = await move();
  expect(moved.said).toMatch(/^1,253 rows are on the server now\./);
  expect(moved.code).toBe(0);
  const client = new pg.Client({
    connectionString: url,
    types: {
      getTypeParser: (type) => (type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type)),
    },
  });
  await client.connect();
  let there = 0;
  for (const [table, expected] of contentOf(full) as [string, unknown[]][]) {
    const { rows } = await client.query(`select * from ${table} order by 1, 2`);
    const asText = (list: readonly unknown[]) => list.map((row) => JSON.stringify(row)).toSorted();
    expect(asText(rows), table).toEqual(asText(expected));
    there += rows.length;
  }
  expect(there).toBe(count);
  await client.end();
  expect(await move()).toMatchObject({
    code: 1,
    said: expect.stringMatching(/not empty, so nothing was changed/),
  });
  const { store } = await openStore({ dataDir: "", databaseUrl: url }, () => new Date());
  const posed = await store.quizzes.start({
    workspace: "slack:place:t",
    place: "slack:place:t/new",
    starter: "slack:learner:t/a",
    settings: {},
    startedAt: new Date(),
  });
  expect(posed!.id).toBe(2);
  expect(await move()).toMatchObject({
    code: 1,
    said: expect.stringMatching(/A tutor works with the database/),
  });
  await store.close();
});
