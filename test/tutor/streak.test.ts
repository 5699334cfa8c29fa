import { expect, test } from "vitest";
import { streakOf } from "../../src/tutor/streak.ts";

const today = "2026-11-25";
const back = (...days: readonly number[]) =>
  days.map((day) => new Date(Date.parse(`${today}T00:00:00Z`) - day * 86_400_000).toISOString().slice(0, 10));

test.each([
  ["nothing yet", [], 0, true],
  ["today", [0], 1, true],
  ["today, twice", [0, 0], 1, true],
  ["yesterday, and today is still to come", [1], 1, true],
  ["three days up to yesterday", [1, 2, 3], 3, true],
  ["one day missed within the row", [0, 1, 3, 4], 4, false],
  ["yesterday missed, and today is still to come", [2, 3], 2, false],
  ["two days missed in a row", [0, 3, 4], 1, true],
  ["two days missed up to today", [3, 4], 0, true],
  ["a second day missed within seven", [0, 2, 4, 5], 2, false],
  ["a second day missed six days before the first", [0, 2, 3, 4, 5, 6, 8], 6, false],
  ["a second day missed seven days before the first", [0, 2, 3, 4, 5, 6, 7, 9], 8, false],
  ["a day missed long ago", [0, 1, 2, 3, 4, 5, 6, 7, 9], 9, true],
] as const)("%s", (_, days, count, freezeLeft) => {
  expect(streakOf(back(...days), today)).toEqual({ days: count, freezeLeft });
});
