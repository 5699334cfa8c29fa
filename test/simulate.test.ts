import { expect, test } from "vitest";
import { createRandom } from "../src/random.ts";
import { calibration } from "./simulate/calibration.ts";
import { runCourse, runCourses } from "./simulate/course.ts";
import { diagnosis } from "./simulate/diagnosis.ts";
import { falseMastery } from "./simulate/false-mastery.ts";
import { successRate } from "./simulate/success-rate.ts";

/** `npm run simulate` has many more. */
const learners = 150;
const courses = runCourses(createRandom(11), learners);

test("the same seed gives the same course", () => expect(runCourse(5)).toEqual(runCourse(5)));

test("at most 2 % of what learners are said to have mastered is beyond them", () => {
  const [first, daily] = falseMastery(courses);
  expect(first!.count).toBeGreaterThan(25);
  expect(first!["false %"]).toBeLessThanOrEqual(2);
  expect(daily!["false %"]).toBeLessThanOrEqual(2);
});

test("recall with ability is foretold better than by SM-2", () => {
  const [fsrs, both, sm2] = calibration(courses);
  expect(fsrs!.reviews).toBeGreaterThan(500);
  expect(fsrs!["log loss"]).toBeLessThan(sm2!["log loss"]);
  expect(both!["log loss"]).toBeLessThan(fsrs!["log loss"]);
});

test("most learners settle between 75 and 85 % within 15 questions, and more of them the longer they go on", () => {
  const [chosen, typed, , , chosenLonger, typedLonger] = successRate(12, 150);
  for (const row of [chosen!, typed!]) expect(row["75 to 85 %"], row.learners).toBeGreaterThan(45);
  for (const row of [chosenLonger!, typedLonger!])
    expect(row["75 to 85 %"], row.learners).toBeGreaterThan(70);
});

test("misconceptions are named by their answers, and chance is seldom taken for a habit", () => {
  const [, chosen, typed, typedHabit] = diagnosis(13, 60);
  // `npm run simulate` asks more learners, and says 90 or more of each; so few as these may be off by a few.
  for (const row of [chosen!, typed!, typedHabit!]) expect(row["right slip %"]).toBeGreaterThanOrEqual(86);
  for (const row of [chosen!, typedHabit!]) expect(row["false alarms %"]).toBeLessThanOrEqual(6);
});
