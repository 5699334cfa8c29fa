import type { PlatformName } from "./identity.ts";
import type { Problem } from "./problem.ts";

/**
 * What a picture that was asked for came to: drawn; failed; given up since its drawing took too long, or since others
 * before it did; shed since too many were waiting.
 */
export type PictureOutcome = "drawn" | "failed" | "slow" | "late" | "shed";

/** What is read when somebody looks. */
export type Level =
  /** Pictures that wait for a thread. */
  | "pictures-waiting"
  /** Jobs whose time has come, by their names. */
  | "jobs-ready";

/** Counts and times for whoever runs the tutor. Every text is one of few: never a learner's words, nor an id. */
export interface Meters {
  readonly answered: (answer: {
    /** The name of a command, or "unknown". */
    readonly command: string;
    readonly platform: PlatformName;
    readonly outcome: "answered" | Problem["kind"];
    readonly seconds: number;
  }) => void;
  /** The platform was given the first sign of an answer, so long after it delivered an event. */
  readonly acknowledged: (platform: PlatformName, seconds: number) => void;
  /** A job was done or failed; `late` is how long after its time it began. */
  readonly jobDone: (job: string, outcome: "done" | "failed", seconds: number, late: number) => void;
  /** A picture that is not kept from before was asked for. */
  readonly pictureDone: (outcome: PictureOutcome, seconds: number) => void;
  /** Has a level read whenever somebody looks; what cannot be read then is left out. */
  readonly watch: (level: Level, read: () => Promise<Readonly<Record<string, number>>>) => void;
}

/** Measures nothing. */
export const noMeters: Meters = {
  answered: () => undefined,
  acknowledged: () => undefined,
  jobDone: () => undefined,
  pictureDone: () => undefined,
  watch: () => undefined,
};
