import type { KeptReport, Store } from "./store.ts";

/** The most characters of texts that are remembered, and the most entries of anything else. */
const [mostCharacters, mostEntries] = [16_000_000, 50_000];

/** A store that ends with the process: for a prompt in a terminal, and for tests. It forgets what is oldest. */
export const createMemoryStore = (now: () => Date): Store => {
  const texts = createBounded<string>(mostCharacters, (text) => text.length);
  const latest = createBounded<string>(mostCharacters, (text) => text.length);
  const seen = createBounded<ReadonlySet<string>>(mostEntries, () => 1);
  const reports = createBounded<ReadonlyMap<string, KeptReport>>(mostEntries, (all) => all.size);
  return {
    keepText: async (key, text) => texts.set(key, text),
    findText: async (key) => texts.get(key),
    keepLatest: async (place, vectors) => latest.set(place, vectors),
    findLatest: async (places) =>
      places.map((place) => latest.get(place)).find((vectors) => vectors !== undefined),
    noteSeen: async (learner, lesson) => seen.set(learner, new Set([...(seen.get(learner) ?? []), lesson])),
    seenBy: async (learner) => seen.get(learner) ?? new Set(),
    report: async (workspace, learner, report) => {
      const key = JSON.stringify([learner, report.lesson, report.version]);
      const others = [...(reports.get(workspace) ?? [])].filter(([other]) => other !== key);
      reports.set(workspace, new Map([...others, [key, { ...report, at: now() }]]));
    },
    reportsFrom: async (workspace, most) =>
      [...(reports.get(workspace)?.values() ?? [])].toReversed().slice(0, most),
    close: async () => undefined,
  };
};

interface Bounded<V> {
  readonly set: (key: string, value: V) => void;
  readonly get: (key: string) => V | undefined;
}

/** Values up to a total size; what was set or got last stays longest. */
const createBounded = <V>(capacity: number, sizeOf: (value: V) => number): Bounded<V> => {
  const values = new Map<string, V>();
  let size = 0;
  const forget = (key: string): void => {
    const value = values.get(key);
    if (value === undefined) return;
    values.delete(key);
    size -= sizeOf(value);
  };
  const set = (key: string, value: V): void => {
    forget(key);
    values.set(key, value);
    size += sizeOf(value);
    while (size > capacity) forget(values.keys().next().value!);
  };
  return {
    set,
    get: (key) => {
      const value = values.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
  };
};
