import { createRandom } from "../../src/random.ts";
import { calibration } from "./calibration.ts";
import { runCourses } from "./course.ts";
import { diagnosis } from "./diagnosis.ts";
import { falseMastery } from "./false-mastery.ts";
import { successRate } from "./success-rate.ts";

const seeds = { courses: 1, success: 2, diagnosis: 3 };

console.log("Seeds", seeds);
const courses = runCourses(createRandom(seeds.courses), 400);
console.log("(a) Prediction of reviews: 400 learners over 90 days, the second half held out");
console.table(calibration(courses));
console.log(
  "(b) Mean true chance of a right answer after the first 15 questions, shares of learners in per cent",
);
console.table(successRate(seeds.success, 1000));
console.log(
  "(c) Mastery is false where the true chance of a right typed answer at the middle level is below 0.6",
);
console.table(falseMastery(courses));
console.log("(d) Slips of learners with a misconception, and false alarms on random errors");
console.table(diagnosis(seeds.diagnosis, 500));
