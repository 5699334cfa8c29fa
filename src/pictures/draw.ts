import { hash } from "node:crypto";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { LRUCache } from "lru-cache";
import { Piscina } from "piscina";
import { currentLanguage } from "../language.ts";
import type { Log } from "../log.ts";
import { type Meters, noMeters, type PictureOutcome } from "../meters.ts";
import type { Draw, Drawn } from "../reply/picture.ts";
import { reportError } from "../report-error.ts";
import { outsideRequests } from "../request.ts";
import type { DrawingJob } from "./worker.ts";

/** What draws pictures, and lets go of its threads. */
export interface Pictures {
  readonly draw: Draw;
  readonly close: () => Promise<void>;
}

export interface DrawingParts {
  readonly log: Log;
  readonly meters?: Meters;
  /** The module that a thread runs: its default export makes a Drawn of a DrawingJob. */
  readonly worker?: URL;
  /** How many pictures may wait for a thread. */
  readonly mostWaiting?: number;
}

/** From asking to having it, in milliseconds: a picture that comes later than that is of no use beside its words. */
const patience = 2_000;

/** A second thread stays for so many milliseconds after its last picture. */
const idleTimeout = 60_000;

/** The bytes of all pictures that are kept for those who ask again. */
const mostBytesKept = 32_000_000;

/**
 * Draws on threads of their own, so that nobody's answer waits for somebody's picture:
 * - There is one thread on a machine with two cores, as answers need the other, and at most two; they give way to the
 *   main thread where the system can tell threads apart. None is started before the first picture is asked for, so
 *   that a start of the program is not slower for it; a thread reads what draws a kind of picture at the first of it.
 * - A thread whose picture takes longer than two seconds is ended and replaced, as is one that runs out of memory or
 *   dies: a formula that MathJax never finishes costs its own picture, and at worst those that wait behind it.
 * - A thread turns its event loop between pictures (`atomics: "disabled"`), as what resvg holds of one outside the heap
 *   is given back there: a thread that sleeps until the next job keeps all of it for ever.
 * - When 60 wait for a thread, another would come too late anyway: it is refused at once.
 * - Pictures are kept by what they show, so a thousand learners who ask for the same one cost one drawing; those who ask
 *   while it is being drawn wait for the same drawing.
 */
export const createPictures = ({
  log,
  meters = noMeters,
  worker = new URL("worker.ts", import.meta.url),
  mostWaiting = 60,
}: DrawingParts): Pictures => {
  let pool: Pool | undefined;
  meters.watch("pictures-waiting", async () => ({ "": pool?.queueSize ?? 0 }));

  const run = async (job: DrawingJob): Promise<Drawn> => {
    pool ??= outsideRequests(() => createPool(worker, log));
    // The pool's own limit does not count jobs that can be called off.
    if (pool.queueSize >= mostWaiting) throw new TooMany(mostWaiting);
    return pool.run(job, { signal: AbortSignal.timeout(patience) });
  };

  const drawn = new LRUCache<string, Drawn, DrawingJob>({
    maxSize: mostBytesKept,
    sizeCalculation: ({ png }) => png.length,
    fetchMethod: async (_key, _stale, { context }) => {
      const begin = performance.now();
      const done = (outcome: PictureOutcome) =>
        meters.pictureDone(outcome, (performance.now() - begin) / 1000);
      try {
        const picture = await run(context);
        done("drawn");
        return picture;
      } catch (error) {
        done(error instanceof TooMany ? "shed" : "failed");
        // No more than its kind is told: what it shows may be a learner's words.
        log.warn({ err: error, picture: context.picture.kind }, "a picture was not drawn");
        return undefined;
      }
    },
  });

  return {
    draw: async (picture, theme) => {
      const job = { picture, theme, language: currentLanguage() };
      return drawn.fetch(keyOf(job), { context: job });
    },
    close: async () => pool?.destroy(),
  };
};

/** So many pictures wait already. */
class TooMany extends RangeError {
  constructor(waiting: number) {
    super(`${waiting} pictures are waiting`);
  }
}

type Pool = Piscina<DrawingJob, Drawn>;

const createPool = (worker: URL, log: Log): Pool => {
  const pool: Pool = new Piscina({
    filename: fileURLToPath(worker),
    // With none at least, jobs that wait behind a thread that dies would wait for the next picture that is asked for.
    minThreads: 1,
    maxThreads: Math.min(2, Math.max(1, availableParallelism() - 1)),
    idleTimeout,
    niceIncrement: 10,
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  // A thread that dies while it has nothing to do is replaced at the next picture; unheard, it would end the process.
  pool.on("error", (error: unknown) =>
    reportError(log, error, { where: "drawing", what: "a drawing thread died" }),
  );
  return pool;
};

const keyOf = (job: DrawingJob): string => hash("sha256", JSON.stringify(job));
