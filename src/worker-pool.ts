import { fileURLToPath } from "node:url";
import type { Piscina } from "piscina";
import type { Outcome } from "./commands/command.ts";
import type { Work } from "./commands/work.ts";
import type { Job } from "./commands/worker.ts";
import { currentLanguage } from "./language.ts";
import { lazily } from "./lazily.ts";
import type { Log } from "./log.ts";
import { reportError } from "./report-error.ts";
import { outsideRequests } from "./request.ts";

/** Threads for what would hold up everyone else's answers. */
export interface WorkerPool {
  readonly work: Work;
  readonly close: () => Promise<void>;
}

/** No call of a learner takes so many milliseconds; what does is ended, and told as a fault. */
const patience = 10_000;

/** A thread begins with the first call that needs one, and ends when there has been none for a while. */
export const createWorkerPool = (log: Log): WorkerPool => {
  let isOpen = false;
  const pool = lazily(() => {
    isOpen = true;
    return outsideRequests(() => openPool(log));
  });
  return {
    work: async (call, carried = {}) => {
      const language = currentLanguage();
      return (await pool()).run({ ...carried, call, language }, { signal: AbortSignal.timeout(patience) });
    },
    close: async () => {
      if (isOpen) await (await pool()).destroy();
    },
  };
};

const openPool = async (log: Log): Promise<Piscina<Job, Outcome>> => {
  const { Piscina } = await import("piscina");
  const pool = new Piscina<Job, Outcome>({
    filename: fileURLToPath(new URL("commands/worker.ts", import.meta.url)),
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  // A thread that dies while it has nothing to do is replaced; unheard, it would end the process.
  pool.on("error", (error: unknown) =>
    reportError(log, error, { where: "worker", what: "a worker thread died" }),
  );
  return pool;
};
