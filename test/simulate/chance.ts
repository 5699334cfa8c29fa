import type { Random } from "../../src/random.ts";

const most = 0x3fffffff;

/** A number from 0 to 1. */
export const uniform = (random: Random): number => random.whole(0, most) / most;

export const happens = (random: Random, chance: number): boolean => uniform(random) < chance;

/** A normally distributed number, by Box and Muller. */
export const normal = (random: Random, mean: number, deviation: number): number => {
  const [u, v] = [Math.max(uniform(random), 1e-9), uniform(random)];
  return mean + deviation * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
};
