import type { Log } from "./log.ts";
import { noteFault } from "./spans.ts";

/** Where a fault of ours showed itself. */
export type FaultPlace = "answer" | "job" | "worker" | "drawing" | "platform" | "process";

export interface Fault {
  readonly where: FaultPlace;
  /** What failed, in a few words that are the same each time. */
  readonly what: string;
  /** What else is told: names and ids, never a learner's words. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/**
 * Tells whoever runs the tutor of a fault that nobody expected. All faults come by here, so that a service which gathers
 * errors is joined in one place; the traces, where there are any, have it on their span. What ends the process is fatal.
 */
export const reportError = (log: Log, error: unknown, { where, what, about }: Fault): void => {
  noteFault(error, what);
  log[where === "process" ? "fatal" : "error"]({ ...about, where, err: error }, what);
};
