import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Outcome } from "./commands/command.ts";
import type { Work } from "./commands/work.ts";
import type { Job } from "./commands/worker.ts";
import { currentLanguage } from "./language.ts";
import type { Log } from "./log.ts";
import { reportError } from "./report-error.ts";

/** Threads for what would hold up everyone else's answers. */
export interface WorkerPool {
  readonly work: Work;
  readonly close: () => Promise<void>;
}

/** No call of a learner takes so many milliseconds; what does is ended, and told as a fault. */
const patience = 10_000;

export const createWorkerPool = (log: Log): WorkerPool => {
  const pool = new Piscina<Job, Outcome>({
    filename: fileURLToPath(new URL("commands/worker.ts", import.meta.url)),
    minThreads: 1,
    maxThreads: 2,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  // A thread that dies while it has nothing to do is replaced; unheard, it would end the process.
  pool.on("error", (error: unknown) =>
    reportError(log, error, { where: "worker", what: "a worker thread died" }),
  );
  return {
    work: (call, carried = {}) =>
      pool.run({ ...carried, call, language: currentLanguage() }, { signal: AbortSignal.timeout(patience) }),
    close: () => pool.destroy(),
  };
};
