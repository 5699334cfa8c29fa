import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lazily } from "../../src/lazily.ts";
import { openSession, type Session } from "../../src/store/session.ts";
import { columnsOf, passing, tables } from "../../src/store/tables.ts";
import { openPostgresServer, type PostgresServer } from "../support/postgres.ts";
import { runProgram } from "../support/program.ts";
import { emptyFolder } from "../support/store.ts";

const folder = mkdtempSync(join(tmpdir(), "backup-"));
let server: PostgresServer;
beforeAll(async () => {
  server = await openPostgresServer();
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A row at least in every table, with what is easily lost on the way. */
const rows = [
  `insert into people (id, settings, reminded_at) values ('slack:learner:t/a', '{"zone": "Europe/Berlin", "large": 12345678901234567890.10}', '2026-11-24 09:00:00.123456+01')`,
  `insert into people (id, settings, reminded_at) values ('slack:learner:t/b', '{}', null)`,
  `insert into learners select 'slack:learner:t/a', 'slack', 'slack:place:t', 'slack:learner:t/a', E'Ada \\u2028 "\\\\n" 😀\\n', '2026-11-24'`,
  `insert into link_codes (code, learner, expires_at) values ('CODE', 'slack:learner:t/a', '2026-11-24 10:00:00.000001Z')`,
  `insert into ranked values ('slack', 'slack:place:t', 'slack:learner:t/a')`,
  `insert into skills values ('slack:learner:t/a', 'dot', 'slack', 'slack:place:t', '{"s": [1.5, null, "x"]}', '2026-11-25', null)`,
  `insert into places values ('slack:place:t/c', 'slack', 'slack:place:t', '{"daily": {"minutes": 540, "zone": "UTC"}}')`,
  `insert into quizzes (platform, workspace, place, starter, settings, state, started_at) overriding system value
   select 'slack', 'slack:place:t', 'slack:place:t/c', 'slack:learner:t/a', '{"rounds": 5}', 'running', '2026-11-24'`,
  `insert into questions (id, platform, workspace, place, purpose, learner, kind, seed, level, tells, opened_at) overriding system value
   values (9007199254740993, 'slack', 'slack:place:t', 'slack:place:t/c', 'practice', 'slack:learner:t/a', 'dot', -5, 2, '["sign"]', '2026-11-24')`,
  `insert into questions (id, platform, workspace, place, purpose, quiz, number, kind, seed, level, opened_at) overriding system value
   values (7, 'slack', 'slack:place:t', 'slack:place:t/c', 'quiz', 1, 1, 'norm', 5, 2, '2026-11-24')`,
  `insert into attempts (platform, workspace, question, learner, event, outcome, given, slips, hints, first, points, seconds, at)
   select 'slack', 'slack:place:t', 7, 'slack:learner:t/' || n, 'e' || n, 'right', '√2', '[]', 0, n = 1, 3, 0.1 * n, '2026-11-24'
   from generate_series(1, 1234) as n`,
  `update questions set closes_at = '2026-11-24', closed_at = '2026-11-24 00:00:30', told_at = '2026-11-24 00:00:31' where id = 7`,
  `insert into hints (question, learner, count) values (7, 'slack:learner:t/a', 2)`,
  `insert into skip_votes (question, learner) values (7, 'slack:learner:t/a')`,
  `insert into lessons_seen (learner, lesson, at) values ('slack:learner:t/a', 'vector', '2026-11-24')`,
  `insert into lesson_reports (workspace, learner, lesson, version, clear, text, at) values ('slack:place:t', 'slack:learner:t/a', 'vector', '1', false, 'the “norm”', '2026-11-24')`,
  `insert into kept_texts (key, workspace, text, used_at) values ('k', 'slack:place:t', 'some text', '2026-11-24')`,
  `insert into latest_vectors (place, vectors, at) values ('slack:place:t/c', '1,2 3,4', '2026-11-24')`,
  `insert into installations values ('slack:place:t', 'slack', 'U1', '2026-11-24', 's1.key.content')`,
  `insert into visitors (learner, change, seen_at) values ('web:learner:a', 1795478400001, '2026-11-24')`,
  `insert into exchanges (learner, id, added, change, asked, html, pictures, has_file, at) values ('web:learner:a', 'x1', 1795478400000, 1795478400001, '√2', '<p>1.41</p>', '{"k": {"at": [0.1,  "\\u0000"]}}', false, '2026-11-24')`,
];

interface Place {
  readonly settings: Readonly<Record<string, string>>;
  readonly with: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
}

let folders = 0;
const places = {
  "a folder": async () => {
    folders += 1;
    return placeAt({ dataDir: join(folder, `data-${folders}`) });
  },
  "a server": async () => placeAt({ dataDir: "", databaseUrl: await server.createDatabase() }),
};
type Kind = keyof typeof places;

const placeAt = (where: { dataDir: string; databaseUrl?: string }): Place => ({
  settings:
    where.databaseUrl === undefined ? { DATA_DIR: where.dataDir } : { DATABASE_URL: where.databaseUrl },
  with: async (work) => {
    const session = await openSession(where, { made: true });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  },
});

const fill = ({ with: within }: Place): Promise<void> =>
  within(async ({ migrate, query }) => {
    await migrate();
    for (const row of rows) await query(row);
  });

/** A folder with all the rows: to make its database takes seconds, a copy a third of a second. */
const fullFolder = lazily(async () => {
  const full = emptyFolder(folder);
  await fill(placeAt({ dataDir: full }));
  return full;
});

const filled = async (kind: Kind): Promise<Place> => {
  const place = await places[kind]();
  if (kind === "a server") await fill(place);
  else cpSync(await fullFolder(), place.settings.DATA_DIR!, { recursive: true });
  return place;
};

/** All rows of all tables, as the database writes them. */
const contentOf = ({ with: within }: Place) =>
  within(async ({ query }) => {
    await query("set time zone 'UTC'");
    const found: Record<string, unknown> = {};
    for (const table of tables)
      found[table] = (await query(`select t::text as row from "${table}" t`))
        .map(({ row }) => row)
        .toSorted();
    return found;
  });

const makeBackup = async (kind: Kind) => {
  const place = await filled(kind);
  const file = join(folder, `${kind.replace(" ", "-")}.gz`);
  const { code, said } = await runProgram("backup.ts", [file], place.settings);
  expect(said).toContain(`1,253 rows are kept in ${file}.`);
  expect(code).toBe(0);
  return { place, file };
};
const backups = {
  "a folder": lazily(() => makeBackup("a folder")),
  "a server": lazily(() => makeBackup("a server")),
};
/** A place and its backup, which no test changes. */
const backup = (kind: Kind) => backups[kind]();

const restore = (words: readonly string[], { settings }: Place) => runProgram("restore.ts", words, settings);

describe("a backup", () => {
  test("knows every table that there is", async () => {
    const place = await filled("a server");
    await place.with(async (session) => {
      const found = await session.query(
        "select tablename::text as name from pg_tables where schemaname = 'public'",
      );
      expect(found.map(({ name }) => name).toSorted()).toEqual([...tables, ...passing].toSorted());
      for (const table of tables) expect(await columnsOf(session, table)).not.toEqual([]);
    });
    for (const [table, content] of Object.entries(await contentOf(place)))
      expect(content, table).not.toEqual([]);
  });

  test.each([
    ["a folder", "a folder"],
    ["a folder", "a server"],
    ["a server", "a folder"],
    ["a server", "a server"],
  ] as const)(
    "of %s is restored into %s, to the last digit, and the rules hold after it",
    async (from, to) => {
      const { place, file } = await backup(from);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(existsSync(`${file}.part`)).toBe(false);
      const target = await places[to]();
      const { code, said } = await restore([file], target);
      expect(said).toContain("1,253 rows are restored");
      expect(code).toBe(0);
      expect(await contentOf(target)).toEqual(await contentOf(place));
      await target.with(async ({ query }) => {
        const attempt = (learner: string) =>
          query(`insert into attempts (platform, workspace, question, learner, event, outcome, given, slips, hints, first, points, seconds, at)
          values ('slack', 'slack:place:t', 7, '${learner}', '${learner}', 'wrong', '', '[]', 0, false, 0, 1, '2026-11-23')`);
        await expect(attempt("late")).rejects.toMatchObject({ code: "QC001" });
        await expect(query("update questions set closed_at = now() where id = 7")).rejects.toMatchObject({
          code: "QC002",
        });
        await expect(
          query(`insert into ranked values ('slack', 'slack:place:t', 'slack:learner:t/nobody')`),
        ).rejects.toMatchObject({ code: "23503" });
        const [next] =
          await query(`insert into questions (platform, workspace, place, purpose, learner, kind, seed, level, opened_at)
        values ('slack', 'slack:place:t', 'slack:place:t/c', 'practice', 'x', 'dot', 1, 1, now()) returning id::text`);
        expect(next!.id).toBe("9007199254740994");
      });
      const again = await restore([file], target);
      expect(again).toMatchObject({ code: 1, said: expect.stringContaining("not empty") });
      expect((await restore([file, "--replace"], target)).code).toBe(0);
      expect(await contentOf(target)).toEqual(await contentOf(place));
    },
    60_000,
  );

  test("gives no number anew that a row had which is gone", async () => {
    const place = await filled("a server");
    await place.with(({ query }) => query("delete from attempts where id > 1000"));
    const file = join(folder, "gone.gz");
    await runProgram("backup.ts", [file], place.settings);
    const target = await places["a server"]();
    expect((await restore([file], target)).code).toBe(0);
    const [next] = await target.with(({ query }) =>
      query("select nextval(pg_get_serial_sequence('attempts', 'id'))::text as id"),
    );
    expect(next!.id).toBe("1235");
  }, 30_000);

  test("is restored by a role that is no superuser", async () => {
    const { place, file } = await backup("a folder");
    const url = new URL(await server.createDatabase());
    const admin = placeAt({ dataDir: "", databaseUrl: url.href });
    await admin.with(async ({ query }) => {
      await query("create role modest login password 'modest'");
      await query(`grant create on database "${url.pathname.slice(1)}" to modest`);
      await query("grant create, usage on schema public to modest");
    });
    [url.username, url.password] = ["modest", "modest"];
    const target = placeAt({ dataDir: "", databaseUrl: url.href });
    expect(await restore([file], target)).toMatchObject({ code: 0 });
    expect(await contentOf(target)).toEqual(await contentOf(place));
  }, 30_000);

  test("that is damaged, cut short, newer, or none at all changes nothing", async () => {
    const { place, file } = await backup("a folder");
    const before = await contentOf(place);
    const whole = readFileSync(file);
    const text = gunzipSync(whole).toString();
    const lines = text.trimEnd().split("\n");
    const body = [lines[0]!.replace(/"migrations":\d+/, '"migrations":999'), ...lines.slice(1, -1)].join(
      "\n",
    );
    const sha256 = createHash("sha256").update(`${body}\n`).digest("hex");
    const cases: readonly (readonly [string, Buffer, RegExp])[] = [
      ["truncated", whole.subarray(0, whole.length / 2), /cut short/],
      ["no end", gzipSync(`${lines.slice(0, -1).join("\n")}\n`), /cut short/],
      ["changed", gzipSync(text.replace("some text", "same text")), /is damaged/],
      [
        "flipped",
        Buffer.from(whole.map((byte, at) => (at === 3000 ? byte ^ 255 : byte))),
        /damaged|cut short/,
      ],
      ["more", gzipSync(`${text}["x"]\n`), /is damaged/],
      ["newer", gzipSync(`${body}\n${JSON.stringify({ rows: 1253, sha256 })}\n`), /newer version/],
      ["newer form", gzipSync(text.replace('"version":1', '"version":2')), /newer version/],
      ["other", Buffer.from("a letter"), /is not a backup/],
      ["other JSON", gzipSync('{"a": 1}\n'), /is not a backup/],
    ];
    for (const [name, content, sentence] of cases) {
      const path = join(folder, `${name.replace(" ", "-")}.gz`);
      writeFileSync(path, content);
      const { code, said } = await restore([path, "--replace"], place);
      expect(said, name).toMatch(sentence);
      expect(said.trim().split("\n"), name).toHaveLength(1);
      expect(code, name).toBe(1);
    }
    expect(await contentOf(place)).toEqual(before);
    expect((await restore(["/no/such/file"], place)).said).toContain(
      "/no/such/file cannot be read (ENOENT).",
    );
    expect((await restore([], place)).code).toBe(2);
  }, 60_000);

  test("that fails half-way leaves what was there", async () => {
    const { file } = await backup("a folder");
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split("\n").slice(0, -1);
    const body = `${lines.map((line) => (line.includes('"some text"') ? '["k",null,null]' : line)).join("\n")}\n`;
    const end = { rows: 1253, sha256: createHash("sha256").update(body).digest("hex") };
    const broken = join(folder, "broken.gz");
    writeFileSync(broken, gzipSync(`${body}${JSON.stringify(end)}\n`));
    const target = await filled("a server");
    const before = await contentOf(target);
    expect(await restore([broken, "--replace"], target)).toMatchObject({ code: 1 });
    expect(await contentOf(target)).toEqual(before);
  }, 30_000);
});

describe("the programs", () => {
  test("leave a folder alone that another process holds, and tell what is missing", async () => {
    const { place, file } = await backup("a folder");
    await place.with(async () => {
      for (const program of ["backup.ts", "restore.ts"]) {
        const { code, said } = await runProgram(program, [file], place.settings);
        expect(said).toMatch(/^Process \d+ works with the data in .*\n$/);
        expect(code).toBe(1);
      }
    });
    const none = { DATA_DIR: join(folder, "none") };
    expect((await runProgram("backup.ts", [file], none)).said).toContain("There is no database in");
    expect(existsSync(none.DATA_DIR)).toBe(false);
    expect((await runProgram("backup.ts", ["/no/such/x.gz"], place.settings)).said).toContain(
      "/no/such/x.gz cannot be written (ENOENT).",
    );
  }, 30_000);

  test("move carries a folder into an empty database on a server, and into no other", async () => {
    const place = await filled("a folder");
    const target = await places["a server"]();
    const address = target.settings.DATABASE_URL!;
    const moved = await runProgram("move.ts", [address], place.settings);
    expect(moved.said).toContain("1,253 rows are on the server now.");
    expect(moved.said).not.toContain("loopback");
    expect(moved.code).toBe(0);
    expect(await contentOf(target)).toEqual(await contentOf(place));
    const again = await runProgram("move.ts", [], { ...place.settings, ...target.settings });
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining("not empty") });
    expect((await runProgram("move.ts", [], place.settings)).code).toBe(2);
    expect((await runProgram("move.ts", ["http://x"], place.settings)).code).toBe(78);
  }, 30_000);
});
