import { oddByCosines } from "./phrased/odd-by-cosines.ts";
import type { OddSlip } from "./phrased/odd-ones.ts";
import { oddOne } from "./phrased/odd-words.ts";
import { phrasedKind } from "./phrased/phrased.ts";

/** Which of four words is the odd one out by the cosine similarity of real embeddings. */
export const oddWordOutKind = phrasedKind<OddSlip>(
  "odd-word-out",
  "word-similarity",
  [
    "rarity-taken-for-oddness",
    "letters-counted",
    "spelling-taken-for-meaning",
    "question-turned-round",
    "one-cosine-decides",
    "second-smallest-taken",
  ],
  [
    {
      name: "a word from far away",
      level: 1,
      pose: (random) => oddOne(random, { strangers: [-1, 0.2], margin: 0.3 }),
    },
    {
      name: "a word of another sort",
      level: 2,
      pose: (random) => oddOne(random, { strangers: [-1, 0.35], margin: 0.2 }),
    },
    {
      name: "one that looks alike",
      level: 3,
      pose: (random) => oddOne(random, { strangers: [-1, 0.45], margin: 0.15, looksAlike: true }),
    },
    {
      name: "a related word",
      level: 4,
      pose: (random) => oddOne(random, { strangers: [0.35, 0.65], margin: 0.12 }),
    },
    {
      name: "from six cosines",
      level: 5,
      pose: (random) => oddByCosines(random, { strangers: [0.1, 0.6], margin: 0.08 }),
    },
  ],
);
