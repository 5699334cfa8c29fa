import { createRandom } from "../../src/random.ts";

/** How many learners there are, in how many servers or workspaces, and how many channels each of these has. */
export const [learners, servers, channels] = [4_000, 40, 10] as const;

/** One who asks something, and where. */
export interface Learner {
  readonly number: number;
  readonly server: number;
  readonly channel: number;
}

export const learnerAt = (number: number): Learner => ({
  number,
  server: number % servers,
  channel: Math.floor(number / servers) % channels,
});

/** Learners and what they type, always the same for a seed. */
export interface Town {
  readonly anyone: () => Learner;
  /** Two vectors of three components that nobody has asked about. */
  readonly vectors: () => string;
}

export const createTown = (seed: number): Town => {
  const random = createRandom(seed);
  const vector = (): string => Array.from({ length: 3 }, () => random.whole(-999, 999)).join(",");
  return {
    anyone: () => learnerAt(random.whole(0, learners - 1)),
    vectors: () => `${vector()} ${vector()}`,
  };
};
