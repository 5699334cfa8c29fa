import type { LearnerId, MessageId, PlaceId } from "../identity.ts";
import type { SkillChange } from "./learners.ts";

export const purposes = ["quiz", "daily", "practice"] as const;

export type Purpose = (typeof purposes)[number];

/** A question as it is kept. */
export interface KeptQuestion {
  readonly id: number;
  readonly workspace: PlaceId;
  readonly place: PlaceId;
  readonly purpose: Purpose;
  readonly quiz?: number;
  /** Which of its quiz, counted from 1. */
  readonly number?: number;
  /** The day of a daily question, as 2026-11-24. */
  readonly day?: string;
  /** Whose it is alone. */
  readonly learner?: LearnerId;
  readonly kind: string;
  readonly seed: number;
  readonly level: number;
  /** The slips that it is there to tell apart. */
  readonly tells?: readonly string[];
  readonly openedAt: Date;
  /** When the bell rings; absent, no bell rings. */
  readonly closesAt?: Date;
  readonly closedAt?: Date;
  /** When its solution was posted. */
  readonly toldAt?: Date;
  readonly message?: MessageId;
}

export type NewQuestion = Omit<KeptQuestion, "id" | "closedAt" | "toldAt" | "message">;

export const outcomes = ["right", "rounding", "wrong"] as const;

export type KeptOutcome = (typeof outcomes)[number];

/** An answer to be recorded. */
export interface NewAttempt {
  readonly question: number;
  readonly learner: LearnerId;
  /** Where the learner answered. */
  readonly workspace: PlaceId;
  /** The platform's own id of the event that brought the answer. */
  readonly event: string;
  readonly outcome: KeptOutcome;
  readonly given: string;
  readonly slips: readonly string[];
  readonly seconds: number;
  readonly at: Date;
}

export interface Attempt extends NewAttempt {
  readonly hints: number;
  /** The first right answer to its question. */
  readonly first: boolean;
  readonly points: number;
  /** What the learner is called. */
  readonly name?: string;
}

/** What an attempt does beyond being recorded; asked within the transaction. */
export interface Consequences {
  readonly points: (facts: { readonly hints: number; readonly first: boolean }) => number;
  readonly skill: string;
  readonly learn: (record: unknown, facts: { readonly hints: number }) => SkillChange;
}

export type Recorded =
  | { readonly kind: "recorded"; readonly attempt: Attempt }
  /** The learner has answered before: this is what counts. */
  | { readonly kind: "already"; readonly attempt: Attempt }
  | { readonly kind: "closed" };

/** What a leaderboard counts. */
export interface Standing {
  readonly learner: LearnerId;
  readonly name?: string;
  readonly points: number;
  readonly right: number;
  /** Skills that the learner masters. */
  readonly mastered: number;
}

/** Questions that were posed, and answers to them. */
export interface Questions {
  /** Poses a question; undefined when its quiz has one of that number already, or its place one of that day. */
  readonly pose: (question: NewQuestion) => Promise<KeptQuestion | undefined>;
  readonly find: (id: number) => Promise<KeptQuestion | undefined>;
  /** The latest question of a quiz. */
  readonly latestOf: (quiz: number) => Promise<KeptQuestion | undefined>;
  readonly ofQuiz: (quiz: number) => Promise<readonly KeptQuestion[]>;
  /** The latest daily question of a place. */
  readonly latestDaily: (place: PlaceId) => Promise<KeptQuestion | undefined>;
  /** The latest daily question of a place before a day, of those that were posted. */
  readonly postedDailyBefore: (place: PlaceId, day: string) => Promise<KeptQuestion | undefined>;
  /** The latest questions that were posed to a learner alone, the latest first. */
  readonly practisedBy: (learner: LearnerId, most: number) => Promise<readonly KeptQuestion[]>;
  /** Notes where the question stands, and when its bell rings. */
  readonly posted: (id: number, message: MessageId, closesAt: Date | undefined) => Promise<void>;
  /** Whether it was this call that closed it. */
  readonly close: (id: number, at: Date) => Promise<boolean>;
  readonly told: (id: number, at: Date) => Promise<void>;
  /** Takes the bell away from a question that is open. */
  readonly silence: (id: number) => Promise<void>;
  /** Makes a question that is open as one that is yet to be posted. */
  readonly reopen: (id: number, openedAt: Date) => Promise<void>;
  /**
   * Records an answer, once for each event and once for each learner and question, together with all that follows from
   * it. An answer after the bell is not recorded.
   */
  readonly attempt: (attempt: NewAttempt, consequences: Consequences) => Promise<Recorded>;
  readonly attemptsOn: (id: number) => Promise<readonly Attempt[]>;
  readonly countAttempts: (id: number) => Promise<number>;
  /** The latest attempts of the person behind a learner, the latest first. */
  readonly attemptsBy: (
    learner: LearnerId,
    most: number,
  ) => Promise<readonly (Attempt & { readonly kind: string })[]>;
  /** The number of hints taken, this one among them; at most `most`. */
  readonly takeHint: (id: number, learner: LearnerId, most: number) => Promise<number>;
  /** Those who want to skip the question, this learner among them. */
  readonly voteToSkip: (id: number, learner: LearnerId) => Promise<readonly LearnerId[]>;
  /** Lets a learner stand on the leaderboards of a workspace, or no longer. */
  readonly rank: (workspace: PlaceId, learner: LearnerId, on: boolean) => Promise<void>;
  readonly isRanked: (workspace: PlaceId, learner: LearnerId) => Promise<boolean>;
  /** Those who want to be ranked in a workspace: what they did in shared questions since a moment, there or in a place. */
  readonly standings: (
    workspace: PlaceId,
    since: Date | undefined,
    place?: PlaceId,
  ) => Promise<readonly Standing[]>;
}
