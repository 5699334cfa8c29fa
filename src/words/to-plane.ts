import { PCA } from "ml-pca";
import type { Embeddings } from "./embeddings.ts";
import { vectorsOf } from "./mean.ts";

export interface PlanePoint {
  readonly word: string;
  readonly x: number;
  readonly y: number;
}

/** Words as points of a plane, laid through their vectors so that it shows as much of their spread as a plane can. */
export interface Plane {
  readonly points: readonly PlanePoint[];
  /** What share of the variance of the vectors each axis shows, and both together: 0 to 1. */
  readonly shares: readonly [number, number];
  readonly share: number;
  /** The words left out, for they are not in the vocabulary. */
  readonly leftOut: readonly string[];
}

/**
 * Principal component analysis of the raw vectors of some words, centred on their mean: the two directions along which
 * they vary most are the axes, in the units of the components. Which end of an axis is which is arbitrary; here the
 * first word that is off the middle has a positive place. Undefined for fewer than three different words of the vocabulary.
 */
export const toPlane = (embeddings: Embeddings, words: readonly string[]): Plane | undefined => {
  const { known, unknown } = vectorsOf(embeddings, words);
  const different = [...new Map(known.map((one) => [one.word, one])).values()];
  if (different.length < 3) return undefined;
  const rows = different.map(({ vector }) => [...vector]);
  const analysis = new PCA(rows);
  const places = analysis.predict(rows, { nComponents: 2 }).to2DArray();
  const signs = [0, 1].map((axis) => Math.sign(places.find((place) => place[axis] !== 0)?.[axis] ?? 1));
  const [first = 0, second = 0] = analysis.getExplainedVariance();
  return {
    points: different.map(({ word }, i) => ({
      word,
      x: places[i]![0]! * signs[0]!,
      y: places[i]![1]! * signs[1]!,
    })),
    shares: [first, second],
    share: first + second,
    leftOut: unknown,
  };
};
