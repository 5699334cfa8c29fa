/** Edits that take turns. */
export interface Edits {
  /**
   * Runs the work when it is the key's turn. Work that waits is replaced by later work of the same key; the promise
   * then settles as that later work does.
   */
  readonly run: (key: string, work: () => Promise<void>) => Promise<void>;
}

/** Slack takes chat.update about 50 times a minute and workspace. */
export const pauseBetweenEdits = 1_300;

interface Waiting {
  work: () => Promise<void>;
  readonly settled: PromiseWithResolvers<void>;
}

/**
 * One start in `pause` milliseconds, whatever its key; keys take turns in the order in which they began to wait, and
 * of one key only one work is on its way at a time. So only the latest content of each is sent, and always is.
 */
export const createEdits = (pause: number): Edits => {
  // A key that is set again keeps its place in the row.
  const waiting = new Map<string, Waiting>();
  const onTheWay = new Set<string>();
  let paused = false;

  const startNext = (): void => {
    if (paused) return;
    const key = [...waiting.keys()].find((some) => !onTheWay.has(some));
    if (key === undefined) return;
    const { work, settled } = waiting.get(key)!;
    waiting.delete(key);
    onTheWay.add(key);
    paused = true;
    setTimeout(() => {
      paused = false;
      startNext();
    }, pause);
    work()
      .then(settled.resolve, settled.reject)
      .finally(() => {
        onTheWay.delete(key);
        startNext();
      });
  };

  return {
    run: (key, work) => {
      const known = waiting.get(key);
      if (known !== undefined) {
        known.work = work;
        return known.settled.promise;
      }
      const settled = Promise.withResolvers<void>();
      waiting.set(key, { work, settled });
      startNext();
      return settled.promise;
    },
  };
};
