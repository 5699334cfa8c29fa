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

/** What mends a fault, by the code of the error or of what caused it. */
const remedies: Readonly<Record<string, string>> = {
  "53100": "The disk is full: make room where the database lies. All that was acknowledged is kept.",
  ENOSPC: "The disk is full: make room. All that was acknowledged is kept.",
};

const remedyFor = (error: unknown, depth = 0): string | undefined => {
  const { code = "", cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return (
    remedies[String(code)] ?? (cause === undefined || depth > 4 ? undefined : remedyFor(cause, depth + 1))
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
