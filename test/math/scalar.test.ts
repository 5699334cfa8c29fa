import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  approximate,
  isSymbolic,
  letter,
  rational,
  type Scalar,
  signOf,
  toFraction,
  toNumber,
  toReal,
  zero,
} from "../../src/math/scalar.ts";
import {
  add,
  compare,
  divide,
  equals,
  multiply,
  negate,
  subtract,
  sum,
} from "../../src/math/scalar-arithmetic.ts";
import { squareRoot } from "../../src/math/square-root.ts";

const anyRational = fc
  .tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 60n))
  .map(([n, d]): Scalar => rational(n, d));

describe("scalars", () => {
  test.each<[string, Scalar, Scalar]>([
    ["1/3 + 1/6 = 1/2", add(rational(1, 3), rational(1, 6)), rational(1, 2)],
    ["√2 × √2 = 2", multiply(squareRoot(rational(2)), squareRoot(rational(2))), rational(2)],
    ["√8 = 2√2", squareRoot(rational(8)), multiply(rational(2), squareRoot(rational(2)))],
    ["√(1/4) = 1/2", squareRoot(rational(1, 4)), rational(1, 2)],
    [
      "1/√2 = √2/2",
      divide(rational(1), squareRoot(rational(2))),
      divide(squareRoot(rational(2)), rational(2)),
    ],
    [
      "10/√145 squared = 20/29",
      multiply(
        divide(rational(10), squareRoot(rational(145))),
        divide(rational(10), squareRoot(rational(145))),
      ),
      rational(20, 29),
    ],
    ["1e16 + 1 − 1e16 = 1", sum([rational(10n ** 16n), rational(1), rational(-(10n ** 16n))]), rational(1)],
    [
      "2a + 3a = 5a",
      add(multiply(rational(2), letter("a")), multiply(letter("a"), rational(3))),
      multiply(rational(5), letter("a")),
    ],
    ["a·b − b·a = 0", subtract(multiply(letter("a"), letter("b")), multiply(letter("b"), letter("a"))), zero],
  ])("%s", (_, left, right) => {
    expect(equals(left, right)).toBe(true);
  });

  test("a square root of a large perfect square is whole", () => {
    const big = 10n ** 200n + 7n;
    expect(toFraction(squareRoot(rational(big * big)))?.n).toBe(big);
  });

  test("roots neither overflow nor underflow", () => {
    const huge = rational(10n ** 150n);
    expect(toNumber(squareRoot(add(multiply(huge, huge), multiply(huge, huge))))).toBeCloseTo(
      Math.SQRT2 * 1e150,
      -137,
    );
    const tiny = rational(1n, 10n ** 300n);
    expect(toNumber(squareRoot(multiply(tiny, tiny)))).toBe(1e-300);
  });

  test("an unwieldy common denominator is carried on as a decimal, near enough", () => {
    const parts = Array.from({ length: 2000 }, (_, i) => rational(1n, BigInt(2 * i + 100_001)));
    const total = sum(parts);
    expect(total.kind).toBe("approximate");
    expect(toNumber(total)).toBeCloseTo(
      parts.reduce((all, part) => all + toNumber(part), 0),
      12,
    );
  });

  test("what letters make inexpressible stays a formula", () => {
    expect(squareRoot(add(letter("a"), rational(1))).kind).toBe("symbolic");
    expect(isSymbolic(divide(letter("a"), letter("b")))).toBe(true);
    expect(() => toReal(letter("a"))).toThrow(TypeError);
  });

  test("division by zero and roots of negatives are refused", () => {
    expect(() => divide(rational(1), zero)).toThrow(RangeError);
    expect(() => squareRoot(rational(-1))).toThrow(RangeError);
  });

  test("order and sign", () => {
    expect(compare(squareRoot(rational(2)), rational(3, 2))).toBe(-1);
    expect(signOf(approximate(-0.5))).toBe(-1);
    expect(signOf(subtract(squareRoot(rational(8)), multiply(rational(2), squareRoot(rational(2)))))).toBe(0);
  });

  test("rationals obey the laws of a field", () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(equals(add(a, negate(a)), zero)).toBe(true);
        if (signOf(b) !== 0) expect(equals(multiply(divide(a, b), b), a)).toBe(true);
        const root = squareRoot(multiply(a, a));
        expect(equals(multiply(root, root), multiply(a, a))).toBe(true);
      }),
    );
  });
});
