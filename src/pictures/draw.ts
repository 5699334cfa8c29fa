import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { currentLanguage } from "../language.ts";
import type { Log } from "../log.ts";
import { type Meters, noMeters } from "../meters.ts";
import type { Draw, Drawn } from "../reply/picture.ts";
import { reportError } from "../report-error.ts";
import type { DrawingJob } from "./serve.ts";
import { createDrawingThread, type Limits, type ThreadParts, usualLimits } from "./thread.ts";
import { createUndrawnLog } from "./undrawn-log.ts";

/** What draws pictures, and lets go of its thread. */
export interface Pictures {
  readonly draw: Draw;
  readonly close: () => Promise<void>;
}

export interface DrawingParts extends Partial<Pick<ThreadParts, "worker" | "mostWaiting">> {
  readonly log: Log;
  readonly meters?: Meters;
  readonly limits?: Partial<Limits>;
}

/** The bytes of all pictures that are kept for those who ask again: some two hundred. */
const mostBytesKept = 8_000_000;

/**
 * Draws on a thread of its own, so that nobody's answer waits for somebody's picture:
 * - There is one, as answers need another core. It is started by the first picture and ended a minute after the last, so
 *   that a process in which nobody draws pays nothing; it reads what draws a kind of picture at the first of it.
 * - A picture that takes longer than four seconds once all is loaded ends the thread and costs only itself: those that
 *   wait behind it are drawn by the next thread, as they are where a thread dies or runs out of memory.
 * - When 60 wait, another would come too late anyway: it is refused at once.
 * - Pictures are kept by what they show, so a thousand learners who ask for the same one cost one drawing; those who ask
 *   while it is being drawn wait for the same drawing.
 */
export const createPictures = ({
  log,
  meters = noMeters,
  worker = new URL("worker.ts", import.meta.url),
  mostWaiting = 60,
  limits,
}: DrawingParts): Pictures => {
  const undrawn = createUndrawnLog(log);
  const thread = createDrawingThread({
    worker,
    mostWaiting,
    limits: { ...usualLimits, ...limits },
    onDeath: (error) => reportError(log, error, { where: "drawing", what: "the drawing thread died" }),
  });
  meters.watch("pictures-waiting", async () => ({ "": thread.waiting() }));

  const kept = new LRUCache<string, Drawn, DrawingJob>({
    maxSize: mostBytesKept,
    sizeCalculation: ({ png }) => png.length,
    fetchMethod: async (_key, _stale, { context: job }) => {
      const begin = performance.now();
      const attempt = await thread.attempt(job);
      meters.pictureDone(attempt.ok ? "drawn" : attempt.reason, (performance.now() - begin) / 1000);
      if (attempt.ok) return attempt.drawn;
      undrawn.tell(attempt.reason, job.picture.kind, attempt.because);
      return undefined;
    },
  });

  return {
    draw: async (picture, theme) => {
      const job = { picture, theme, language: currentLanguage() };
      return kept.fetch(keyOf(job), { context: job });
    },
    close: async () => {
      await thread.close();
      undrawn.close();
    },
  };
};

const keyOf = (job: DrawingJob): string => hash("sha256", JSON.stringify(job));
