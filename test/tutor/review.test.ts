import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Grade,
  gradeOf,
  grades,
  isDue,
  newCard,
  type ReviewCard,
  retrievability,
  reviewed,
} from "../../src/tutor/review.ts";

const start = Date.UTC(2026, 2, 1, 9);
const day = 86_400_000;
const on = (days: number): Date => new Date(start + days * day);

/** A card answered with these grades, each after so many days. */
const answeredCard = (steps: readonly (readonly [Grade, number])[]): { card: ReviewCard; at: number } =>
  steps.reduce(
    ({ card, at }, [grade, days]) => ({ card: reviewed(card, grade, on(at + days)), at: at + days }),
    { card: newCard(on(0)), at: 0 },
  );

const histories = fc.array(
  fc.tuple(fc.constantFrom(...grades), fc.double({ min: 0, max: 60, noNaN: true })),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe("the grade", () => {
  test.each([
    ["wrong", 0, 5, "again"],
    ["wrong", 2, 500, "again"],
    ["rounding", 0, 5, "hard"],
    ["right", 1, 5, "hard"],
    ["right", 0, 181, "hard"],
    ["right", 0, 60, "good"],
    ["right", 0, 23, "easy"],
  ] as const)(
    "of an answer that is %s after %d hints and %d of 60 seconds is %s",
    (outcome, hints, seconds, grade) => {
      expect(gradeOf({ outcome, hints, seconds, expectedSeconds: 60 })).toBe(grade);
    },
  );
});

describe("a review card", () => {
  test("is due at once when it is new, and nothing is remembered of it yet", () => {
    expect(isDue(newCard(on(0)), on(0))).toBe(true);
    expect(retrievability(newCard(on(0)), on(3))).toBe(0);
  });

  test("is remembered for certain right away, nine times in ten after its stability, and ever less", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { card, at } = answeredCard(history);
        expect(retrievability(card, on(at))).toBeCloseTo(1, 6);
        const last = Date.parse(card.lastReview!);
        const chances = [0, 0.5, 1, 2, 9].map((times) =>
          retrievability(card, new Date(last + times * card.stability * day)),
        );
        // An instant is a whole number of milliseconds.
        expect(chances[2]).toBeCloseTo(0.9, 3);
        expect(chances).toEqual([...chances].sort((x, y) => y - x));
        expect(chances.every((chance) => chance > 0 && chance <= 1)).toBe(true);
      }),
    );
  });

  test("comes back later after a better grade", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { card, at } = answeredCard(history);
        const due = grades.map((grade) => Date.parse(reviewed(card, grade, on(at + 3)).due));
        expect(due).toEqual([...due].sort((x, y) => x - y));
      }),
    );
  });

  test("is due from its moment on and not before", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { card } = answeredCard(history);
        const due = Date.parse(card.due);
        expect(isDue(card, new Date(due - 1))).toBe(false);
        expect(isDue(card, new Date(due))).toBe(true);
      }),
    );
  });

  test("goes on after a round trip through JSON as if there had been none", () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...grades), (history, grade) => {
        const { card, at } = answeredCard(history);
        const kept = JSON.parse(JSON.stringify(card)) as ReviewCard;
        expect(kept).toEqual(card);
        expect(reviewed(kept, grade, on(at + 2))).toEqual(reviewed(card, grade, on(at + 2)));
      }),
    );
  });

  test("is answered well again and again at longer and longer intervals", () => {
    let card = newCard(on(0));
    const intervals: number[] = [];
    for (let i = 0, now = on(0); i < 7; i += 1) {
      card = reviewed(card, "good", now);
      intervals.push(Date.parse(card.due) - now.getTime());
      now = new Date(card.due);
    }
    expect(intervals).toEqual([...intervals].sort((x, y) => x - y));
    expect(intervals.at(-1)! / day).toBeGreaterThan(30);
  });
});
