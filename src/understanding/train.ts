/** A sentence by the numbers of its features, and how much each weighs; the weights have a length of 1. */
export interface Features {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** A sentence and the number of what it means. */
export interface Example {
  readonly features: Features;
  readonly meaning: number;
}

export interface Sizes {
  readonly features: number;
  readonly meanings: number;
}

/** How often all examples are gone through, and how far a step leads. */
const [rounds, pace] = [5, 0.3];

/** How sharply the scores tell meanings apart: the length to which a sentence is stretched. */
export const sharpness = 6;

/**
 * Softmax regression: a weight for each pair of feature and meaning, so that softmax over the sums gives each meaning's
 * chance. Stochastic gradient descent with steps that become shorter with what a feature has gone already (AdaGrad, by
 * feature). The row of feature f is at [f · meanings, (f + 1) · meanings). The same examples give the same weights.
 */
export const train = (examples: readonly Example[], { features, meanings }: Sizes): Float32Array => {
  const table = new Float32Array(features * meanings);
  const gone = new Float32Array(features).fill(1e-6);
  const scores = new Float32Array(meanings);
  for (let round = 0; round < rounds; round++)
    for (const at of shuffled(examples.length, round)) {
      const { features: sentence, meaning } = examples[at]!;
      sum(table, sentence, scores);
      toChances(scores);
      scores[meaning]! -= 1;
      const steep = scores.reduce((total, slope) => total + slope * slope, 0);
      sentence.ids.forEach((id, k) => {
        const weight = sentence.weights[k]! * sharpness;
        gone[id]! += steep * weight * weight;
        const step = (pace * weight) / Math.sqrt(gone[id]!);
        const row = id * meanings;
        for (let c = 0; c < meanings; c++) table[row + c]! -= step * scores[c]!;
      });
    }
  return table;
};

/** The score of each meaning. */
const sum = (table: Float32Array, { ids, weights }: Features, scores: Float32Array): void => {
  scores.fill(0);
  ids.forEach((id, k) => {
    const weight = weights[k]! * sharpness;
    const row = id * scores.length;
    for (let c = 0; c < scores.length; c++) scores[c]! += table[row + c]! * weight;
  });
};

/** Scores become chances in place. */
export const toChances = (scores: Float32Array): void => {
  const largest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  let total = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(scores[c]! - largest);
    total += scores[c]!;
  }
  for (let c = 0; c < scores.length; c++) scores[c]! /= total;
};

/** The numbers below a count in an order that only the seed determines. */
const shuffled = (count: number, seed: number): Uint32Array => {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  let state = seed + 1;
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const other = state % (i + 1);
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
};
