import { type Feature, type FeatureKind, shares } from "./features.ts";
import type { Features } from "./train.ts";

/** A feature's number, and how rare it is among the phrases: the logarithm of all over those that have it. */
export interface Known {
  readonly id: number;
  readonly rarity: number;
}

/**
 * A sentence as a vector of length 1. A rare feature weighs more than a common one, one that no phrase has weighs
 * nothing; the features of each kind have a share that does not depend on how many they are.
 */
export const weigh = (
  features: readonly Feature[],
  find: (feature: Feature) => Known | undefined,
): Features => {
  const known = features.flatMap(({ kind, name }) => {
    const found = find({ kind, name });
    return found === undefined ? [] : [{ kind, ...found }];
  });
  const squares: Record<FeatureKind, number> = { stem: 0, concept: 0, stems: 0, concepts: 0 };
  for (const { kind, rarity } of known) squares[kind] += rarity ** 2;
  const weights = Float32Array.from(
    known,
    ({ kind, rarity }) => rarity * Math.sqrt(shares[kind] / squares[kind]),
  );
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0)) || 1;
  return { ids: Uint32Array.from(known, ({ id }) => id), weights: weights.map((weight) => weight / length) };
};
