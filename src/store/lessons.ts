import type { LearnerId, PlaceId } from "../identity.ts";

/** What a reader said of a lesson. */
export interface Report {
  readonly lesson: string;
  /** The version of the lesson's text that was read. */
  readonly version: string;
  readonly clear: boolean;
  /** What was unclear, in the reader's words. */
  readonly text?: string;
}

export interface KeptReport extends Report {
  readonly at: Date;
}

/** Who has seen which lesson, and what they said of it. */
export interface LessonRecords {
  readonly noteSeen: (learner: LearnerId, lesson: string) => Promise<void>;
  readonly seenBy: (learner: LearnerId) => Promise<ReadonlySet<string>>;
  /** A learner's later report on the same version of a lesson takes the place of the earlier one. */
  readonly report: (workspace: PlaceId, learner: LearnerId, report: Report) => Promise<void>;
  /** The reports from a workspace, the latest first; at most `most`. */
  readonly reportsFrom: (workspace: PlaceId, most: number) => Promise<readonly KeptReport[]>;
}
