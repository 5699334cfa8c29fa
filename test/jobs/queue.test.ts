import { describe, expect, test } from "vitest";
import type { Handlers } from "../../src/jobs/jobs.ts";
import { openQueue, type QueueServices } from "../../src/jobs/queue.ts";
import { createLog } from "../../src/log.ts";
import { type Level, noMeters } from "../../src/meters.ts";
import { currentRequest } from "../../src/request.ts";
import { type Opened, openStore } from "../../src/store/open-store.ts";
import { queryOf } from "../support/class/query.ts";
import { createSharedDatabase } from "../support/shared-postgres.ts";
import { openEmpty } from "../support/store.ts";

const nothing = async () => undefined;
const quiet: Handlers = { quiz: nothing, daily: nothing, remind: nothing, "clean-up": nothing };
const silent: QueueServices = { log: createLog("silent"), now: () => new Date() };
const from = (milliseconds: number) => new Date(Date.now() + milliseconds);

const databases: readonly (readonly [string, () => Promise<Opened>])[] = [
  ["in this process", openEmpty],
  [
    "on a PostgreSQL server",
    async () => openStore({ dataDir: "", databaseUrl: await createSharedDatabase() }, () => new Date()),
  ],
];

describe.each(databases)("jobs %s", (_, open) => {
  test("are measured, those that fail are told and tried again, and the queue says whether it is at work", async () => {
    const { store, database } = await open();
    const logged: Record<string, unknown>[] = [];
    const log = createLog("info", { write: (line: string) => logged.push(JSON.parse(line)) });
    const measured: { job: string; outcome: string; late: number }[] = [];
    const levels = new Map<Level, () => Promise<Readonly<Record<string, number>>>>();
    const queue = await openQueue(database, {
      ...{ log, now: () => new Date() },
      meters: {
        ...noMeters,
        jobDone: (job, outcome, _, late) => job === "quiz" && measured.push({ job, outcome, late }),
        watch: (level, read) => levels.set(level, read),
      },
    });
    const requests: unknown[] = [];
    expect(queue.isAtWork()).toBe(false);
    await queue.start({
      ...quiet,
      quiz: async ({ quiz }) => {
        requests.push(currentRequest());
        if (requests.length === 1) throw new Error(`quiz ${quiz} is not there`);
      },
    });
    expect(queue.isAtWork()).toBe(true);

    await queue.add("quiz", { quiz: 7 }, from(-60_000));
    await expect.poll(() => measured.map(({ outcome }) => outcome)).toEqual(["failed", "done"]);
    expect(measured[0]!.late).toBeGreaterThanOrEqual(60);
    expect(logged).toEqual([
      expect.objectContaining({
        ...{ where: "job", msg: "a job failed", job: "quiz", tries: 1 },
        ...(requests[0] as object),
      }),
    ]);
    expect(new Set(requests.map((each) => (each as { request: string }).request)).size).toBe(2);
    expect(Object.keys(await levels.get("jobs-ready")!())).toContain("quiz");

    const stopped = queue.stop();
    expect(queue.isAtWork()).toBe(false);
    await stopped;
    await store.close();
  });

  test("that are the same are done once at one moment, however often they are asked for, and again later", async () => {
    const { store, database } = await open();
    const queue = await openQueue(database, silent);
    const moved: number[] = [];
    // Kept before anybody does them.
    await queue.start();
    const [soon, later] = [from(1_500), from(3_000)];
    for (const at of [soon, soon, later, soon]) await queue.add("quiz", { quiz: 7 }, at);
    await queue.add("quiz", { quiz: 8 }, soon);
    await queue.start({ ...quiet, quiz: async ({ quiz }) => void moved.push(quiz) });
    await expect.poll(() => moved.length).toBe(3);
    // What was done is asked for once more: the clock of a process may be behind the database's.
    await queue.add("quiz", { quiz: 7 }, soon);
    await expect.poll(() => moved.length).toBe(4);
    expect(moved.toSorted()).toEqual([7, 7, 7, 8]);
    await queue.stop();
    await store.close();
  });

  test("that hang hold up no other, and are tried again by themselves", async () => {
    const { store, database } = await open();
    const queue = await openQueue(database, { ...silent, longestJob: 3_000 });
    const begun: number[] = [];
    const hangs = 7;
    await queue.start();
    // These two are taken at once; the third comes while the first hangs.
    await queue.add("quiz", { quiz: hangs });
    await queue.add("quiz", { quiz: 8 });
    await queue.start({
      ...quiet,
      quiz: ({ quiz }) => {
        begun.push(quiz);
        return quiz === hangs && begun.indexOf(quiz) === begun.length - 1
          ? new Promise(() => undefined)
          : Promise.resolve();
      },
    });
    await expect.poll(() => begun.toSorted()).toEqual([7, 8]);
    await queue.add("quiz", { quiz: 9 });
    await expect.poll(() => begun.toSorted()).toContain(9);
    expect(queue.isAtWork()).toBe(true);
    // Had it been failed with all that was taken along with it, 8 would come again before it or with it.
    await expect.poll(() => begun.filter((quiz) => quiz === hangs).length).toBe(2);
    await queue.add("quiz", { quiz: 10 });
    await expect.poll(() => begun).toContain(10);
    expect(begun.toSorted((one, other) => one - other)).toEqual([7, 7, 8, 9, 10]);
    await queue.stop();
    await store.close();
  });
});

describe("jobs in this process", () => {
  const jobsIn = async ({ database }: Opened) =>
    (
      await queryOf(database)("select name, key, due_at, payload from jobs where name = 'daily' order by key")
    ).map(({ due_at, ...row }) => ({ ...row, due: new Date(Number(due_at)).toISOString() }));

  test("of every day come at their time in their zone, over a change to summer time and back", async () => {
    const opened = await openEmpty();
    for (const [now, zone, minutes, due] of [
      ["2026-11-24T07:59:00Z", "Europe/Berlin", 540, "2026-11-24T08:00:00.000Z"],
      ["2026-11-24T08:00:00Z", "Europe/Berlin", 540, "2026-11-25T08:00:00.000Z"],
      ["2027-03-27T08:30:00Z", "Europe/Berlin", 540, "2027-03-28T07:00:00.000Z"],
      ["2026-10-24T07:30:00Z", "Europe/Berlin", 540, "2026-10-25T08:00:00.000Z"],
      ["2026-11-24T23:58:00Z", "UTC", 1_439, "2026-11-24T23:59:00.000Z"],
      ["2026-11-24T00:00:00Z", "Asia/Kolkata", 0, "2026-11-24T18:30:00.000Z"],
    ] as const) {
      const queue = await openQueue(opened.database, { ...silent, now: () => new Date(now) });
      await queue.noLonger("slack:place:t/c");
      await queue.everyDay("slack:place:t/c", minutes, zone);
      expect(
        (await jobsIn(opened)).map((job) => job.due),
        `${now} ${zone}`,
      ).toEqual([due]);
    }
    await opened.store.close();
  });

  test("of every day: what was missed comes after a start, once, and then at its next time", async () => {
    const opened = await openEmpty();
    let now = new Date("2026-11-24T08:00:00Z");
    const services = { ...silent, now: () => now };
    const before = await openQueue(opened.database, services);
    await before.everyDay("slack:place:t/c", 600, "UTC");
    now = new Date("2026-11-24T12:00:00Z");
    const queue = await openQueue(opened.database, services);
    // A start sets all anew: the same times leave a job that is late as it is.
    await queue.everyDay("slack:place:t/c", 600, "UTC");
    const posted: string[] = [];
    await queue.start({ ...quiet, daily: async ({ place }) => void posted.push(place) });
    await expect
      .poll(async () => (await jobsIn(opened)).map(({ due }) => due))
      .toEqual(["2026-11-25T10:00:00.000Z"]);
    expect(posted).toEqual(["slack:place:t/c"]);
    await queue.everyDay("slack:place:t/c", 660, "UTC");
    expect((await jobsIn(opened)).map(({ due }) => due)).toEqual(["2026-11-25T11:00:00.000Z"]);
    await queue.noLonger("slack:place:t/c");
    expect(await jobsIn(opened)).toEqual([]);
    await queue.stop();
    await opened.store.close();
  });

  test("of a thousand, each is done once, whatever else is under way", async () => {
    const { store, database } = await openEmpty();
    const queue = await openQueue(database, silent);
    const done: number[] = [];
    await queue.start({
      ...quiet,
      quiz: async ({ quiz }) => {
        await Promise.resolve();
        done.push(quiz);
      },
    });
    const ids = Array.from({ length: 1_000 }, (_, id) => id);
    await Promise.all(ids.map((quiz) => queue.add("quiz", { quiz })));
    await expect.poll(() => done.length).toBe(ids.length);
    expect(done.toSorted((one, other) => one - other)).toEqual(ids);
    await queue.stop();
    await store.close();
  });
});

test("a server's queue of quizzes that took every job is made anew", async () => {
  const { store, database } = await openStore(
    { dataDir: "", databaseUrl: await createSharedDatabase() },
    () => new Date(),
  );
  const query = queryOf(database);
  const before = await openQueue(database, silent);
  await before.start();
  await before.stop();
  await query("update pgboss.queue set policy = 'standard' where name = 'quiz'");
  const queue = await openQueue(database, silent);
  await queue.start();
  const at = from(60_000);
  for (let i = 0; i < 3; i += 1) await queue.add("quiz", { quiz: 7 }, at);
  expect(await query("select data from pgboss.job where name = 'quiz'")).toEqual([{ data: { quiz: 7 } }]);
  await queue.stop();
  await store.close();
});
