import { gcd, ratio } from "./fraction.ts";
import { Rough } from "./real.ts";
import { exact, type Scalar, term, toReal, zero } from "./scalar.ts";
import { exactBits, multiply, sum } from "./scalar-arithmetic.ts";

/** Rationals as whole numbers over one denominator, times one root: that of a unit vector's components. */
export interface OverOne {
  readonly wholes: readonly bigint[];
  readonly denominator: bigint;
  readonly root: bigint;
}

/**
 * a₁b₁ + … + aₙbₙ. Of rationals the products are whole numbers over one denominator, and the sum alone is brought to
 * lowest terms: of thousands of decimals each product would cost more than all of the sum.
 */
export const sumOfProducts = (a: readonly Scalar[], b: readonly Scalar[]): Scalar => {
  const others = sums.get(a) ?? new WeakMap<readonly Scalar[], Scalar>();
  const known = others.get(b);
  if (known !== undefined) return known;
  const value = workOut(a, b);
  sums.set(a, others.set(b, value));
  return value;
};

/** An answer asks for the same sum again and again. */
const sums = new WeakMap<readonly Scalar[], WeakMap<readonly Scalar[], Scalar>>();

const workOut = (a: readonly Scalar[], b: readonly Scalar[]): Scalar => {
  const both = overOneEach(a, b);
  if (both === undefined) return sum(a.map((component, i) => multiply(component, b[i]!)));
  const [xs, ys] = both;
  let total = 0n;
  for (let i = 0; i < a.length; i += 1) total += xs.wholes[i]! * ys.wholes[i]!;
  return sumOver(total, both);
};

/** What whole numbers that are products of two lists come to. */
export const sumOver = (total: bigint, [xs, ys]: readonly [OverOne, OverOne]): Scalar => {
  const value = ratio(total, xs.denominator * ys.denominator);
  return multiply(value.n === 0n ? zero : exact(term(value, xs.root)), exact(term(ratio(1n, 1n), ys.root)));
};

/** Two lists as whole numbers, where the denominator of their products stays within bounds. */
export const overOneEach = (
  a: readonly Scalar[],
  b: readonly Scalar[],
): readonly [OverOne, OverOne] | undefined => {
  const xs = overOne(a);
  const ys = xs === undefined || a === b ? xs : overOne(b);
  if (xs === undefined || ys === undefined) return undefined;
  return (xs.denominator * ys.denominator) >> BigInt(exactBits) > 0n ? undefined : [xs, ys];
};

/** A list is multiplied with itself and with others over and over. */
const known = new WeakMap<readonly Scalar[], OverOne | "none">();

/** A list as whole numbers over one denominator; undefined where one is no rational, or the denominator is very long. */
export const overOne = (all: readonly Scalar[]): OverOne | undefined => {
  const found = known.get(all);
  if (found !== undefined) return found === "none" ? undefined : found;
  const common = commonTo(all);
  if (common === undefined) {
    known.set(all, "none");
    return undefined;
  }
  const { denominator, root } = common;
  const wholes = new Array<bigint>(all.length);
  for (const [i, each] of all.entries()) {
    const coefficient = each.kind === "exact" ? each.terms[0]?.coefficient : undefined;
    wholes[i] =
      coefficient === undefined
        ? 0n
        : coefficient.d === denominator
          ? coefficient.s * coefficient.n
          : coefficient.s * coefficient.n * (denominator / coefficient.d);
  }
  const over: OverOne = { wholes, denominator, root };
  known.set(all, over);
  return over;
};

/** Undefined where one has letters or another root, or where the denominator outgrows the bounds. */
const commonTo = (all: readonly Scalar[]): Pick<OverOne, "denominator" | "root"> | undefined => {
  let root: bigint | undefined;
  const seen = new Set<bigint>();
  for (const each of all) {
    if (each.kind !== "exact" || each.terms.length > 1) return undefined;
    const [only] = each.terms;
    if (only === undefined) continue;
    root ??= only.root;
    if (only.root !== root || only.letters.length > 0) return undefined;
    seen.add(only.coefficient.d);
  }
  let common = 1n;
  for (const d of seen) {
    if (common % d === 0n) continue;
    common = (common / gcd(common, d)) * d;
    if (common >> BigInt(exactBits) > 0n) return undefined;
  }
  return { denominator: common, root: root ?? 1n };
};

/** Bits of the largest of numbers that are told as doubles: their squares are within the range. */
const doubleBits = 480;

/** Numbers as doubles, up to a factor that is common to all: what a cosine is worked out from. */
export const toDoubles = (all: readonly Scalar[]): readonly number[] => {
  const over = overOne(all);
  if (over === undefined) {
    const values = all.map((each) => toReal(each, Rough));
    const largest = values.reduce((most, value) => Rough.max(most, value.abs()), new Rough(0));
    return values.map((value) => (largest.isZero() ? 0 : value.div(largest).toNumber()));
  }
  const largest = over.wholes.reduce((most, whole) => {
    const size = whole < 0n ? -whole : whole;
    return size > most ? size : most;
  }, 0n);
  const shift = BigInt(Math.max(0, largest.toString(16).length * 4 - doubleBits));
  return over.wholes.map((whole) => Number(whole >> shift));
};

/** Where the component of the largest size stands; the first of several. */
export const indexOfLargest = (all: readonly Scalar[]): number => {
  const over = overOne(all);
  const larger =
    over === undefined
      ? largerOf(
          all.map((each) => toReal(each, Rough).abs()),
          (x, y) => x.greaterThan(y),
        )
      : largerOf(
          over.wholes.map((whole) => (whole < 0n ? -whole : whole)),
          (x, y) => x > y,
        );
  return all.reduce((at, _, i) => (larger(i, at) ? i : at), 0);
};

const largerOf =
  <T>(sizes: readonly T[], isLarger: (x: T, y: T) => boolean) =>
  (i: number, j: number): boolean =>
    isLarger(sizes[i]!, sizes[j]!);
