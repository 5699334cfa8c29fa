import type { Expression } from "./expression/expression.ts";
import { lettersOfScalar } from "./expression/letters.ts";
import type { Scalar } from "./scalar.ts";

/** How the numbers of a vector were written, so that answers are written the same way: 0.5 or 1/2. */
export type Notation = "decimal" | "fraction";

/** An ordered list of at least one component. Only the reader makes one from text. */
export interface Vector {
  readonly components: readonly [Scalar, ...Scalar[]];
  readonly notation: Notation;
  /** The name it was given: a in `a = (1, 2)`. */
  readonly name?: string;
  /** What it was worked out from, where an expression was typed: 2·(1, 2). */
  readonly from?: Expression;
}

/** The largest dimension that is worked with. */
export const mostComponents = 4096;

/** A vector of computed components. Throws a TypeError when there are none: a bug, not a learner's mistake. */
export const vectorOf = (components: readonly Scalar[], notation: Notation = "fraction"): Vector => {
  const [first, ...rest] = components;
  if (first === undefined) throw new TypeError("A vector has at least one component");
  return { components: [first, ...rest], notation };
};

export const dimensionOf = (a: Vector): number => a.components.length;

/** The letters in the components of all, each once, in order of the alphabet. */
export const lettersIn = (vectors: readonly Vector[]): string[] =>
  [...new Set(vectors.flatMap(({ components }) => components.map(lettersOfScalar)).flat())].sort();
