import { within } from "../base/within.ts";

/** Work that is under way, so that a stop can wait for it. */
export interface InFlight {
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when all work is done, also what is begun meanwhile, or after `patience` milliseconds. */
  readonly settled: (patience: number) => Promise<void>;
}

export const createInFlight = (): InFlight => {
  const under = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      const done = work.finally(() => under.delete(done));
      under.add(done);
      return done;
    },
    settled: async (patience) => {
      const allDone = async () => {
        while (under.size > 0) await Promise.allSettled(under);
      };
      await within(patience, allDone());
    },
  };
};
