import { exitCodes } from "./config/config.ts";
import { StoreRefused } from "./store/refusal.ts";

/** What went wrong and what to do, in a sentence, and the code to exit with. */
export interface Failure {
  readonly sentence: string;
  readonly code: number;
}

/** Why the database cannot be worked with; undefined when the error is about something else. */
export const explainStore = (error: unknown): Failure | undefined =>
  error instanceof StoreRefused
    ? {
        sentence: error.message,
        code: error.reason === "misconfigured" ? exitCodes.config : exitCodes.failed,
      }
    : undefined;
