import type { Grade } from "../../src/tutor/review.ts";

/** SuperMemo 2 (Wozniak, 1990): an interval in days that grows by a factor of ease. */
export interface Sm2 {
  readonly interval: number;
  readonly ease: number;
  readonly reps: number;
  /** In days. */
  readonly last: number;
}

export const newSm2 = (at: number): Sm2 => ({ interval: 1, ease: 2.5, reps: 0, last: at });

const quality: Readonly<Record<Grade, number>> = { again: 1, hard: 3, good: 4, easy: 5 };

export const sm2After = (card: Sm2, grade: Grade, at: number): Sm2 => {
  const q = quality[grade];
  const ease = Math.max(1.3, card.ease + 0.1 - (5 - q) * (0.08 + (5 - q) * 0.02));
  if (q < 3) return { interval: 1, ease, reps: 0, last: at };
  const interval = card.reps === 0 ? 1 : card.reps === 1 ? 6 : card.interval * card.ease;
  return { interval, ease, reps: card.reps + 1, last: at };
};

/** SM-2 predicts no chance; it is read here as nine in ten at the end of its interval, falling exponentially. */
export const sm2Recall = (card: Sm2, at: number): number => 0.9 ** ((at - card.last) / card.interval);
