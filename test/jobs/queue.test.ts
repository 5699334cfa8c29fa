import { expect, test } from "vitest";
import type { Handlers } from "../../src/jobs/jobs.ts";
import { createQueue } from "../../src/jobs/queue.ts";
import { createLog } from "../../src/log.ts";
import { type Level, noMeters } from "../../src/meters.ts";
import { currentRequest } from "../../src/request.ts";
import { queryOf } from "../support/class/query.ts";
import { openEmpty } from "../support/store.ts";

const nothing = async () => undefined;

test("jobs are measured, those that fail are told, and the queue says whether it is at work", async () => {
  const { store, database } = await openEmpty();
  const logged: Record<string, unknown>[] = [];
  const log = createLog("info", { write: (line: string) => logged.push(JSON.parse(line)) });
  const measured: { job: string; outcome: string; late: number }[] = [];
  const levels = new Map<Level, () => Promise<Readonly<Record<string, number>>>>();
  const queue = createQueue(database, {
    log,
    now: () => new Date(),
    meters: {
      ...noMeters,
      jobDone: (job, outcome, _, late) => measured.push({ job, outcome, late }),
      watch: (level, read) => levels.set(level, read),
    },
  });
  const requests: unknown[] = [];
  const handlers: Handlers = {
    daily: nothing,
    remind: nothing,
    "clean-up": nothing,
    quiz: async ({ quiz }) => {
      requests.push(currentRequest());
      if (requests.length === 1) throw new Error(`quiz ${quiz} is not there`);
    },
  };
  expect(queue.isAtWork()).toBe(false);
  await queue.start(handlers);
  expect(queue.isAtWork()).toBe(true);

  await queue.add("quiz", { quiz: 7 }, new Date(Date.now() - 60_000));
  await expect
    .poll(() => measured.map(({ outcome }) => outcome), { timeout: 15_000 })
    .toEqual(["failed", "done"]);
  expect(measured[0]).toMatchObject({ job: "quiz" });
  expect(measured[0]!.late).toBeGreaterThanOrEqual(60);
  expect(logged).toEqual([
    expect.objectContaining({
      where: "job",
      msg: "a job failed",
      job: "quiz",
      tries: 1,
      ...(requests[0] as object),
    }),
  ]);
  expect(new Set(requests.map((each) => (each as { request: string }).request)).size).toBe(2);
  expect(Object.keys(await levels.get("jobs-ready")!())).toContain("quiz");

  const stopped = queue.stop();
  expect(queue.isAtWork()).toBe(false);
  await stopped;
  await store.close();
}, 30_000);

test("a quiz is moved on once at one moment, however often that is asked for, and again later", async () => {
  const { store, database } = await openEmpty();
  const queue = createQueue(database, { log: createLog("silent"), now: () => new Date() });
  const moved: number[] = [];
  await queue.start({
    daily: nothing,
    remind: nothing,
    "clean-up": nothing,
    quiz: async ({ quiz }) => void moved.push(quiz),
  });
  const [soon, later] = [new Date(Date.now() + 1_500), new Date(Date.now() + 3_000)];
  for (const at of [soon, soon, later, soon]) await queue.add("quiz", { quiz: 7 }, at);
  await queue.add("quiz", { quiz: 8 }, soon);
  await expect.poll(() => moved.length, { timeout: 15_000 }).toBe(3);
  // What was done is asked for once more: the clock of a process may be behind the database's.
  await queue.add("quiz", { quiz: 7 }, soon);
  await expect.poll(() => moved.length, { timeout: 15_000 }).toBe(4);
  expect(moved.toSorted()).toEqual([7, 7, 7, 8]);
  await queue.stop();
  await store.close();
}, 45_000);

test("a queue of quizzes that took every job is made anew", async () => {
  const { store, database } = await openEmpty();
  const open = () => createQueue(database, { log: createLog("silent"), now: () => new Date() });
  const query = queryOf(database);
  const before = open();
  await before.start();
  await before.stop();
  await query("update pgboss.queue set policy = 'standard' where name = 'quiz'");
  const queue = open();
  await queue.start();
  const at = new Date(Date.now() + 60_000);
  for (let i = 0; i < 3; i += 1) await queue.add("quiz", { quiz: 7 }, at);
  expect(await query("select data from pgboss.job where name = 'quiz'")).toEqual([{ data: { quiz: 7 } }]);
  await queue.stop();
  await store.close();
}, 45_000);

test("a quiz that hangs holds up no other, and is tried again by itself", async () => {
  const { store, database } = await openEmpty();
  const queue = createQueue(database, { log: createLog("silent"), now: () => new Date(), longestJob: 4_000 });
  const begun: number[] = [];
  const hangs = 7;
  await queue.start();
  // These two are taken at once; the third comes while the first hangs.
  await queue.add("quiz", { quiz: hangs });
  await queue.add("quiz", { quiz: 8 });
  await queue.start({
    daily: nothing,
    remind: nothing,
    "clean-up": nothing,
    quiz: ({ quiz }) => {
      begun.push(quiz);
      return quiz === hangs && begun.indexOf(quiz) === begun.length - 1
        ? new Promise(() => undefined)
        : Promise.resolve();
    },
  });
  await expect.poll(() => begun.toSorted(), { timeout: 15_000 }).toEqual([7, 8]);
  await queue.add("quiz", { quiz: 9 });
  await expect.poll(() => begun.toSorted(), { timeout: 2_000 }).toEqual([7, 8, 9]);
  expect(queue.isAtWork()).toBe(true);
  await expect.poll(() => begun.length, { timeout: 30_000, interval: 100 }).toBe(4);
  // Had it been failed with all that was taken along with it, 8 would come again too.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(begun.toSorted()).toEqual([7, 7, 8, 9]);
  await queue.stop();
  await store.close();
}, 60_000);
