import type { Lie } from "../math/similarity.ts";

/** How two vectors lie to one another, in words that follow "they". */
export const lieInWords: Readonly<Record<Lie, string>> = {
  "same-direction": "point exactly the same way",
  close: "point nearly the same way",
  "leaning-together": "point roughly the same way",
  "nearly-orthogonal": "stand nearly at a right angle",
  orthogonal: "stand at a right angle: they are orthogonal",
  "leaning-apart": "point roughly opposite ways",
  "nearly-opposite": "point nearly opposite ways",
  opposite: "point exactly opposite ways",
};

/** The verdict on similarity, in one word or two. */
export const verdictInWords: Readonly<Record<Lie, string>> = {
  "same-direction": "as similar as can be",
  close: "very similar",
  "leaning-together": "similar",
  "nearly-orthogonal": "hardly similar",
  orthogonal: "not similar",
  "leaning-apart": "dissimilar",
  "nearly-opposite": "very dissimilar",
  opposite: "as dissimilar as can be",
};
