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

/** The result of the work, or undefined when it takes longer than `patience` milliseconds. */
export const within = async <T>(patience: number, work: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
