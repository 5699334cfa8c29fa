/** The largest whole number a component is rounded to: eight bits with their sign, the same on both sides of 0. */
const most = 127;

/** What belongs to one vector as a whole. */
export interface Quantised {
  /** The step between two neighbouring values: max |vᵢ| / 127, in the units of the components. */
  readonly scale: number;
  /** ‖v‖ of the full components, not of the rounded ones. */
  readonly norm: number;
}

/**
 * Rounds each component to the nearest multiple of the scale, and writes which multiple into `place`. A component so
 * kept is off by at most half a scale: for [3, 4] the scale is 4/127 ≈ 0.0315, and 3 becomes 95 · 4/127 ≈ 2.992.
 */
export const quantise = (vector: ArrayLike<number>, place: Int8Array): Quantised => {
  let [largest, squares] = [0, 0];
  for (let i = 0; i < vector.length; i += 1) {
    largest = Math.max(largest, Math.abs(vector[i]!));
    squares += vector[i]! * vector[i]!;
  }
  const scale = largest / most;
  for (let i = 0; i < vector.length; i += 1) place[i] = scale === 0 ? 0 : Math.round(vector[i]! / scale);
  return { scale, norm: Math.sqrt(squares) };
};
