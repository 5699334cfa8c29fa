import type { Log } from "../log.ts";
import type { Picture } from "../reply/picture.ts";
import type { UndrawnReason } from "./thread.ts";

/** Tells of pictures that were not drawn: of the first at once, and of those after it together, once a minute at most. */
export interface UndrawnLog {
  readonly tell: (reason: UndrawnReason, kind: Picture["kind"], because: string) => void;
  /** Tells of those that nobody was told of yet. */
  readonly close: () => void;
}

/** In milliseconds. When many are not drawn the machine has enough to do. */
const between = 60_000;

interface Untold {
  readonly counts: Partial<Record<UndrawnReason, number>>;
  /** The latest of them. No more than its kind is told: what it shows may be a learner's words. */
  readonly picture: Picture["kind"];
  readonly because: string;
}

export const createUndrawnLog = (log: Log, now = () => performance.now()): UndrawnLog => {
  let untold: Untold | undefined;
  let told = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    if (untold !== undefined) log.warn(untold, "pictures were not drawn");
    untold = undefined;
    told = now();
  };
  return {
    tell: (reason, picture, because) => {
      const counts = { ...untold?.counts, [reason]: (untold?.counts[reason] ?? 0) + 1 };
      untold = { counts, picture, because };
      if (now() - told >= between) flush();
    },
    close: flush,
  };
};
