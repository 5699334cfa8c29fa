import { fromPglite, type JobResult, type JobWithMetadata, PgBoss, type WorkOptions } from "pg-boss";
import type { Log } from "../log.ts";
import { type Meters, noMeters } from "../meters.ts";
import { reportError } from "../report-error.ts";
import { beginRequest } from "../request.ts";
import type { OpenDatabase } from "../store/open-store.ts";
import type { Handlers, JobName, Jobs } from "./jobs.ts";

/** Jobs that are kept in the database, and the worker that does them. */
export interface Queue extends Jobs {
  /** Without handlers, jobs can be added, and other processes do them. */
  readonly start: (handlers?: Handlers) => Promise<void>;
  /** Finishes the jobs that are under way. */
  readonly stop: () => Promise<void>;
  /** Whether jobs whose time has come are looked for. */
  readonly isAtWork: () => boolean;
}

export interface QueueServices {
  readonly log: Log;
  readonly now: () => Date;
  /** Absent, nothing is measured. */
  readonly meters?: Meters;
  /** Whether this process does jobs; else others do, and it only adds them. Default true. */
  readonly works?: boolean;
  /** A job that hangs has failed, it alone, after so many milliseconds; less than `expiry`. Default 17,000. */
  readonly longestJob?: number;
}

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

const names = Object.keys(looks) as readonly JobName[];

/**
 * The queue of quizzes takes the same job for the same moment once: each process that starts, and each that finds a
 * quiz late, has it moved on at its next bell, and so would leave one job more at every bell until the quiz is over.
 */
const policyOf = (name: JobName): "short" | "standard" => (name === "quiz" ? "short" : "standard");

/** What is equal for jobs of which one is enough. */
const onceKey = (payload: object, at: Date | undefined): string =>
  keyOf([...Object.values(payload), at?.toISOString() ?? "now"].join("/"));

/** A job that its process does not finish in so many seconds is given to another, with all that it took at once. */
const expiry = 20;

/** How long a stop waits for jobs, in milliseconds. */
const patience = 5_000;

/** Jobs on pg-boss, in the database that the store uses too. */
export const createQueue = (
  database: OpenDatabase,
  { log, now, meters = noMeters, works = true, longestJob = 17_000 }: QueueServices,
): Queue => {
  const settings = {
    ...{ supervise: works, schedule: works },
    ...{ superviseIntervalSeconds: 10, monitorIntervalSeconds: 10, cronWorkerIntervalSeconds: 5 },
  };
  const boss =
    database.kind === "pglite"
      ? new PgBoss({ db: fromPglite(database.client), backend: "pglite", ...settings })
      : new PgBoss({ connectionString: database.url, max: 5, ...settings });
  boss.on("error", (error: Error) => log.warn({ err: error }, "the queue of jobs has trouble"));

  const run = async <N extends JobName>(
    handlers: Handlers,
    name: N,
    job: JobWithMetadata<object>,
  ): Promise<void> => {
    const late = Math.max(0, now().getTime() - job.startAfter.getTime()) / 1000;
    const begin = performance.now();
    const done = (outcome: "done" | "failed") =>
      meters.jobDone(name, outcome, (performance.now() - begin) / 1000, late);
    try {
      await within(longestJob, handlers[name](job.data as never));
      done("done");
    } catch (error) {
      done("failed");
      const about = { tries: job.retryCount + 1 };
      reportError(log, error, { where: "job", what: "a job failed", about });
      throw error;
    }
  };

  /** A queue keeps its policy for life; what is lost with one, quizzes that are late bring back. */
  const makeQueue = async (name: JobName): Promise<void> => {
    const policy = policyOf(name);
    const known = await boss.getQueue(name);
    if (known !== null && known.policy !== policy) await boss.deleteQueue(name);
    await boss.createQueue(name, { policy, retryLimit: 5, retryDelay: 1, expireInSeconds: expiry });
  };

  let isStopping = false;
  meters.watch("jobs-ready", async () =>
    Object.fromEntries((await boss.getQueues([...names])).map(({ name, readyCount }) => [name, readyCount])),
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
      return !isStopping && names.every(worksAt) && failed <= fetched;
    },
    start: async (handlers) => {
      await boss.start();
      for (const name of names) {
        await makeQueue(name);
        if (handlers === undefined) continue;
        await boss.work(
          name,
          { ...looks[name], includeMetadata: true, perJobResults: true },
          (jobs: readonly JobWithMetadata<object>[]) =>
            Promise.all(
              jobs.map(async (job): Promise<JobResult> => {
                const { id } = job;
                return beginRequest(() => run(handlers, name, job), { job: name }).then(
                  () => ({ id, status: "completed" }),
                  (error: unknown) => ({ id, status: "failed", output: error }),
                );
              }),
            ),
        );
      }
      if (handlers === undefined) return;
      await boss.schedule("remind", "*/5 * * * *", {});
      await boss.schedule("clean-up", "17 3 * * *", {});
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
      const cron = `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;
      await boss.schedule("daily", cron, { place }, { tz: zone, key: keyOf(place) });
    },
    noLonger: (place) => boss.unschedule("daily", keyOf(place)),
  };
};

/** A key of pg-boss takes fewer signs than a place. */
const keyOf = (place: string): string => place.replace(/[^\w.-]/g, "_");

/** What comes of work; throws when it takes more than so many milliseconds. */
const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
