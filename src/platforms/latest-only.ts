import { setTimeout as sleep } from "node:timers/promises";

/** Does work of which only the latest counts, such as showing a state that keeps changing. */
export interface LatestOnly {
  /**
   * While work is under way or must wait, only the latest work given for a key is kept, so the last one is always done.
   * Works of one lane begin at least the pause apart, in the order in which their keys came; without a lane, each key
   * is a lane of its own. Resolves when this or a later work for the key is done; rejects with that work's error.
   */
  readonly run: (key: string, work: () => Promise<void>, lane?: string) => Promise<void>;
}

interface Waiting {
  work: () => Promise<void>;
  readonly done: PromiseWithResolvers<void>;
}

/** `pause`: milliseconds from the beginning of one work to the beginning of the next. */
export const createLatestOnly = (pause: number): LatestOnly => {
  const lanes = new Map<string, Map<string, Waiting>>();

  const clear = async (lane: string, waiting: Map<string, Waiting>): Promise<void> => {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [key, { work, done }] = next.value;
      waiting.delete(key);
      await Promise.all([Promise.resolve().then(work).then(done.resolve, done.reject), sleep(pause)]);
    }
    lanes.delete(lane);
  };

  return {
    run: (key, work, lane = key) => {
      const known = lanes.get(lane);
      const before = known?.get(key);
      if (before !== undefined) {
        before.work = work;
        return before.done.promise;
      }
      const done = Promise.withResolvers<void>();
      const waiting = known ?? new Map<string, Waiting>();
      waiting.set(key, { work, done });
      if (known === undefined) {
        lanes.set(lane, waiting);
        void clear(lane, waiting);
      }
      return done.promise;
    },
  };
};
