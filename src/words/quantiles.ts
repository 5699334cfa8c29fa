import { setImmediate as pause } from "node:timers/promises";
import { createRandom } from "../random.ts";
import { vectorAt } from "./embeddings.ts";
import { dotProduct, toCosine } from "./measures.ts";
import type { WordTable } from "./word-table.ts";

/** How many steps there are from the least similar pair to the most similar one. */
export const quantileSteps = 1_000;

/** Any seed will do; the same one gives the same quantiles of the same words. */
const seed = 2014;

/** Pairs measured at one go: a millisecond or two. */
const pairsAtOnce = 1_000;

/** The cosine similarities of pairs of two different words, each word as likely as any other, in rising order. */
const cosinesOfPairs = async (table: WordTable, pairs: number): Promise<Float64Array> => {
  const { words, norms } = table;
  const random = createRandom(seed);
  const cosines = new Float64Array(words.length < 2 ? 0 : pairs);
  for (let pair = 0; pair < cosines.length; pair += 1) {
    const first = random.whole(0, words.length - 1);
    const second = (first + random.whole(1, words.length - 1)) % words.length;
    const product = dotProduct(vectorAt(table, first), vectorAt(table, second));
    cosines[pair] = toCosine(product, norms[first]!, norms[second]!);
    if (pair % pairsAtOnce === 0) await pause();
  }
  return cosines.sort();
};

/**
 * Quantile k of 1,000 is the cosine similarity below which k in a thousand of the pairs lie; to four decimals. Measured
 * without holding up others.
 */
export const quantilesOf = async (table: WordTable, pairs: number): Promise<readonly number[]> => {
  const cosines = await cosinesOfPairs(table, pairs);
  if (cosines.length === 0) return [];
  return Array.from({ length: quantileSteps + 1 }, (_, k) => {
    const cosine = cosines[Math.round((k / quantileSteps) * (cosines.length - 1))]!;
    return Math.round(cosine * 10_000) / 10_000;
  });
};

/**
 * How many in a hundred of all pairs of words are less similar than this: 0 to 100, by straight lines between the
 * quantiles. Undefined when the vocabulary has no two words.
 */
export const percentile = (
  { quantiles }: { readonly quantiles: readonly number[] },
  cosine: number,
): number | undefined => {
  const last = quantiles.length - 1;
  if (last < 1) return undefined;
  const above = quantiles.findIndex((quantile) => quantile > cosine);
  if (above === -1) return 100;
  if (above === 0) return 0;
  const [low, high] = [quantiles[above - 1]!, quantiles[above]!];
  return ((above - 1 + (cosine - low) / (high - low)) / last) * 100;
};
