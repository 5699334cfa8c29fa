import fc from "fast-check";
import { expect, test } from "vitest";
import { Real, roughRoot } from "../../src/math/real.ts";

/** How far two that agree to 24 significant digits may be apart, as a share of either. */
const closeness = 1e-23;

/** How far the rough root of a whole number is from its root of 64 digits, as a share of that. */
const distance = (n: bigint): number => {
  const root = new Real(n.toString()).sqrt();
  return new Real(roughRoot(n)).div(root).minus(1).abs().toNumber();
};

test.each([
  ["the least", 1n],
  ["an irrational one, √2 = 1.41421356237309504880168872…", 2n],
  ["a square", 144n],
  ["beside a square", 10n ** 22n + 1n],
  ["the largest for which a double is refined", 2n ** 80n],
  ["the first beyond", 2n ** 80n + 1n],
  ["a very large one", 10n ** 400n + 7n],
])("the rough root of a whole number is its root: %s", (_, n) => {
  expect(distance(n)).toBeLessThan(closeness);
});

test("the rough root is the root for any whole number", () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 2n ** 90n), (n) => {
      expect(distance(n)).toBeLessThan(closeness);
    }),
  );
});
