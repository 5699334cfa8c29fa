import { type CardInput, createEmptyCard, type Grade as FsrsGrade, fsrs, Rating } from "ts-fsrs";
import type { Outcome } from "./mark.ts";

/** How well something was remembered. */
export const grades = ["again", "hard", "good", "easy"] as const;

export type Grade = (typeof grades)[number];

/** What FSRS keeps of a skill: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm. Plain JSON. */
export interface ReviewCard {
  /** When it is due, as an ISO string. */
  readonly due: string;
  /** After so many days the chance of recall is nine in ten. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  /** 0 new, 1 learning, 2 review, 3 learning again. */
  readonly state: number;
  /** Absent before the first. */
  readonly lastReview?: string;
}

/** Without fuzz: the same answers at the same moments give the same days. */
const scheduler = fsrs({ enable_fuzz: false, request_retention: 0.9, maximum_interval: 365 });

const fromFsrs = (card: CardInput): ReviewCard => ({
  due: new Date(card.due).toISOString(),
  stability: card.stability,
  difficulty: card.difficulty,
  scheduledDays: card.scheduled_days,
  learningSteps: card.learning_steps,
  reps: card.reps,
  lapses: card.lapses,
  state: Number(card.state),
  ...(card.last_review ? { lastReview: new Date(card.last_review).toISOString() } : {}),
});

const toFsrs = (card: ReviewCard): CardInput => ({
  due: card.due,
  stability: card.stability,
  difficulty: card.difficulty,
  elapsed_days: 0,
  scheduled_days: card.scheduledDays,
  learning_steps: card.learningSteps,
  reps: card.reps,
  lapses: card.lapses,
  state: card.state,
  ...(card.lastReview === undefined ? {} : { last_review: card.lastReview }),
});

/** A card that nobody has answered yet, due at once. */
export const newCard = (now: Date): ReviewCard => fromFsrs(createEmptyCard(now));

const gradeToFsrs: Readonly<Record<Grade, FsrsGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** Answers faster than this share of the expected time are easy, slower than this multiple are hard. */
const [fast, slow] = [0.4, 3];

/** The grade of an answer: by the mark, the hints that were read, and the time that it took. */
export const gradeOf = ({
  outcome,
  hints,
  seconds,
  expectedSeconds = 60,
}: {
  readonly outcome: Outcome;
  readonly hints: number;
  readonly seconds: number;
  readonly expectedSeconds?: number;
}): Grade => {
  if (outcome === "wrong") return "again";
  if (outcome === "rounding" || hints > 0 || seconds > slow * expectedSeconds) return "hard";
  return seconds < fast * expectedSeconds ? "easy" : "good";
};

/** The card after an answer. */
export const reviewed = (card: ReviewCard, grade: Grade, now: Date): ReviewCard =>
  fromFsrs(scheduler.next(toFsrs(card), now, gradeToFsrs[grade]).card);

export const isDue = (card: ReviewCard, now: Date): boolean => Date.parse(card.due) <= now.getTime();

const dayInMs = 86_400_000;

/** The chance of recall, from 0 to 1; 0 for a card that nobody has answered yet. */
export const retrievability = (card: ReviewCard, now: Date): number => {
  if (card.lastReview === undefined) return 0;
  const days = Math.max(0, now.getTime() - Date.parse(card.lastReview)) / dayInMs;
  return scheduler.forgetting_curve(days, card.stability);
};
