import { cosineSimilarity } from "./cosine.ts";
import { type Real, Rough } from "./real.ts";
import { rational, type Scalar, signOf, toReal } from "./scalar.ts";
import { divide, multiply, negate, subtract } from "./scalar-arithmetic.ts";
import type { Similarity } from "./similarity.ts";
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
  const leftOut = withCosine(isTelling ? farthest(changes(a, b, "left-out")) : [], (i) =>
    cosineSimilarity(without(a, i), without(b, i)),
  );
  const turnings = farthest(changes(a, b, "turned"));
  const turned = withCosine(turnings, (i) => cosineSimilarity(a, turnedAt(b, i)));
  return {
    tied: turnings.length > 1 ? turnings.length : 0,
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(turned === undefined ? {} : { turned }),
    ...(signOf(total) === 0 ? {} : { orthogonal: smallestAdjustment(a, b, total) }),
    doubled: multiply(rational(2), total),
  };
};

interface Moved {
  readonly index: number;
  readonly by: Real;
}

/** How far each component moves the cosine when it is left out or turned; those that leave a zero vector are skipped. */
const changes = (a: Vector, b: Vector, how: "left-out" | "turned"): readonly Moved[] => {
  const [xs, ys] = [a, b].map(({ components }) => components.map((c) => toReal(c, Rough))) as [
    Real[],
    Real[],
  ];
  const dotOf = (us: readonly Real[], vs: readonly Real[]) =>
    us.reduce((sum, u, i) => sum.plus(u.times(vs[i]!)), new Rough(0));
  const [xx, yy, xy] = [dotOf(xs, xs), dotOf(ys, ys), dotOf(xs, ys)];
  const cosine = xy.div(xx.times(yy).sqrt());
  // A difference of what is all but equal is rounding, not a length.
  const rest = (all: Real, part: Real) =>
    all.minus(part).lessThan(all.times("1e-18")) ? undefined : all.minus(part);
  return xs.flatMap((x, index) => {
    const y = ys[index]!;
    if (how === "turned")
      return [{ index, by: xy.minus(x.times(y).times(2)).div(xx.times(yy).sqrt()).minus(cosine).abs() }];
    const [xRest, yRest] = [rest(xx, x.times(x)), rest(yy, y.times(y))];
    if (xRest === undefined || yRest === undefined) return [];
    return [{ index, by: xy.minus(x.times(y)).div(xRest.times(yRest).sqrt()).minus(cosine).abs() }];
  });
};

/** Differences below this are rounding. */
const hair = "1e-18";

/** Where the cosine moves most: in several places where they are alike, nowhere where it does not move. */
const farthest = (moved: readonly Moved[]): readonly number[] => {
  const [first, ...others] = moved;
  if (first === undefined) return [];
  const most = others.reduce((far, { by }) => (by.greaterThan(far) ? by : far), first.by);
  if (most.lessThan(hair)) return [];
  return moved.filter(({ by }) => most.minus(by).lessThan(hair)).map(({ index }) => index);
};

const withCosine = (
  [index, ...others]: readonly number[],
  compute: (index: number) => ReturnType<typeof cosineSimilarity>,
): ComponentChange | undefined => {
  if (index === undefined || others.length > 0) return undefined;
  const cosine = compute(index);
  return cosine.ok ? { position: index + 1, cosine: cosine.value.value } : undefined;
};

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
  const largest = ({ components }: Vector): number =>
    components.reduce((at, c, i) => (size(c).greaterThan(size(components[at]!)) ? i : at), 0);
  const [inA, inB] = [largest(a), largest(b)];
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
