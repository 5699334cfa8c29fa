import { setImmediate as turn } from "node:timers/promises";

/** Tells whether an answer may be waited for before Slack has its acknowledgement, which must never come late. */
export interface Punctuality {
  /** The process is not behind: few answers are under way, and the event loop comes round at once. */
  readonly isFree: () => Promise<boolean>;
  /** And the command was quick the last time; the first one of a process may have much to load. */
  readonly isQuick: (command: string) => Promise<boolean>;
  /** Works out the answer to a command, and remembers how long that took. */
  readonly time: <T>(command: string, work: () => Promise<T>) => Promise<T>;
}

/** From so many answers under way, none is waited for. */
const many = 20;

/** The longest turn of an event loop that is not late, in milliseconds. */
const lateness = 50;

/** The longest that a quick answer took the last time, in milliseconds. */
const quick = 500;

/**
 * A timer alone does not do: while the event loop is held, the timer that should end the waiting is held, too. So what is
 * at hand is asked before an answer is begun.
 */
export const createPunctuality = (): Punctuality => {
  const took = new Map<string, number>();
  let underWay = 0;
  const isFree = async () => {
    if (underWay >= many) return false;
    const since = performance.now();
    await turn();
    return performance.now() - since <= lateness;
  };
  return {
    isFree,
    isQuick: async (command) => (took.get(command) ?? Number.POSITIVE_INFINITY) <= quick && isFree(),
    time: async (command, work) => {
      const since = performance.now();
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        took.set(command, performance.now() - since);
      }
    },
  };
};
