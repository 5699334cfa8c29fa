/** Something that is tried until it succeeds once. */
export interface Trying {
  /** The first try, which never fails: whether it succeeded. */
  readonly first: Promise<boolean>;
  readonly stop: () => void;
}

/** Milliseconds from a failure to the next try, longer each time up to the longest. */
export interface Pauses {
  readonly first: number;
  readonly longest: number;
}

/** Tries at once, and after each failure again, twice as long after it as the time before; `failed` hears of each. */
export const keepTrying = (
  work: () => Promise<unknown>,
  { first, longest }: Pauses,
  failed: (error: unknown, pause: number) => void,
): Trying => {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const attempt = async (pause: number): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (isStopped) return false;
      failed(error, pause);
      timer = setTimeout(() => void attempt(Math.min(longest, pause * 2)), pause);
      timer.unref();
      return false;
    }
  };
  return {
    first: attempt(first),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
};
