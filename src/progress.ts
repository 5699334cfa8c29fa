import { SingleBar } from "cli-progress";

/** How far long work is, as whoever waits for it sees: a bar on a terminal, elsewhere a line now and then. */
export interface Progress {
  /** A part of the work begins, in which there is so much to do; what was shown before ends. */
  readonly begin: (task: string, total: number) => void;
  /** So much of it is done. */
  readonly reach: (done: number) => void;
  /** The work is over; called more than once, too. */
  readonly end: () => void;
}

type Shown = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Where no terminal is, a line comes after so many milliseconds, and then as often. */
const every = 3_000;

/** Without a terminal, nothing is shown of work that takes less than a few seconds. */
export const createProgress = (
  stream: Shown = process.stderr,
  now: () => number = () => performance.now(),
): Progress => (stream.isTTY === true ? showBar(stream) : writeLines(stream, now));

const showBar = (stream: Shown): Progress => {
  const bar = new SingleBar({ format: "{task} {bar} {percentage} %", hideCursor: true, stream });
  let isShown = false;
  const end = () => {
    if (isShown) bar.stop();
    isShown = false;
  };
  return {
    begin: (task, total) => {
      end();
      isShown = true;
      bar.start(total, 0, { task });
    },
    reach: (done) => bar.update(Math.min(done, bar.getTotal())),
    end,
  };
};

const writeLines = (stream: Shown, now: () => number): Progress => {
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
    end: () => undefined,
  };
};
