import type { Log } from "./log.ts";

/** Where a fault of ours showed itself. */
export type FaultPlace = "answer" | "job" | "drawing" | "platform" | "process";

export interface Fault {
  readonly where: FaultPlace;
  /** What failed, in a few words that are the same each time. */
  readonly what: string;
  /** What else is told: names and ids, never a learner's words. */
  readonly about?: Readonly<Record<string, unknown>>;
}

const fullDisk = "The disk is full: make room where the database lies. All that was acknowledged is kept.";

/** What mends a fault, by the code of the error or of what caused it. */
const remedies: Readonly<Record<string, string>> = {
  "53100": fullDisk,
  "SQLite 13": fullDisk,
  ENOSPC: "The disk is full: make room. All that was acknowledged is kept.",
};

/** SQLite's own code is in the low byte of what Node tells of it; its other codes say that it was SQLite. */
const codeOf = ({ code, errcode }: { code?: unknown; errcode?: unknown }): string =>
  typeof errcode === "number" ? `SQLite ${errcode & 0xff}` : String(code);

const remedyFor = (error: unknown, depth = 0): string | undefined => {
  const told = (error ?? {}) as { code?: unknown; errcode?: unknown; cause?: unknown };
  const { cause } = told;
  return (
    remedies[codeOf(told)] ?? (cause === undefined || depth > 4 ? undefined : remedyFor(cause, depth + 1))
  );
};

/**
 * Tells whoever runs the tutor of a fault that nobody expected. All faults come by here, so that a service which gathers
 * errors is joined in one place. What ends the process is fatal.
 */
export const reportError = (log: Log, error: unknown, { where, what, about }: Fault): void => {
  const remedy = remedyFor(error);
  log[where === "process" ? "fatal" : "error"](
    { ...about, where, err: error, ...(remedy === undefined ? {} : { remedy }) },
    what,
  );
};
