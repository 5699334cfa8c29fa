import type { LearnerId, PlaceId } from "../identity.ts";

export const quizStates = ["running", "paused", "ended"] as const;

export type QuizState = (typeof quizStates)[number];

/** A quiz as it is kept; what its settings hold is the tutor's affair. */
export interface KeptQuiz {
  readonly id: number;
  readonly workspace: PlaceId;
  readonly place: PlaceId;
  readonly starter: LearnerId;
  readonly settings: unknown;
  readonly state: QuizState;
  readonly startedAt: Date;
}

export interface Score {
  readonly learner: LearnerId;
  readonly name?: string;
  readonly points: number;
  readonly right: number;
  readonly answered: number;
}

/** Quizzes, and what is set for the places in which they run. */
export interface Quizzes {
  /** Starts a quiz; undefined when one is under way in the place. */
  readonly start: (quiz: Omit<KeptQuiz, "id" | "state">) => Promise<KeptQuiz | undefined>;
  readonly find: (id: number) => Promise<KeptQuiz | undefined>;
  /** The one in a place that has not ended. */
  readonly in: (place: PlaceId) => Promise<KeptQuiz | undefined>;
  /** All that are running. */
  readonly running: () => Promise<readonly KeptQuiz[]>;
  /** Those that should have moved on before a moment, since their process has ended. */
  readonly overdue: (moment: Date) => Promise<readonly number[]>;
  /** Changes the state; false when the quiz was not in the state `from`. */
  readonly change: (id: number, from: QuizState, to: QuizState, at: Date) => Promise<boolean>;
  /** Takes the right to move a quiz on until a moment; false while another has it. */
  readonly lease: (id: number, now: Date, until: Date) => Promise<boolean>;
  readonly release: (id: number) => Promise<void>;
  /** The highest first. A score is the sum of its attempts. */
  readonly scores: (id: number) => Promise<readonly Score[]>;
  readonly placeSettings: (place: PlaceId) => Promise<unknown>;
  /** The places for which a daily question is set. */
  readonly placesWithDaily: () => Promise<readonly PlaceId[]>;
  /**
   * Changes some of what is set for a place; what is undefined is taken away. `owner`: who is alone with the tutor there.
   */
  readonly changePlace: (
    place: PlaceId,
    change: Readonly<Record<string, unknown>>,
    owner?: LearnerId,
  ) => Promise<void>;
}
