import { LRUCache } from "lru-cache";

/**
 * Counts how often messages were put in the place of their earlier states, so that a picture which comes late never
 * brings an earlier state back.
 */
export interface Editions {
  /** Counts another edition of a message, and returns its number; as it was sent, a message is edition 0. */
  readonly next: (message: string) => number;
  readonly isLatest: (message: string, edition: number) => boolean;
  /** Adds to an edition of a message, unless there is a later one. */
  readonly amend: (message: string, edition: number, edit: () => Promise<unknown>) => Promise<void>;
  /** Resolves when no addition to the message is on its way; undefined where none is. */
  readonly underWay: (message: string) => Promise<void> | undefined;
}

/** How many messages are remembered. */
const remembered = 10_000;

export const createEditions = (): Editions => {
  const counts = new LRUCache<string, number>({ max: remembered });
  const additions = new Map<string, Promise<void>>();
  const latest = (message: string): number => counts.get(message) ?? 0;

  return {
    next: (message) => {
      const edition = latest(message) + 1;
      counts.set(message, edition);
      return edition;
    },
    isLatest: (message, edition) => latest(message) === edition,
    amend: async (message, edition, edit) => {
      if (latest(message) !== edition) return;
      const ended = Promise.withResolvers<void>();
      additions.set(message, ended.promise);
      try {
        await edit();
      } finally {
        additions.delete(message);
        ended.resolve();
      }
    },
    underWay: (message) => additions.get(message),
  };
};
