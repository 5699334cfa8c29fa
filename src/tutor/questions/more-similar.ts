import { phrasedKind } from "./phrased/phrased.ts";
import { type PairSlip, toFirst, whichPair } from "./phrased/similar-pairs.ts";
import { fromLengths } from "./phrased/told-lengths.ts";

/** Which of some vectors, or pairs of them, are most similar by cosine. */
export const moreSimilarKind = phrasedKind<PairSlip>(
  "more-similar",
  "comparing",
  [
    "dot-product-taken-for-cosine",
    "length-taken-for-similarity",
    "distance-taken-for-direction",
    "opposite-taken-for-similar",
    "small-cosine-taken-for-small-angle",
  ],
  [
    { name: "two, both positive", level: 1, pose: (random) => toFirst(random, 2, 2, 0) },
    { name: "three, all positive", level: 2, pose: (random) => toFirst(random, 3, 2, 0) },
    { name: "three with negatives", level: 3, pose: (random) => toFirst(random, 3, 2, -5) },
    { name: "the best pair of three", level: 4, pose: whichPair },
    { name: "three of three components", level: 4, pose: (random) => toFirst(random, 3, 3, -4) },
    { name: "from lengths and dot products", level: 5, pose: fromLengths },
  ],
);
