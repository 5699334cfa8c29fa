import { type DisagreementSlip, whoWins, why } from "./phrased/disagreements.ts";
import { type MultipleSlip, multiple } from "./phrased/multiples.ts";
import { phrasedKind } from "./phrased/phrased.ts";

/** Where dot product and cosine disagree, and why. */
export const dotOrCosineKind = phrasedKind<DisagreementSlip | MultipleSlip>(
  "dot-or-cosine",
  "dot-or-cosine",
  [
    "dot-product-taken-for-cosine",
    "cosine-taken-for-dot-product",
    "dot-and-cosine-swapped",
    "length-taken-for-similarity",
    "longer-taken-for-larger",
    "shared-length-blamed",
    "dimension-and-norm-mixed-up",
  ],
  [
    { name: "a vector and its multiple", level: 2, pose: (random) => multiple(random, false) },
    { name: "which wins by which", level: 3, pose: (random) => whoWins(random, 2, 0) },
    { name: "why they disagree", level: 3, pose: why },
    { name: "which wins, three components", level: 4, pose: (random) => whoWins(random, 3, -2) },
    { name: "a multiple that points away", level: 5, pose: (random) => multiple(random, true) },
  ],
);
