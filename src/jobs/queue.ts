import { within } from "../base/within.ts";
import type { Log } from "../log.ts";
import { type Meters, noMeters } from "../meters.ts";
import { reportError } from "../report-error.ts";
import { beginRequest } from "../request.ts";
import type { OpenDatabase } from "../store/open-store.ts";
import { type Handlers, type JobName, type Jobs, jobNames, type Payloads } from "./jobs.ts";

/** Jobs that are kept in the database, and the worker that does them. */
export interface Queue extends Jobs {
  /** Without handlers, jobs can be added, and other processes do them. */
  readonly start: (handlers?: Handlers) => Promise<void>;
  /** Finishes the jobs that are under way. */
  readonly stop: () => Promise<void>;
  /** Whether jobs whose time has come are done. */
  readonly isAtWork: () => boolean;
}

export interface QueueServices {
  readonly log: Log;
  readonly now: () => Date;
  /** Absent, nothing is measured. */
  readonly meters?: Meters;
  /** Whether this process does jobs; else others do, and it only adds them. Default true. */
  readonly works?: boolean;
  /** After how long a job that hangs has failed, in milliseconds; less than `expiry` of a server's queue. Default 17,000. */
  readonly longestJob?: number;
}

/** Opens the queue of a database; what each kind needs is loaded only where it is asked for. */
export const openQueue = async (database: OpenDatabase, services: QueueServices): Promise<Queue> => {
  if (database.kind === "sqlite") {
    const { createLocalQueue } = await import("./local.ts");
    return createLocalQueue(database.database, services);
  }
  const { createServerQueue } = await import("./pg-boss.ts");
  return createServerQueue(database.url, services);
};

/** Times of day and of the week at which jobs come by themselves, in the notation of cron, in UTC. */
export const schedules = { remind: "*/5 * * * *", "clean-up": "17 3 * * *" } as const satisfies Partial<
  Record<JobName, string>
>;

/** The schedule of a daily question. */
export const dailySchedule = (minutes: number): string => `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;

/** What is equal for jobs of which one is enough: jobs that are the same, for the same moment. */
export const onceKey = (payload: object, at: Date | undefined): string =>
  [...Object.values(payload), at?.toISOString() ?? "now"].join("/").replace(/[^\w.-]/g, "_");

/** A job whose time has come. */
export interface DueJob<N extends JobName = JobName> {
  readonly name: N;
  readonly payload: Payloads[N];
  readonly due: Date;
  /** How often it has been tried before. */
  readonly tries: number;
}

/** Does a job as a request of its own, measured, with its failure told and thrown. */
export const createRun =
  ({ log, now, meters = noMeters, longestJob = 17_000 }: QueueServices) =>
  <N extends JobName>(handlers: Handlers, { name, payload, due, tries }: DueJob<N>): Promise<void> =>
    beginRequest(
      async () => {
        const late = Math.max(0, now().getTime() - due.getTime()) / 1000;
        const begin = performance.now();
        const done = (outcome: "done" | "failed") =>
          meters.jobDone(name, outcome, (performance.now() - begin) / 1000, late);
        try {
          const work = handlers[name](payload).then(() => true);
          if ((await within(longestJob, work)) === undefined)
            throw new Error(`not done within ${longestJob} ms`);
          done("done");
        } catch (error) {
          done("failed");
          reportError(log, error, { where: "job", what: "a job failed", about: { tries: tries + 1 } });
          throw error;
        }
      },
      { job: name },
    );

/** Whether a text names a job. */
export const isJobName = (text: string): text is JobName => jobNames.some((name) => name === text);
