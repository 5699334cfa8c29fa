import { within } from "../../../base/within.ts";
import type { Log } from "../../../log.ts";

/** How long an answer waits for the database, in milliseconds: one that is away keeps nobody from reading it. */
const patience = 1_000;

/** What the work comes to, or undefined where it fails or takes too long; it goes on all the same. Never rejects. */
export type InTime = <T>(work: Promise<T>, what: string) => Promise<T | undefined>;

export const createInTime =
  (log: Log): InTime =>
  (work, what) =>
    within(
      patience,
      work.catch((error: unknown) => {
        log.error({ err: error }, what);
        return undefined;
      }),
    );
