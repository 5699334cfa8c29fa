import { cosineOf } from "./cosine.ts";
import { type Real, Rough } from "./real.ts";
import { rational, type Scalar, signOf, toReal } from "./scalar.ts";
import { divide, multiply, negate, subtract } from "./scalar-arithmetic.ts";
import type { Similarity } from "./similarity.ts";
import { indexOfLargest, sumOfProducts, toDoubles } from "./sum-of-products.ts";
import { type Vector, vectorOf } from "./vector.ts";

/** One component of both vectors left out, or turned round in the second, and the cosine similarity then. */
export interface ComponentChange {
  /** Counted from 1. */
  readonly position: number;
  readonly cosine: Scalar;
}

/** One component of one vector set to another value, after which the two are orthogonal. */
export interface Adjustment {
  /** Which vector: 1 or 2. */
  readonly vector: 1 | 2;
  /** Counted from 1. */
  readonly position: number;
  readonly from: Scalar;
  readonly to: Scalar;
}

/** What would be if something about two vectors were otherwise. */
export interface Counterfactuals {
  /** The component whose absence changes the cosine most; absent where several do, or only one would remain. */
  readonly leftOut?: ComponentChange;
  /** The component whose turned sign changes the cosine most; absent where several do, or every product is 0. */
  readonly turned?: ComponentChange;
  /** How many components change the cosine most, and alike, when their sign is turned. */
  readonly tied: number;
  /** The smallest change of one component that makes them orthogonal; absent where they are. */
  readonly orthogonal?: Adjustment;
  /** The dot product when one of the two is doubled; the cosine stays. */
  readonly doubled: Scalar;
}

/**
 * What would be otherwise for two vectors with a direction. Leaving component i out makes the cosine
 * (a·b − aᵢbᵢ)/√((‖a‖² − aᵢ²)(‖b‖² − bᵢ²)), turning it (a·b − 2aᵢbᵢ)/(‖a‖‖b‖). With aᵢ − a·b/bᵢ in the place of aᵢ
 * the dot product is 0; the change is smallest where bᵢ is largest.
 */
export const counterfactualsFor = (a: Vector, b: Vector, { dot }: Similarity): Counterfactuals => {
  const total = dot.value;
  // What is left of two components is one, and its cosine is 1 or −1 whatever it is.
  const isTelling = a.components.length > 2;
  const leftOut = withCosine(isTelling ? farthest(a, b, "left-out") : [], (i) =>
    cosineOf(without(a, i), without(b, i)),
  );
  const turnings = farthest(a, b, "turned");
  const turned = withCosine(turnings, (i) => cosineOf(a, turnedAt(b, i)));
  return {
    tied: turnings.length > 1 ? turnings.length : 0,
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(turned === undefined ? {} : { turned }),
    ...(signOf(total) === 0 ? {} : { orthogonal: smallestAdjustment(a, b, total) }),
    doubled: multiply(rational(2), total),
  };
};

/** How far apart two changes are told apart by doubles, and how many of the largest are compared in more digits. */
const doubt = 1e-9;
const mostCompared = 64;

type Change = "left-out" | "turned";

/**
 * The components that move the cosine most when they are left out or turned: several where they are alike, none where
 * it does not move. Those that leave a zero vector are skipped.
 */
const farthest = (a: Vector, b: Vector, how: Change): readonly number[] => {
  const [xs, ys] = [toDoubles(a.components), toDoubles(b.components)];
  const dot = (us: readonly number[], vs: readonly number[]) => us.reduce((sum, u, i) => sum + u * vs[i]!, 0);
  const sums = { xx: dot(xs, xs), yy: dot(ys, ys), xy: dot(xs, ys) };
  const moved = xs.map((x, i) => movedInDoubles(x, ys[i]!, sums, how));
  const most = moved.reduce((far, by) => (Number.isFinite(by) ? Math.max(far, by) : far), 0);
  // Components that are the same pair move it alike: one of them is compared for all.
  const alike = new Map<string, number[]>();
  for (const [i, x] of xs.entries()) {
    if (moved[i]! < most - doubt) continue;
    const pair = `${x} ${ys[i]!}`;
    alike.set(pair, [...(alike.get(pair) ?? []), i]);
  }
  const groups = [...alike.values()];
  const alone = groups.filter(([i = 0]) => !Number.isFinite(moved[i]!));
  const others = groups.filter(([i = 0]) => Number.isFinite(moved[i]!)).slice(0, mostCompared);
  const compared = [...alone, ...others];
  const far = farthestOf(
    a,
    b,
    compared.map(([first = 0]) => first),
    how,
  );
  return compared.flatMap((group, at) => (far.has(at) ? group : [])).toSorted((i, j) => i - j);
};

/** Where a component is nearly all of its vector, doubles do not tell what is left: Infinity. */
const movedInDoubles = (
  x: number,
  y: number,
  { xx, yy, xy }: Readonly<Record<"xx" | "yy" | "xy", number>>,
  how: Change,
): number => {
  const cosine = xy / Math.sqrt(xx) / Math.sqrt(yy);
  if (how === "turned") return Math.abs((xy - 2 * x * y) / Math.sqrt(xx) / Math.sqrt(yy) - cosine);
  const [xRest, yRest] = [xx - x * x, yy - y * y];
  if (xRest < xx * 1e-6 || yRest < yy * 1e-6) return Number.POSITIVE_INFINITY;
  return Math.abs((xy - x * y) / Math.sqrt(xRest) / Math.sqrt(yRest) - cosine);
};

/** Differences below this are rounding. */
const hair = "1e-18";

/** The same with more digits, for a few: which of these places are the farthest. */
const farthestOf = (a: Vector, b: Vector, indices: readonly number[], how: Change): ReadonlySet<number> => {
  const rough = (value: Scalar) => toReal(value, Rough);
  const [xx, yy, xy] = [rough(dotOf(a, a)), rough(dotOf(b, b)), rough(dotOf(a, b))];
  const cosine = xy.div(xx.times(yy).sqrt());
  // A difference of what is all but equal is rounding, not a length.
  const rest = (all: Real, part: Real) =>
    all.minus(part).lessThan(all.times(hair)) ? undefined : all.minus(part);
  const moved = indices.map((index): Real | undefined => {
    const [x, y] = [rough(a.components[index]!), rough(b.components[index]!)];
    const [xLeft, yLeft] = how === "turned" ? [xx, yy] : [rest(xx, x.times(x)), rest(yy, y.times(y))];
    if (xLeft === undefined || yLeft === undefined) return undefined;
    const product = x.times(y).times(how === "turned" ? 2 : 1);
    return xy.minus(product).div(xLeft.times(yLeft).sqrt()).minus(cosine).abs();
  });
  const most = moved.reduce<Real>((far, by) => (by?.greaterThan(far) ? by : far), new Rough(0));
  if (most.lessThan(hair)) return new Set();
  return new Set(moved.flatMap((by, at) => (by !== undefined && most.minus(by).lessThan(hair) ? [at] : [])));
};

const dotOf = (a: Vector, b: Vector): Scalar => sumOfProducts(a.components, b.components);

const withCosine = (
  [index, ...others]: readonly number[],
  compute: (index: number) => Scalar,
): ComponentChange | undefined =>
  index === undefined || others.length > 0 ? undefined : { position: index + 1, cosine: compute(index) };

const without = (a: Vector, index: number): Vector =>
  vectorOf(
    a.components.filter((_, i) => i !== index),
    a.notation,
  );

const turnedAt = (a: Vector, index: number): Vector =>
  vectorOf(
    a.components.map((c, i) => (i === index ? negate(c) : c)),
    a.notation,
  );

const smallestAdjustment = (a: Vector, b: Vector, total: Scalar): Adjustment => {
  const size = (c: Scalar) => toReal(c, Rough).abs();
  const [inA, inB] = [indexOfLargest(a.components), indexOfLargest(b.components)];
  // The partner of the largest component of all is changed least.
  const changesFirst = size(b.components[inB]!).greaterThan(size(a.components[inA]!));
  const [changed, partner, index] = changesFirst ? [a, b, inB] : [b, a, inA];
  const from = changed.components[index]!;
  return {
    vector: changesFirst ? 1 : 2,
    position: index + 1,
    from,
    to: subtract(from, divide(total, partner.components[index]!)),
  };
};
