import type { DimensionMismatch } from "./problem.ts";
import { dimensionOf, type Vector } from "./vector.ts";

/**
 * What keeps an operation from pairing the components of two vectors; undefined when their dimensions are the same.
 * Positions count the vectors as they were given, from 1.
 */
export const findMismatch = (
  operation: string,
  a: Vector,
  b: Vector,
  positions: readonly [number, number] = [1, 2],
): DimensionMismatch | undefined => {
  if (dimensionOf(a) === dimensionOf(b)) return undefined;
  const [shorter, longer] = dimensionOf(a) < dimensionOf(b) ? [a, b] : [b, a];
  return {
    kind: "dimension-mismatch",
    operation,
    vectors: [a, b],
    positions,
    dimensions: [dimensionOf(a), dimensionOf(b)],
    unpaired: longer.components.slice(dimensionOf(shorter)),
  };
};
