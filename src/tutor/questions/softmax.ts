import { phrasedKind } from "./phrased/phrased.ts";
import { type ChangeSlip, shift, stretch } from "./phrased/softmax-changes.ts";
import { largest, total, type WeightSlip } from "./phrased/softmax-weights.ts";

/** What softmax makes of scores. */
export const softmaxKind = phrasedKind<WeightSlip | ChangeSlip>(
  "softmax",
  "softmax",
  [
    "weights-changed-by-shift",
    "scores-taken-for-weights",
    "scaling-taken-for-shift",
    "gaps-turned-round",
    "sign-dropped",
    "lowest-taken-for-highest",
    "power-not-divided",
  ],
  [
    { name: "the largest weight", level: 1, pose: largest },
    { name: "the sum of the weights", level: 2, pose: total },
    { name: "the same added to all", level: 3, pose: shift },
    { name: "all multiplied", level: 4, pose: (random) => stretch(random, false) },
    { name: "all divided", level: 5, pose: (random) => stretch(random, true) },
  ],
);
