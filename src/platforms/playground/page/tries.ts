import { LRUCache } from "lru-cache";

/** How often each address has named a wrong token, and how long it waits for the next try. */
export interface Tries {
  /** In whole seconds; 0 where it may try at once. */
  readonly wait: (address: string) => number;
  readonly miss: (address: string) => void;
  readonly forget: (address: string) => void;
}

/** So many misses cost nothing; each one after that doubles the wait, from a second to a quarter of an hour. */
const [free, longest] = [10, 900];

/** So many addresses are remembered. */
const most = 10_000;

interface Misses {
  readonly count: number;
  readonly until: number;
}

/** `now` is in milliseconds. What was missed is forgotten by whoever comes in, and an hour after the last wait. */
export const createTries = (now: () => number): Tries => {
  const known = new LRUCache<string, Misses>({ max: most });
  const missesOf = (address: string): Misses | undefined => {
    const misses = known.get(address);
    return misses !== undefined && now() < misses.until + 3_600_000 ? misses : undefined;
  };
  return {
    wait: (address) => Math.max(0, Math.ceil(((missesOf(address)?.until ?? 0) - now()) / 1_000)),
    miss: (address) => {
      const count = (missesOf(address)?.count ?? 0) + 1;
      const seconds = count < free ? 0 : Math.min(longest, 2 ** (count - free));
      known.set(address, { count, until: now() + seconds * 1_000 });
    },
    forget: (address) => void known.delete(address),
  };
};
