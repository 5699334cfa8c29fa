import { Fraction } from "fraction.js";
import {
  approximate,
  asExpression,
  exact,
  fromFraction,
  isSymbolic,
  type Scalar,
  signOf,
  symbolic,
  term,
  toFraction,
  toReal,
  zero,
} from "./scalar.ts";
import { multiply } from "./scalar-arithmetic.ts";

/** The non-negative square root. Throws a RangeError when a is negative. */
export const squareRoot = (a: Scalar): Scalar => {
  if (isSymbolic(a)) return symbolic({ kind: "root", of: asExpression(a) });
  if (signOf(a) < 0) throw new RangeError("Square root of a negative number");
  const fraction = toFraction(a);
  if (fraction === undefined) return rootOfPi(a) ?? approximate(toReal(a).sqrt());
  if (fraction.n === 0n) return zero;
  const { outside, inside } = takeSquaresOut(fraction.n * fraction.d);
  return exact(term(new Fraction(outside, fraction.d), inside));
};

/** √(c·π²) = √c·π; undefined for what is not of that kind. */
const rootOfPi = (a: Scalar): Scalar | undefined => {
  if (a.kind !== "exact" || a.terms.length !== 1) return undefined;
  const { coefficient, root, letters } = a.terms[0]!;
  if (root !== 1n || letters.length === 0 || letters.length % 2 !== 0) return undefined;
  return multiply(
    squareRoot(fromFraction(coefficient)),
    exact(term(new Fraction(1n), 1n, letters.slice(letters.length / 2))),
  );
};

const smallPrimes: readonly bigint[] = Array.from({ length: 1000 }, (_, i) => i)
  .filter(
    (n) => n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && d * d <= n && n % d === 0),
  )
  .map(BigInt);

/** n = outside² · inside, with no square of a prime below 1000 left inside. */
const takeSquaresOut = (n: bigint): { outside: bigint; inside: bigint } => {
  let [outside, inside, rest] = [1n, 1n, n];
  for (const p of smallPrimes) {
    if (p * p > rest) break;
    while (rest % (p * p) === 0n) {
      rest /= p * p;
      outside *= p;
    }
    if (rest % p === 0n) {
      rest /= p;
      inside *= p;
    }
  }
  const whole = integerRoot(rest);
  return whole * whole === rest ? { outside: outside * whole, inside } : { outside, inside: inside * rest };
};

/** ⌊√n⌋ by Newton's iteration. */
const integerRoot = (n: bigint): bigint => {
  if (n < 2n) return n;
  let x = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
};
