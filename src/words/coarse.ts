import { setImmediate as pause } from "node:timers/promises";
import type { WordTable } from "./word-table.ts";

/**
 * Whole numbers that stand for the rows of a table, so that they can be compared with one another as they are: row r
 * stands for g_r = unit(r) · rows[r], which is not quite the vector x_r whose dot product with what is asked counts.
 */
export interface Coarse {
  /** At the beginning of their buffer: usearch reads from there, whatever part of it an array shows. */
  readonly rows: Int8Array;
  readonly unit: (row: number) => number;
  /** The greatest ‖x_r − g_r‖. */
  readonly off: number;
  /** The greatest ‖g_r‖. */
  readonly longest: number;
}

/** Rows rounded at one go: a few milliseconds. */
const rowsAtOnce = 5_000;

/** usearch works a cosine out in single floats, with an approximate square root on some processors. */
const kernelError = 1e-3;

/**
 * For cosines, x_r is the row divided by its norm. The rows of the table do as they are: a row has a scale of its own,
 * and cosines do not see it. They are off by the rounding of the components, which the norms are free of.
 */
export const coarseByCosine = async ({
  components,
  dimension,
  scales,
  norms,
}: WordTable): Promise<Coarse> => {
  const rows = components.byteOffset === 0 ? components : components.slice();
  const normOfRow = (row: number): number => {
    let squares = 0;
    for (let i = row * dimension; i < (row + 1) * dimension; i += 1) squares += rows[i]! * rows[i]!;
    return Math.sqrt(squares);
  };
  let off = 0;
  for (let row = 0; row < norms.length; row += 1) {
    off = Math.max(off, Math.abs((scales[row]! * normOfRow(row)) / norms[row]! - 1));
    if (row % rowsAtOnce === 0) await pause();
  }
  return { rows, unit: (row) => 1 / normOfRow(row), off: off + kernelError, longest: 1 };
};

/** For dot products, x_r is the row itself: all are rounded once more, to multiples of one step. */
export const coarseByDot = async ({ components, dimension, scales }: WordTable): Promise<Coarse> => {
  const count = scales.length;
  let largest = 0;
  for (const scale of scales) largest = Math.max(largest, scale);
  const rows = new Int8Array(count * dimension);
  let [off, longest] = [0, 0];
  for (let row = 0; row < count; row += 1) {
    const ratio = scales[row]! / largest;
    let [squaresOff, squares] = [0, 0];
    for (let i = row * dimension; i < (row + 1) * dimension; i += 1) {
      const full = components[i]! * ratio;
      // Rounds as Math.round does, in a third of the time: what is truncated is above 0.
      const rounded = ((full + 128.5) | 0) - 128;
      rows[i] = rounded;
      squaresOff += (full - rounded) * (full - rounded);
      squares += rounded * rounded;
    }
    off = Math.max(off, squaresOff);
    longest = Math.max(longest, squares);
    if (row % rowsAtOnce === 0) await pause();
  }
  return { rows, unit: () => largest, off: Math.sqrt(off) * largest, longest: Math.sqrt(longest) * largest };
};
