/** Troubles that the platforms make by themselves. */
export const ofPlatformKinds = [
  "Discord's gateway cut",
  "Slack's socket cut",
  "asked to connect anew",
  "429 with Retry-After",
  "500, nothing done",
  "500, done all the same",
] as const;

/** What is done to the program and to what it stands on. */
export const troubleKinds = [
  "kill -9 and start",
  "second process: kill -9 and start",
  ...ofPlatformKinds,
  "database slow",
  "database away",
  "process frozen",
  "disk full",
  "Discord not connected",
  "Slack not connected",
  "neither process open",
  "clock jumps",
] as const;

export type TroubleKind = (typeof troubleKinds)[number];

/** A trouble from its beginning to its end, by `performance.now()`. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly from: number;
  to: number;
}

/** All that went wrong on purpose. */
export interface Troubles {
  readonly all: readonly Trouble[];
  /** Notes a trouble that begins now and ends when the work is done. */
  readonly during: (kind: TroubleKind, work: () => Promise<void>) => Promise<void>;
  /** The kinds of trouble that there were at some moment of a span. */
  readonly within: (from: number, to: number) => ReadonlySet<TroubleKind>;
}

export const createTroubles = (): Troubles => {
  const all: Trouble[] = [];
  return {
    all,
    during: async (kind, work) => {
      const trouble: Trouble = { kind, from: performance.now(), to: Number.POSITIVE_INFINITY };
      all.push(trouble);
      try {
        await work();
      } finally {
        trouble.to = performance.now();
      }
    },
    within: (from, to) =>
      new Set(all.filter((trouble) => trouble.from <= to && trouble.to >= from).map(({ kind }) => kind)),
  };
};
