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
    "components-demanded",
  ],
  [
    { name: "two pairs, a wide gap", level: 2, pose: (random) => largerDot(random, 0.2) },
    { name: "two pairs", level: 3, pose: (random) => largerDot(random, 0.12) },
    {
      name: "three pairs",
      level: 4,
      pose: (random) =>
        bestOfThree(random, [
          "dot-product-taken-for-cosine",
          "length-taken-for-similarity",
          "long-vectors-distrusted",
        ]),
    },
    {
      name: "three pairs, both norms count",
      level: 5,
      pose: (random) =>
        bestOfThree(random, ["dot-product-taken-for-cosine", "one-norm-forgotten", "norms-added"]),
    },
  ],
);
