import { expect, test } from "vitest";
import type { Handlers } from "../../src/jobs/jobs.ts";
import { createQueue } from "../../src/jobs/queue.ts";
import { createLog } from "../../src/log.ts";
import { type Level, noMeters } from "../../src/meters.ts";
import { currentRequest } from "../../src/request.ts";
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
