import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { createLimits } from "../../src/commands/limits.ts";
import { scheduleDailies } from "../../src/jobs/daily.ts";
import { openQueue } from "../../src/jobs/queue.ts";
import { migrations } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createPool } from "../../src/store/postgres/open.ts";
import { runProgram } from "../support/program.ts";
import { createSharedDatabase } from "../support/shared-postgres.ts";

const log = pino({ level: "silent" });
const now = () => new Date(Date.UTC(2026, 10, 24));
const nothing = async () => undefined;
const handlers = { quiz: nothing, daily: nothing, remind: nothing, "clean-up": nothing };

const open = async (databaseUrl: string) => openStore({ dataDir: "", databaseUrl }, now);

/** The program that starts everything, and what it says when it cannot. */
const start = (databaseUrl: string) =>
  runProgram("main.ts", [], {
    PORT: "0",
    DATABASE_URL: databaseUrl,
    DATABASE_WAIT: "0",
    LOG_LEVEL: "silent",
  });

describe("a database on a server", () => {
  test("has one allowance for each learner, whichever process answers", async () => {
    const url = await createSharedDatabase();
    const both = await Promise.all([open(url), open(url)]);
    const limits = both.map(({ countTogether }) => createLimits(countTogether));
    const from = { learner: "slack:learner:T1/U1", place: "slack:place:T1/C1" } as const;
    const other = { ...from, learner: "slack:learner:T1/U2" } as const;
    const charge = (i: number) => limits[i % 2]!.charge(from, "usual");
    // As many as one process lets through, but half of them at each.
    for (let i = 0; i < 30; i += 1) expect(await charge(i)).toBeUndefined();
    // What goes beyond is let through until the count of both is known, and by neither from then on.
    const tooQuick = expect.objectContaining({ kind: "too-quick", whose: "learner" });
    for (const i of [0, 1])
      await expect.poll(() => charge(i), { interval: 200, timeout: 30_000 }).toEqual(tooQuick);
    expect(await limits[0]!.charge(other, "usual")).toBeUndefined();
    await Promise.all(both.map(({ store }) => store.close()));
    // Without a database, each goes on by itself.
    expect(await limits[1]!.charge(other, "usual")).toBeUndefined();
  });

  test("is made by several processes that start at once", async () => {
    const url = await createSharedDatabase();
    const all = await Promise.all(Array.from({ length: 4 }, () => open(url)));
    const queues = await Promise.all(all.map(({ database }) => openQueue(database, { log, now })));
    await Promise.all(queues.map((queue) => queue.start(handlers)));
    await Promise.all(
      all.map(({ store }, at) => store.replies.keepTexts("web:place:page", new Map([[`key ${at}`, "text"]]))),
    );
    expect(await all[0]!.store.replies.findText("key 3")).toBe("text");
    await Promise.all(queues.map((queue) => queue.stop()));
    await Promise.all(all.map(({ store }) => store.close()));
    const pool = createPool(url, 1);
    expect((await pool.query("select version from migrations")).rows).toHaveLength(migrations.length);
    await pool.end();
  });

  test("loses a connection in the middle of a transaction, and the process goes on", async () => {
    const url = await createSharedDatabase();
    const { store } = await open(url);
    const [ada, joiner] = ["slack:learner:t/ada", "discord:learner:1"] as const;
    await store.learners.makeLinkCode(ada, "ABCD2345", new Date(now().getTime() + 60_000));
    await store.learners.findLinkCode(joiner, "ABCD2345");
    await store.learners.agreeToLink(joiner, "ABCD2345");
    const pool = createPool(url, 1);
    const other = await pool.connect();
    await other.query("begin");
    await other.query("lock table link_codes in access exclusive mode");
    const linking = store.learners.link(ada, "ABCD2345");
    const broken = () =>
      other.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dot-tutor' and wait_event_type = 'Lock'",
      );
    await expect.poll(async () => (await broken()).rowCount).toBe(1);
    await other.query("commit");
    expect(await linking).toEqual({ learner: joiner });
    other.release();
    await pool.end();
    await store.close();
  });

  test("a queue that is new has the daily questions that are set", async () => {
    const url = await createSharedDatabase();
    const { store, database } = await open(url);
    const places = { nine: "slack:place:t/c", off: "slack:place:t/d", broken: "slack:place:t/e" } as const;
    await store.quizzes.changePlace(places.broken, { daily: { minutes: 60, zone: "Nowhere/At all" } });
    await store.quizzes.changePlace(places.nine, { daily: { minutes: 545, zone: "Europe/Berlin" } });
    await store.quizzes.changePlace(places.off, { mode: "race" });
    expect(await store.quizzes.placesWithDaily()).toEqual([places.nine, places.broken]);
    const queue = await openQueue(database, { log, now });
    await queue.start(handlers);
    await scheduleDailies({ store, jobs: queue, log });
    const pool = createPool(url, 1);
    const { rows: scheduled } = await pool.query(
      "select data->>'place' as place, cron, timezone from pgboss.schedule where name = 'daily'",
    );
    expect(scheduled).toContainEqual({ place: places.nine, cron: "5 9 * * *", timezone: "Europe/Berlin" });
    expect(scheduled.map(({ place }) => place)).not.toContain(places.off);
    await pool.end();
    await queue.stop();
    await store.close();
  });

  test("that cannot be opened is told in a sentence, without the password", async () => {
    const url = new URL(await createSharedDatabase());
    const changed = (change: Partial<Pick<URL, "password" | "pathname" | "port">>) =>
      Object.assign(new URL(url), change).href;
    const old = await openOldServer("140011");
    const cases: readonly (readonly [string, number, RegExp])[] = [
      [changed({ password: "wrong-secret" }), 78, /refuses the name or the password in DATABASE_URL/],
      [changed({ pathname: "/nowhere" }), 78, /no database “nowhere”.*DATABASE_URL/],
      [
        changed({ port: "1" }),
        1,
        /No PostgreSQL server answers at 127\.0\.0\.1:1 \(ECONNREFUSED\).*DATABASE_URL/,
      ],
      [old.url, 78, /DATABASE_URL names is PostgreSQL 14\. The tutor needs 15 or newer/],
    ];
    for (const [address, expected, sentence] of cases) {
      const { code, said } = await start(address);
      expect(said).toMatch(sentence);
      expect(said).not.toMatch(/wrong-secret|loopback/);
      expect(said.trim().split("\n")).toHaveLength(1);
      expect(code).toBe(expected);
    }
    await old.close();
  });
});

/** What speaks as much of PostgreSQL's protocol as it takes to say which version it is. */
const openOldServer = async (version: string) => {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message("Z", Buffer.from("I"));
  const column = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from("server_version_num\0"),
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]),
  ]);
  const value = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), Buffer.from(version)]);
  const answer = [message("T", column), message("D", value), message("C", Buffer.from("SHOW\0")), ready];
  const listening = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", Buffer.alloc(4)), ready]));
      socket.on("data", (data) => {
        if (String(data.subarray(0, 1)) === "Q") socket.write(Buffer.concat(answer));
        else socket.end();
      });
    });
  }).listen(0, "127.0.0.1");
  await once(listening, "listening");
  return {
    url: `postgres://tutor:loopback@127.0.0.1:${(listening.address() as AddressInfo).port}/tutor`,
    close: () => new Promise((resolve) => listening.close(resolve)),
  };
};
