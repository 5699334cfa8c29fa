import type { Vector } from "../../math/vector.ts";
import type { Random } from "../../random.ts";
import { wholes } from "./integers.ts";

const pairs = [
  [3, 4],
  [6, 8],
  [5, 12],
  [9, 12],
  [8, 15],
  [7, 24],
] as const;

const triples = [
  [1, 2, 2],
  [2, 4, 4],
  [2, 3, 6],
  [1, 4, 8],
  [4, 4, 7],
  [2, 6, 9],
  [6, 6, 7],
] as const;

/** A vector of two or three positive whole numbers whose norm is a whole number. */
export const ofWholeNorm = (random: Random, count: 2 | 3): Vector =>
  wholes(...random.shuffle<number>(random.pick<readonly number[]>(count === 2 ? pairs : triples)));
