import { Fraction } from "fraction.js";

/**
 * fraction.js looks for the greatest common divisor of every product with BigInts. Lists of thousands of decimals are
 * multiplied here: numbers below 2⁵³ are divided as doubles, and what goes into a power of ten by 2 and 5 alone.
 */
export const gcd = (a: bigint, b: bigint): bigint => {
  if (a === 1n || b === 1n) return 1n;
  while (b !== 0n && (a > mostSafe || b > mostSafe)) [a, b] = [b, a % b];
  if (b === 0n) return a;
  const [x, y] = [Number(a), Number(b)];
  return BigInt(power % y === 0 ? commonOf(x, y) : euclid(x, y));
};

const mostSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** The largest power of ten below 2⁵³. */
const power = 1e15;

const euclid = (x: number, y: number): number => (y === 0 ? x : euclid(y, x % y));

/** The greatest common divisor with a number that has no factors but 2 and 5. */
const commonOf = (x: number, y: number): number => {
  let common = 1;
  for (const prime of [5, 2])
    while (x % prime === 0 && y % prime === 0) [x, y, common] = [x / prime, y / prime, common * prime];
  return common;
};

/** n/d in lowest terms. Throws a RangeError where d is 0. */
export const ratio = (n: bigint, d: bigint): Fraction => {
  if (d === 0n) throw new RangeError("Division by zero");
  const [above, below] = [n < 0n ? -n : n, d < 0n ? -d : d];
  const shared = gcd(above, below);
  return reduced(n < 0n !== d < 0n ? -1n : 1n, above / shared, below / shared);
};

/** a · b: what one has in common with the other's denominator goes first, and nothing else can be common. */
export const multiplyFractions = (a: Fraction, b: Fraction): Fraction => {
  if (a.n === 0n || b.n === 0n) return reduced(1n, 0n, 1n);
  const [left, right] = [b.d === 1n ? 1n : gcd(a.n, b.d), a.d === 1n ? 1n : gcd(b.n, a.d)];
  return reduced(a.s * b.s, (a.n / left) * (b.n / right), (a.d / right) * (b.d / left));
};

/** What is in lowest terms already; fraction.js has no constructor that believes it. */
const reduced = (s: bigint, n: bigint, d: bigint): Fraction =>
  Object.assign(Object.create(Fraction.prototype) as Fraction, { s, n, d });
