import type * as fc from "fast-check";

/** One way by which something from outside comes in. */
export interface Entry<Input = unknown> {
  readonly name: string;
  readonly input: fc.Arbitrary<Input>;
  /**
   * The work that no input may make, in milliseconds of this thread's own; for what runs on the thread that answers
   * events. The best of three counts, so that a collection of garbage is not taken for it.
   */
  readonly most?: number;
  /** What looks at an input: throws, with a sentence, where it is not dealt with as it should be. */
  readonly open: () => Promise<Opened<Input>>;
}

export interface Opened<Input> {
  check(input: Input): void | Promise<void>;
  readonly close?: () => Promise<void>;
}

/** Fails with a sentence. */
export const insist = (isSo: boolean, sentence: () => string): void => {
  if (!isSo) throw new Error(sentence());
};
