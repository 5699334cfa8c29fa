import type { Course, Review } from "./course.ts";

const clamp = (p: number): number => Math.min(0.999, Math.max(0.001, p));
const logit = (p: number): number => Math.log(clamp(p) / (1 - clamp(p)));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const rounded = (x: number): number => Math.round(x * 10_000) / 10_000;

type Predictor = (review: Review) => number;

const logLoss = (reviews: readonly Review[], predict: Predictor): number =>
  mean(reviews.map((each) => -Math.log(each.right ? clamp(predict(each)) : 1 - clamp(predict(each)))));

/** The predictor with its logits put on the straight line that fits best, by Newton's method. */
const fitted = (reviews: readonly Review[], predict: Predictor): Predictor => {
  let [a, b] = [0, 0];
  for (let i = 0; i < 25; i += 1) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const each of reviews) {
      const x = logit(predict(each));
      const p = logistic(a + b * x);
      const [g, w] = [(each.right ? 1 : 0) - p, p * (1 - p)];
      ga += g;
      gb += g * x;
      haa += w;
      hab += w * x;
      hbb += w * x * x;
    }
    const det = haa * hbb - hab * hab;
    if (Math.abs(det) < 1e-9) break;
    a += (hbb * ga - hab * gb) / det;
    b += (haa * gb - hab * ga) / det;
  }
  return (each) => logistic(a + b * logit(predict(each)));
};

export interface CalibrationRow {
  readonly predictor: string;
  readonly reviews: number;
  readonly foretold: number;
  readonly seen: number;
  readonly "log loss": number;
  /** After a straight line through the logits that was fitted on the other half of the learners. */
  readonly "log loss, line fitted": number;
}

/** Predictions of each day's first answer in a skill: the first half of the learners to fit on, the second held out. */
export const calibration = (courses: readonly Course[]): readonly CalibrationRow[] => {
  const half = Math.floor(courses.length / 2);
  const fit = courses.slice(0, half).flatMap(({ reviews }) => reviews);
  const held = courses.slice(half).flatMap(({ reviews }) => reviews);
  const base = mean(fit.map(({ right }) => (right ? 1 : 0)));
  const predictors: readonly (readonly [string, Predictor])[] = [
    ["FSRS: retrievability", (each) => each.retrievability],
    ["FSRS and ability", (each) => each.withAbility],
    ["SM-2: 0.9 ^ (days / interval)", (each) => each.sm2],
    ["constant: base rate", () => base],
  ];
  return predictors.map(([predictor, predict]) => ({
    predictor,
    reviews: held.length,
    foretold: rounded(mean(held.map(predict))),
    seen: rounded(mean(held.map(({ right }) => (right ? 1 : 0)))),
    "log loss": rounded(logLoss(held, predict)),
    "log loss, line fitted": rounded(logLoss(held, fitted(fit, predict))),
  }));
};
