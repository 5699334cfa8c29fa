import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exponential } from "../../src/math/exponential.ts";
import { Real } from "../../src/math/real.ts";
import { approximate, rational, toReal } from "../../src/math/scalar.ts";

test("is the power of e to all digits that are kept, for numbers of any size", () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 40 }), (n, places) => {
      const x = rational(n, 10n ** BigInt(places));
      if (toReal(x).abs().greaterThan(20_000)) return;
      expect(exponential(x).toString()).toBe(Real.exp(toReal(x)).toString());
    }),
  );
});

test.each([
  ["0", rational(0)],
  ["1", rational(1)],
  ["−10,000", rational(-10_000)],
  ["beyond", rational(-10_001)],
  ["a decimal", approximate(-2.5)],
  ["a third", rational(-1, 3)],
])("of %s too", (_, x) => {
  const precise = Real.clone({ precision: 90 });
  const expected = toReal(x, precise).exp().toSignificantDigits(64);
  expect(exponential(x).toString()).toBe(expected.toString());
});
