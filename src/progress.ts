/** How far long work is: a line now and then for the operator who waits. */
export interface Progress {
  /** A part of the work begins, in which there is so much to do. */
  readonly begin: (task: string, total: number) => void;
  /** So much of it is done. */
  readonly reach: (done: number) => void;
}

/** The time between two lines, in milliseconds. */
const every = 3_000;

/** Nothing is said of work that takes less than a few seconds. */
export const createProgress = (
  stream: NodeJS.WritableStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress => {
  let [task, total, told] = ["", 0, 0];
  return {
    begin: (...begun) => {
      [task, total] = begun;
      told = now();
    },
    reach: (done) => {
      if (now() - told < every) return;
      told = now();
      const percent = total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total));
      stream.write(`${task}: ${percent} %\n`);
    },
  };
};
