import { context, mask, type ReachSlip } from "./phrased/attention-reach.ts";
import { bestKey, type ScoreSlip, scaledScore, whyRoot } from "./phrased/attention-scores.ts";
import { phrasedKind } from "./phrased/phrased.ts";

/** What attention does with queries, keys and values. */
export const attentionKind = phrasedKind<ScoreSlip | ReachSlip>(
  "attention",
  "attention",
  [
    "length-taken-for-similarity",
    "cosine-taken-for-dot-product",
    "lowest-taken-for-highest",
    "forgot-the-root",
    "score-not-scaled",
    "mask-turned-round",
    "own-token-masked",
    "only-own-token-seen",
    "softmax-job-taken-for-scaling",
    "scaling-taken-for-normalising",
    "scaling-taken-for-saving",
    "winner-takes-all",
    "weights-left-out",
  ],
  [
    { name: "the best key", level: 1, pose: bestKey },
    { name: "the causal mask", level: 2, pose: mask },
    { name: "a scaled score", level: 3, pose: scaledScore },
    { name: "why the root", level: 4, pose: whyRoot },
    { name: "the mixed values", level: 5, pose: context },
  ],
);
