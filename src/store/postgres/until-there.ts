import { codeOf } from "../engine.ts";

/** What is done while a server is not there yet. */
export interface Waiting {
  /** How long is waited for it, in milliseconds. */
  readonly patience: number;
  /** Hears once that it is waited for, and what else takes time while it is opened. */
  readonly tell: (sentence: string) => void;
}

/** The first pause between two tries in milliseconds, and the longest; each is twice the one before. */
const [firstPause, longestPause] = [250, 5_000];

/** Codes of Node for what is not there (yet), and of PostgreSQL for a server that starts or ends. */
const notThere = /^(ECONN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[1-3]$)/;

/** Whether a server may be there soon: a container that starts beside this one has no name and no port at first. */
const mayCome = (error: unknown): boolean => {
  const { message = "" } = error as Error;
  return notThere.test(codeOf(error) ?? "") || /connection timeout|Connection terminated/i.test(message);
};

/** Tries, with growing pauses, until the server is there or the patience is at its end; then the last error is thrown. */
export const untilThere = async <T>(
  attempt: () => Promise<T>,
  { patience, tell }: Waiting,
  describe: (error: unknown) => string,
): Promise<T> => {
  const end = performance.now() + patience;
  for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      return await attempt();
    } catch (error) {
      const left = end - performance.now();
      if (left <= 0 || !mayCome(error)) throw error;
      if (pause === firstPause)
        tell(`${describe(error)} I try again for ${Math.ceil(patience / 1000)} seconds.`);
      await new Promise((resolve) => setTimeout(resolve, Math.min(pause, left)));
    }
  }
};
