import { type Scalar, toReal } from "./scalar.ts";
import { multiply, sum } from "./scalar-arithmetic.ts";
import { overOneEach, sumOver } from "./sum-of-products.ts";
import type { Vector } from "./vector.ts";

/** What one pair of components adds to the dot product. */
export interface Contribution {
  /** Counted from 1. */
  readonly position: number;
  readonly a: Scalar;
  readonly b: Scalar;
  readonly product: Scalar;
}

/** What the pairs of components add to a dot product. Of thousands only those that are asked for are made. */
export interface Contributions {
  readonly count: number;
  /** Counted from 0. */
  readonly at: (index: number) => Contribution;
  /** Below 0, 0 or above, as one product is less than another, the same, or more. */
  readonly compare: (i: number, j: number) => number;
  readonly compareSizes: (i: number, j: number) => number;
  readonly signAt: (index: number) => number;
  /** What the products in some places come to. */
  readonly sumOf: (indices: readonly number[]) => Scalar;
}

/** For two vectors of one dimension without letters. */
export const contributionsOf = ({ components: xs }: Vector, { components: ys }: Vector): Contributions => {
  const product = (i: number) => multiply(xs[i]!, ys[i]!);
  const count = xs.length;
  const at = (i: number): Contribution => ({ position: i + 1, a: xs[i]!, b: ys[i]!, product: product(i) });
  const both = overOneEach(xs, ys);
  if (both === undefined) {
    const values = xs.map((_, i) => toReal(product(i)));
    const sizes = values.map((value) => value.abs());
    return {
      count,
      at,
      compare: (i, j) => values[i]!.comparedTo(values[j]!),
      compareSizes: (i, j) => sizes[i]!.comparedTo(sizes[j]!),
      signAt: (i) => values[i]!.comparedTo(0),
      sumOf: (indices) => sum(indices.map(product)),
    };
  }
  const [over, partners] = both;
  const values = over.wholes.map((whole, i) => whole * partners.wholes[i]!);
  const sizes = values.map((value) => (value < 0n ? -value : value));
  return {
    count,
    at,
    compare: (i, j) => inOrder(values[i]!, values[j]!),
    compareSizes: (i, j) => inOrder(sizes[i]!, sizes[j]!),
    signAt: (i) => inOrder(values[i]!, 0n),
    sumOf: (indices) =>
      sumOver(
        indices.reduce((total, i) => total + values[i]!, 0n),
        both,
      ),
  };
};

const inOrder = (x: bigint, y: bigint): number => (x < y ? -1 : x > y ? 1 : 0);

const indicesOf = ({ count }: Contributions): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** All, in the order of the components. */
export const allContributions = (all: Contributions): readonly Contribution[] => indicesOf(all).map(all.at);

/** The contributions by size, the largest first, and the exact sum of those beyond the first `most`. */
export const largestContributions = (
  all: Contributions,
  most: number,
): { readonly shown: readonly Contribution[]; readonly count: number; readonly rest: Scalar } => {
  const bySize = indicesOf(all).toSorted((i, j) => all.compareSizes(j, i));
  const beyond = bySize.slice(most);
  return { shown: bySize.slice(0, most).map(all.at), count: beyond.length, rest: all.sumOf(beyond) };
};

/** The contributions on one side of 0 that are the largest there. */
export interface Extreme {
  /** Where they are, counted from 1: several where they are alike. */
  readonly positions: readonly number[];
  readonly product: Scalar;
  /** How many there are on that side. */
  readonly of: number;
}

/** The contributions that raise the dot product most, and those that lower it most. */
export const extremesOf = (all: Contributions): { readonly helps?: Extreme; readonly hurts?: Extreme } => {
  const onSide = (side: 1 | -1): Extreme | undefined => {
    const there = indicesOf(all).filter((i) => Math.sign(all.signAt(i)) === side);
    const [first] = there;
    if (first === undefined) return undefined;
    const far = there.reduce((best, i) => (side * all.compare(i, best) > 0 ? i : best), first);
    const alike = there.filter((i) => all.compare(i, far) === 0);
    return { positions: alike.map((i) => i + 1), product: all.at(far).product, of: there.length };
  };
  const [helps, hurts] = [onSide(1), onSide(-1)];
  return { ...(helps && { helps }), ...(hurts && { hurts }) };
};

/** What the contributions above zero come to, and those below. */
export const balanceOf = (all: Contributions): { readonly up: Scalar; readonly down: Scalar } => ({
  up: all.sumOf(indicesOf(all).filter((i) => all.signAt(i) > 0)),
  down: all.sumOf(indicesOf(all).filter((i) => all.signAt(i) < 0)),
});
