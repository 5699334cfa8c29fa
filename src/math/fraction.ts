import { Fraction } from "fraction.js";

/**
 * fraction.js looks for the greatest common divisor of every product with BigInts. Lists of thousands of decimals are
 * multiplied here: numbers below 2⁵³ are divided as doubles, and what goes into a power of ten by 2 and 5 alone.
 */
export const gcd = (a: bigint, b: bigint): bigint => {
  if (a === 1n || b === 1n) return 1n;
  const known = factors.get(b);
  if (known !== undefined && a > mostSafe) return commonWith(a, known);
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

/** How often 2 and 5 go into a number that has no other factors. */
interface Factors {
  readonly twos: number;
  readonly fives: number;
}

/** Denominators of decimals with few places, as most are: each is worked out once. */
const factors = new Map<bigint, Factors>();
const mostPlaces = 40;

/** How often 2 and 5 go into a number that is not 0, up to so many times each. */
const factorsOf = (n: bigint, most: Factors): Factors => ({
  twos: (n & 1n) === 0n ? timesIn(n, 2, most.twos) : 0,
  fives: n % 5n === 0n ? timesIn(n, 5, most.fives) : 0,
});

/** How often a prime goes into a number, up to so many times. Hundreds of times are found in few steps. */
const timesIn = (n: bigint, prime: 2 | 5, most: number): number => {
  let [times, rest] = [0, n];
  for (const step of [256, 64, 16, 4, 1]) {
    const power = powerOf(prime, step);
    for (; times + step <= most && rest % power === 0n; rest /= power) times += step;
  }
  return times;
};

const commonWith = (n: bigint, most: Factors): bigint => {
  const { twos, fives } = factorsOf(n, most);
  return powerOf(5, fives) << BigInt(twos);
};

const powers: Readonly<Record<2 | 5 | 10, bigint[]>> = { 2: [1n], 5: [1n], 10: [1n] };

/** 2ⁿ, 5ⁿ or 10ⁿ; each is worked out once. */
export const powerOf = (base: 2 | 5 | 10, exponent: number): bigint => {
  const known = powers[base];
  for (let n = known.length; n <= exponent; n += 1) known.push(known[n - 1]! * BigInt(base));
  return known[exponent]!;
};

/** n/10ᵏ in lowest terms. */
export const decimal = (n: bigint, places: number): Fraction => {
  if (n === 0n) return reduced(1n, 0n, 1n);
  const size = n < 0n ? -n : n;
  const { twos, fives } = factorsOf(size, { twos: places, fives: places });
  const left = { twos: places - twos, fives: places - fives };
  const denominator =
    twos === 0 && fives === 0 ? powerOf(10, places) : powerOf(5, left.fives) << BigInt(left.twos);
  if (places <= mostPlaces || denominator === powerOf(10, places)) factors.set(denominator, left);
  const shared = twos === 0 && fives === 0 ? 1n : powerOf(5, fives) << BigInt(twos);
  return reduced(n < 0n ? -1n : 1n, shared === 1n ? size : size / shared, denominator);
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

export const negateFraction = ({ s, n, d }: Fraction): Fraction => reduced(-s, n, d);

/** What is in lowest terms already; fraction.js has no constructor that believes it. */
const reduced = (s: bigint, n: bigint, d: bigint): Fraction => {
  const fraction = Object.create(Fraction.prototype) as Fraction;
  fraction.s = s;
  fraction.n = n;
  fraction.d = d;
  return fraction;
};
