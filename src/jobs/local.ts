import { Cron } from "croner";
import type { Selectable } from "kysely";
import { within } from "../base/within.ts";
import { noMeters } from "../meters.ts";
import type { Database, Tables } from "../store/tables.ts";
import { type Handlers, type JobName, jobNames } from "./jobs.ts";
import {
  createRun,
  type DueJob,
  dailySchedule,
  isJobName,
  onceKey,
  type Queue,
  type QueueServices,
  schedules,
} from "./queue.ts";

type Row = Selectable<Tables["jobs"]>;

/** What is kept of a job: what it is given, and when it comes again, where it does. */
interface Kept {
  readonly payload: unknown;
  readonly schedule?: { readonly pattern: string; readonly zone: string };
}

/** A job that fails is tried again so often, after a pause that doubles each time, in milliseconds. */
const [tries, firstPause] = [5, 1_000];

/** So many jobs are under way at once; the others wait for one to end. */
const most = 100;

/** The longest that a timer can be set for, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** How long a stop waits for jobs, in milliseconds. */
const patience = 5_000;

/**
 * Jobs in a table of the one process that has the database, and one timer for the earliest of them. A job's row goes when
 * it is done, so one that the end of the process cuts off is done after the next start; what comes every day is the same
 * row, moved to its next time.
 */
export const createLocalQueue = (database: Database, services: QueueServices): Queue => {
  const { log, now, meters = noMeters } = services;
  const run = createRun(services);
  const underWay = new Map<number, Promise<void>>();
  let handlers: Handlers | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wakesAt = Number.POSITIVE_INFINITY;
  let isStopping = false;

  const nextOf = ({ pattern, zone }: NonNullable<Kept["schedule"]>): number =>
    new Cron(pattern, { timezone: zone, paused: true }).nextRun(now())?.getTime() ?? now().getTime();

  const wakeAt = (moment: number): void => {
    if (handlers === undefined || isStopping || moment >= wakesAt) return;
    clearTimeout(timer);
    wakesAt = moment;
    timer = setTimeout(
      () => {
        wakesAt = Number.POSITIVE_INFINITY;
        void look();
      },
      Math.min(longestTimer, Math.max(0, moment - now().getTime())),
    );
  };

  /** Begins all that is due, and sets the timer for what is next; one look at a time sees all that there is. */
  let looking: Promise<void> | undefined;
  let isAskedAgain = false;
  const look = async (): Promise<void> => {
    isAskedAgain = true;
    looking ??= (async () => {
      while (isAskedAgain) {
        isAskedAgain = false;
        await beginDue();
      }
      looking = undefined;
    })();
    return looking;
  };

  const beginDue = async (): Promise<void> => {
    try {
      const rows = await database
        .selectFrom("jobs")
        .selectAll()
        .orderBy("due_at")
        .limit(2 * most)
        .execute();
      for (const row of rows) {
        if (underWay.has(row.id)) continue;
        if (row.due_at > now().getTime() || underWay.size >= most || isStopping) {
          wakeAt(underWay.size >= most ? Number.POSITIVE_INFINITY : row.due_at);
          break;
        }
        begin(row);
      }
    } catch (error) {
      log.warn({ err: error }, "the queue of jobs has trouble");
      wakeAt(now().getTime() + firstPause);
    }
  };

  const begin = (row: Row): void => {
    const { payload, schedule } = JSON.parse(row.payload) as Kept;
    const working = work(row, payload)
      .then(
        () => finish(row, schedule),
        () => retry(row, schedule),
      )
      .catch((error: unknown) => log.warn({ err: error }, "the queue of jobs has trouble"))
      .finally(() => {
        underWay.delete(row.id);
        void look();
      });
    underWay.set(row.id, working);
  };

  const work = async ({ name, due_at, tries }: Row, payload: unknown): Promise<void> => {
    if (handlers === undefined || !isJobName(name)) return;
    await run(handlers, { name, payload, due: new Date(due_at), tries } as DueJob);
  };

  const finish = async ({ id, payload }: Row, schedule: Kept["schedule"]): Promise<void> => {
    if (schedule === undefined) await database.deleteFrom("jobs").where("id", "=", id).execute();
    // One that was set anew while it was under way keeps its new time.
    else
      await database
        .updateTable("jobs")
        .set({ due_at: nextOf(schedule), tries: 0 })
        .where("id", "=", id)
        .where("payload", "=", payload)
        .execute();
  };

  const retry = async (row: Row, schedule: Kept["schedule"]): Promise<void> => {
    if (row.tries >= tries) return finish(row, schedule);
    await database
      .updateTable("jobs")
      .set({ due_at: now().getTime() + firstPause * 2 ** row.tries, tries: row.tries + 1 })
      .where("id", "=", row.id)
      .execute();
  };

  /** Keeps a job that comes again and again; one that is kept with the same times stays as it is, even if it is late. */
  const schedule = async (name: JobName, key: string, kept: Required<Kept>): Promise<void> => {
    const [due_at, payload] = [nextOf(kept.schedule), JSON.stringify(kept)];
    await database
      .insertInto("jobs")
      .values({ name, key, payload, due_at, tries: 0 })
      .onConflict((conflict) =>
        conflict
          .columns(["name", "key"])
          .doUpdateSet({ due_at, payload, tries: 0 })
          .where("jobs.payload", "!=", payload),
      )
      .execute();
    wakeAt(due_at);
  };

  meters.watch("jobs-ready", async () => {
    const found = await database
      .selectFrom("jobs")
      .select(({ fn }) => ["name", fn.countAll<number>().as("ready")])
      .where("due_at", "<=", now().getTime())
      .groupBy("name")
      .execute();
    return Object.fromEntries(
      jobNames.map((name) => [name, found.find((row) => row.name === name)?.ready ?? 0]),
    );
  });

  return {
    isAtWork: () => handlers !== undefined && !isStopping,
    start: async (given) => {
      if (given === undefined) return;
      handlers = given;
      for (const [name, pattern] of Object.entries(schedules))
        if (isJobName(name))
          await schedule(name, "schedule", { payload: {}, schedule: { pattern, zone: "UTC" } });
      await look();
    },
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      await within(patience, Promise.allSettled(underWay.values()));
    },
    add: async (name, payload, at) => {
      const due_at = (at ?? now()).getTime();
      await database
        .insertInto("jobs")
        .values({
          name,
          key: onceKey(payload, at),
          payload: JSON.stringify({ payload } satisfies Kept),
          due_at,
          tries: 0,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      wakeAt(due_at);
    },
    everyDay: (place, minutes, zone) =>
      schedule("daily", place, { payload: { place }, schedule: { pattern: dailySchedule(minutes), zone } }),
    noLonger: async (place) => {
      await database.deleteFrom("jobs").where("name", "=", "daily").where("key", "=", place).execute();
    },
  };
};
