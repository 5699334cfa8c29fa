import { closestByFigures } from "./phrased/closest-by-figures.ts";
import type { ClosestSlip } from "./phrased/closest-turns.ts";
import { closest } from "./phrased/closest-words.ts";
import { phrasedKind } from "./phrased/phrased.ts";

/** Which word is closest to another by the cosine similarity of real embeddings. */
export const closestWordKind = phrasedKind<ClosestSlip>(
  "closest-word",
  "word-similarity",
  [
    "spelling-taken-for-meaning",
    "letters-counted",
    "common-taken-for-close",
    "related-taken-for-closest",
    "question-turned-round",
    "dot-product-taken-for-cosine",
    "length-taken-for-similarity",
  ],
  [
    {
      name: "three words far apart",
      level: 1,
      pose: (random) => closest(random, { right: 0.6, strangers: [-1, 0.25], wrong: [2, 0], margin: 0.35 }),
    },
    {
      name: "four words apart",
      level: 2,
      pose: (random) => closest(random, { right: 0.55, strangers: [-1, 0.35], wrong: [3, 0], margin: 0.25 }),
    },
    {
      name: "one that looks alike",
      level: 3,
      pose: (random) =>
        closest(random, { right: 0.5, strangers: [-1, 0.45], wrong: [3, 0], margin: 0.2, looksAlike: true }),
    },
    {
      name: "related words",
      level: 4,
      pose: (random) => closest(random, { right: 0.65, strangers: [0.3, 0.6], wrong: [1, 2], margin: 0.18 }),
    },
    { name: "from dot products and norms", level: 5, pose: closestByFigures },
  ],
);
