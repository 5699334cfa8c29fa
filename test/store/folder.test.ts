import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Reason } from "../../src/store/refusal.ts";
import { applicationId, databaseIn } from "../../src/store/sqlite/folder.ts";
import { openBeside, openSqlite } from "../../src/store/sqlite/open.ts";

const root = mkdtempSync(join(tmpdir(), "folder-"));
afterAll(() => rmSync(root, { recursive: true }));

const now = () => new Date(Date.UTC(2026, 10, 24));
let folder = "";
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(root, `data-${count}`);
});

const open = async (at = folder) => (await openSqlite(at, { now })).store;

/** What lies in a folder, with sizes: what is refused is left as it is. */
const contents = () =>
  readdirSync(folder)
    .filter((name) => !name.startsWith("tutor.lock"))
    .map((name) => [name, statSync(join(folder, name)).size]);

const refusal = (reason: Reason) => expect.objectContaining({ reason });

describe("a database in a folder", () => {
  test("keeps what was kept over a restart, for its owner's eyes alone", async () => {
    const first = await open();
    await first.replies.keepTexts("web:place:page", new Map([["key", "text"]]));
    await first.lessons.noteSeen("web:learner:a", "vector");
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder))
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    await first.close();
    const second = await open();
    expect(await second.replies.findText("key")).toBe("text");
    expect(await second.lessons.seenBy("web:learner:a")).toEqual(new Set(["vector"]));
    await second.close();
  });

  test("what was written at one moment is kept, each part by itself, when one of them fails", async () => {
    const opened = await openSqlite(folder, { now });
    const { learners, quizzes } = opened.store;
    const quiz = {
      workspace: "slack:place:t",
      place: "slack:place:t/c",
      starter: "slack:learner:t/a",
      settings: {},
      startedAt: now(),
    } as const;
    const results = await Promise.allSettled([
      learners.change("slack:learner:t/a", { digits: 3 }),
      quizzes.start(quiz),
      opened.database.kind === "sqlite" &&
        opened.database.database
          .insertInto("jobs")
          .values({ id: 1, name: "x", key: "x", payload: "", due_at: 0.5, tries: 0 })
          .execute(),
      learners.change("slack:learner:t/b", { digits: 4 }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    await opened.store.close();
    const again = await open();
    expect(await again.learners.settingsOf("slack:learner:t/a")).toEqual({ digits: 3 });
    expect(await again.learners.settingsOf("slack:learner:t/b")).toEqual({ digits: 4 });
    expect(await again.quizzes.running()).toHaveLength(1);
    await again.close();
  });

  test("belongs to one process: another is told by whom it is taken, and joins it if it may", async () => {
    const store = await open();
    await expect(open()).rejects.toThrow(
      new RegExp(`Another process works with .*Process ${process.pid} on .* since 2026-11-24T00:00:00`),
    );
    const { store: beside } = await openBeside(folder, { now });
    await beside.learners.change("terminal:learner:a", { digits: 7 });
    expect(await store.learners.settingsOf("terminal:learner:a")).toEqual({ digits: 7 });
    await beside.close();
    await store.close();
    await (await open()).close();
  });

  test("of many that try at the same moment, one has it, and its end gives it free", async () => {
    const program = join(import.meta.dirname, "../support/hold-folder.ts");
    mkdirSync(folder);
    const moment = String(Date.now() + 3_000);
    const children = Array.from({ length: 6 }, () => spawn(process.execPath, [program, folder, moment]));
    const said = await Promise.all(
      children.map(async ({ stdout }) => String((await once(stdout, "data"))[0]).trim()),
    );
    expect(said.toSorted()).toEqual(["held", ...Array<string>(5).fill("taken")]);
    const ended = children.map((child) => once(child, "exit"));
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(ended);
    await (await open()).close();
  });
});

/** Runs a command where its process id means nothing to other processes, as in a container; needs leave to do so. */
const apart = ["unshare", "--pid", "--fork", "--mount-proc"] as const;
const mayBeApart = spawnSync(apart[0], [...apart.slice(1), "true"]).status === 0;

test.skipIf(!mayBeApart)("two containers with one volume: the second is refused", async () => {
  const program = join(import.meta.dirname, "../support/hold-folder.ts");
  mkdirSync(folder);
  const hold = async () => {
    const child = spawn(apart[0], [...apart.slice(1), process.execPath, program, folder, "0"], {
      detached: true,
    });
    return { child, said: String((await once(child.stdout, "data"))[0]).trim() };
  };
  const first = await hold();
  const second = await hold();
  expect([first.said, second.said]).toEqual(["held", "taken"]);
  for (const { child } of [first, second]) {
    const ended = once(child, "exit");
    process.kill(-child.pid!, "SIGKILL");
    await ended;
  }
});

describe("what is not a sound database of this version is refused, and left as it is", () => {
  const made = async () => {
    const store = await open();
    for (let i = 0; i < 200; i += 1)
      await store.replies.keepTexts("web:place:page", new Map([[`key ${i}`, "text"]]));
    await store.close();
  };

  const cases: readonly (readonly [string, Reason, RegExp, () => Promise<void>])[] = [
    [
      "a folder of the first edition",
      "first-edition",
      /first edition.*npm run move.*DATA_DIR/,
      async () => {
        mkdirSync(join(folder, "database"), { recursive: true });
        writeFileSync(join(folder, "database", "PG_VERSION"), "17\n");
      },
    ],
    [
      "a database that was there and is gone",
      "lost",
      /There was a database in .*npm run restore/,
      async () => {
        await made();
        rmSync(databaseIn(folder));
      },
    ],
    [
      "a database of which only the log of changes is there",
      "lost",
      /There was a database/,
      async () => {
        mkdirSync(folder);
        writeFileSync(`${databaseIn(folder)}-wal`, "log");
      },
    ],
    [
      "an empty file beside a log of changes",
      "lost",
      /There was a database/,
      async () => {
        mkdirSync(folder);
        writeFileSync(databaseIn(folder), "");
        writeFileSync(`${databaseIn(folder)}-wal`, "log");
      },
    ],
    [
      "half a copy",
      "damaged",
      /is damaged.*npm run restore/,
      async () => {
        await made();
        truncateSync(databaseIn(folder), 4096 * 5);
      },
    ],
    [
      "a file without the log of changes that made its tables",
      "damaged",
      /is damaged/,
      async () => {
        mkdirSync(folder);
        const file = new DatabaseSync(databaseIn(folder));
        file.exec(`pragma application_id = ${applicationId}; vacuum`);
        file.close();
      },
    ],
    [
      "no database at all",
      "damaged",
      /is damaged/,
      async () => {
        mkdirSync(folder);
        writeFileSync(
          databaseIn(folder),
          "once upon a time there was a text that is no database at all".repeat(9),
        );
      },
    ],
    [
      "a page that was overwritten",
      "damaged",
      /is damaged/,
      async () => {
        await made();
        const file = databaseIn(folder);
        const { size } = statSync(file);
        const bytes = Buffer.alloc(size);
        readFileSync(file).copy(bytes);
        bytes.fill(0xff, 4096 * 6, 4096 * 9);
        writeFileSync(file, bytes);
      },
    ],
    [
      "a database of another program",
      "foreign",
      /another program/,
      async () => {
        mkdirSync(folder);
        const other = new DatabaseSync(databaseIn(folder));
        other.exec("create table notes (text text)");
        other.close();
      },
    ],
    [
      "a database of a newer version",
      "newer",
      /newer version of the tutor \(99 steps/,
      async () => {
        await made();
        const file = new DatabaseSync(databaseIn(folder));
        file.exec("insert into migrations (version, made_at) values (99, 0)");
        file.close();
      },
    ],
  ];

  test.each(cases)("%s", async (_, reason, sentence, prepare) => {
    await prepare();
    const before = contents();
    const opening = open();
    await expect(opening).rejects.toEqual(refusal(reason));
    await expect(opening).rejects.toThrow(sentence);
    expect(contents()).toEqual(before);
  });

  test("a place where there is a file, and one where nobody may write", async () => {
    writeFileSync(folder, "");
    await expect(open()).rejects.toEqual(refusal("misconfigured"));
    expect(existsSync(databaseIn(folder))).toBe(false);
  });
});
