import type { WordPairSlip } from "./phrased/pair-turns.ts";
import { phrasedKind } from "./phrased/phrased.ts";
import { bestOfThree, largerDot } from "./phrased/word-pairs.ts";

/** Whether a larger dot product of real embeddings means more similar words. */
export const largerDotProductKind = phrasedKind<WordPairSlip>(
  "larger-dot-product",
  "word-similarity",
  [
    "dot-product-taken-for-cosine",
    "length-taken-for-similarity",
    "long-vectors-distrusted",
    "one-norm-forgotten",
    "norms-added",
    "common-taken-for-close",
    "components-demanded",
  ],
  [
    { name: "two pairs, a wide gap", level: 2, pose: (random) => largerDot(random, 0.2, false) },
    { name: "two pairs", level: 3, pose: (random) => largerDot(random, 0.12, false) },
    { name: "two pairs, both norms count", level: 4, pose: (random) => largerDot(random, 0.1, true) },
    { name: "the best of three pairs", level: 5, pose: bestOfThree },
  ],
);
