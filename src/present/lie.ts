import type { Lie } from "../math/similarity.ts";
import { message, say } from "../say.ts";

/** How two vectors lie to one another, in messages that follow "they". */
const lies: Readonly<Record<Lie, string>> = {
  "same-direction": message("point exactly the same way"),
  close: message("point nearly the same way"),
  "leaning-together": message("point roughly the same way"),
  "nearly-orthogonal": message("stand nearly at a right angle"),
  orthogonal: message("stand at a right angle"),
  "leaning-apart": message("point roughly opposite ways"),
  "nearly-opposite": message("point nearly opposite ways"),
  opposite: message("point exactly opposite ways"),
};

/** The verdict on similarity, in one word or two. */
const verdicts: Readonly<Record<Lie, string>> = {
  "same-direction": message("as similar as can be"),
  close: message("very similar"),
  "leaning-together": message("similar"),
  "nearly-orthogonal": message("hardly similar"),
  orthogonal: message("not similar"),
  "leaning-apart": message("dissimilar"),
  "nearly-opposite": message("very dissimilar"),
  opposite: message("as dissimilar as can be"),
};

/** Between which angles the words hold, in messages that follow "they are". */
const bounds: Readonly<Record<Lie, string>> = {
  "same-direction": message("0° apart"),
  close: message("less than 30° apart"),
  "leaning-together": message("from 30° to 60° apart"),
  "nearly-orthogonal": message("within 30° of a right angle"),
  orthogonal: message("90° apart"),
  "leaning-apart": message("from 120° to 150° apart"),
  "nearly-opposite": message("more than 150° apart"),
  opposite: message("180° apart"),
};

/** How two vectors lie to one another, in words that follow "they". */
export const lieInWords = (lie: Lie): string => say(lies[lie]);

/** The verdict on similarity, in one word or two. */
export const verdictInWords = (lie: Lie): string => say(verdicts[lie]);

/** For which angles the verdict is given. */
export const boundsInWords = (lie: Lie): string => say(bounds[lie]);
