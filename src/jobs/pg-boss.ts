import { type JobResult, type JobWithMetadata, PgBoss, type WorkOptions } from "pg-boss";
import { noMeters } from "../meters.ts";
import { type JobName, jobNames, type Payloads } from "./jobs.ts";
import { createRun, dailySchedule, onceKey, type Queue, type QueueServices, schedules } from "./queue.ts";

/**
 * How often a queue is looked through, in seconds: half a second is the least that pg-boss allows. Whoever took jobs looks
 * again when all of them are done, so several look for quizzes: a post that hangs holds up no other quiz's bell.
 */
const looks: Readonly<Record<JobName, WorkOptions>> = {
  quiz: { pollingIntervalSeconds: 0.5, batchSize: 20, localConcurrency: 4 },
  daily: { pollingIntervalSeconds: 5, batchSize: 20 },
  remind: { pollingIntervalSeconds: 20 },
  "clean-up": { pollingIntervalSeconds: 60 },
};

/**
 * The queue of quizzes takes the same job for the same moment once: each process that starts, and each that finds a
 * quiz late, has it moved on at its next bell, and so would leave one job more at every bell until the quiz is over.
 */
const policyOf = (name: JobName): "short" | "standard" => (name === "quiz" ? "short" : "standard");

/** A job that its process does not finish in so many seconds is given to another, with all that it took at once. */
const expiry = 20;

/** How long a stop waits for jobs, in milliseconds. */
const patience = 5_000;

/** Jobs on pg-boss, in the database of a server, for all processes that share it. */
export const createServerQueue = (url: string, services: QueueServices): Queue => {
  const { log, meters = noMeters, works = true } = services;
  const run = createRun(services);
  const boss = new PgBoss({
    ...{ connectionString: url, max: 5, supervise: works, schedule: works },
    ...{ superviseIntervalSeconds: 10, monitorIntervalSeconds: 10, cronWorkerIntervalSeconds: 5 },
  });
  boss.on("error", (error: Error) => log.warn({ err: error }, "the queue of jobs has trouble"));

  /** A queue keeps its policy for life; what is lost with one, quizzes that are late bring back. */
  const makeQueue = async (name: JobName): Promise<void> => {
    const policy = policyOf(name);
    const known = await boss.getQueue(name);
    if (known !== null && known.policy !== policy) await boss.deleteQueue(name);
    await boss.createQueue(name, { policy, retryLimit: 5, retryDelay: 1, expireInSeconds: expiry });
  };

  let isStopping = false;
  meters.watch("jobs-ready", async () =>
    Object.fromEntries(
      (await boss.getQueues([...jobNames])).map(({ name, readyCount }) => [name, readyCount]),
    ),
  );

  return {
    isAtWork: () => {
      const workers = boss.getWipData();
      const worksAt = (name: JobName) =>
        workers.some((worker) => worker.name === name && worker.state === "active");
      // Those that look most often know first that they may look again.
      const looking = workers.filter(({ name }) => name === "quiz");
      const failed = Math.max(0, ...looking.map(({ lastErrorOn }) => lastErrorOn ?? 0));
      const fetched = Math.max(0, ...looking.map(({ lastFetchedOn }) => lastFetchedOn ?? 0));
      return !isStopping && jobNames.every(worksAt) && failed <= fetched;
    },
    start: async (handlers) => {
      await boss.start();
      for (const name of jobNames) {
        await makeQueue(name);
        if (handlers === undefined) continue;
        await boss.work(
          name,
          { ...looks[name], includeMetadata: true, perJobResults: true },
          (jobs: readonly JobWithMetadata<object>[]) =>
            Promise.all(
              jobs.map(async (job): Promise<JobResult> => {
                const { id } = job;
                const payload = job.data as Payloads[typeof name];
                const due = { name, payload, due: job.startAfter, tries: job.retryCount };
                return run(handlers, due).then(
                  () => ({ id, status: "completed" }),
                  (error: unknown) => ({ id, status: "failed", output: error }),
                );
              }),
            ),
        );
      }
      if (handlers === undefined) return;
      await boss.schedule("remind", schedules.remind, {});
      await boss.schedule("clean-up", schedules["clean-up"], {});
    },
    stop: () => {
      isStopping = true;
      return boss.stop({ graceful: true, timeout: patience });
    },
    add: async (name, payload, at) => {
      const singletonKey = onceKey(payload, at);
      await boss.send(name, payload, { singletonKey, ...(at === undefined ? {} : { startAfter: at }) });
    },
    everyDay: async (place, minutes, zone) => {
      await boss.schedule("daily", dailySchedule(minutes), { place }, { tz: zone, key: keyOf(place) });
    },
    noLonger: async (place) => {
      await boss.unschedule("daily", keyOf(place));
      // What was done is remembered for days, and tells the place.
      const done = await boss.findJobs("daily", { data: { place } });
      const ids = done.filter(({ state }) => state !== "active").map(({ id }) => id);
      if (ids.length > 0) await boss.deleteJob("daily", ids);
    },
  };
};

/** A key of pg-boss takes fewer signs than a place. */
const keyOf = (place: string): string => place.replace(/[^\w.-]/g, "_");
