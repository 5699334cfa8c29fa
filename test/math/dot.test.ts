import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dotProduct } from "../../src/math/dot.ts";
import { toPlain } from "../../src/math/expression/plain.ts";
import { asExpression, letter, rational, type Scalar } from "../../src/math/scalar.ts";
import { add, equals, multiply } from "../../src/math/scalar-arithmetic.ts";
import { squareRoot } from "../../src/math/square-root.ts";
import { type Vector, vectorOf } from "../../src/math/vector.ts";
import { valuesOf, type Working } from "../../src/math/working.ts";
import { runs } from "../support/runs.ts";

const whole = (...numbers: number[]): Vector => vectorOf(numbers.map((n) => rational(n)));

const letters = (...names: string[]): Vector => vectorOf(names.map(letter));

const chain = ({ subject, steps }: Working): string =>
  [toPlain(subject), ...steps.map(({ line }) => toPlain(line))].join(" = ");

const worked = (a: Vector, b: Vector): Working => {
  const result = dotProduct(a, b);
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
};

const component = fc.tuple(fc.bigInt(-99n, 99n), fc.bigInt(1n, 12n)).map(([n, d]): Scalar => rational(n, d));

const sameDimension = (count: number) =>
  fc
    .integer({ min: 1, max: 9 })
    .chain((n) =>
      fc.tuple(...Array.from({ length: count }, () => fc.array(component, { minLength: n, maxLength: n }))),
    )
    .map((all) => all.map((components) => vectorOf(components)));

describe("the dot product", () => {
  test.each<[Vector, Vector, string]>([
    [whole(2, 3, 4), whole(1, 0, 2), "(2, 3, 4)·(1, 0, 2) = 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10"],
    [letters("a", "b", "c"), letters("d", "e", "f"), "(a, b, c)·(d, e, f) = a·d + b·e + c·f"],
    [whole(-2, 3), whole(1, -1), "(−2, 3)·(1, −1) = (−2)×1 + 3×(−1) = −2 + (−3) = −5"],
    [whole(2), whole(3), "(2)·(3) = 2×3 = 6"],
    [
      vectorOf([rational(1, 2), rational(1, 3)]),
      vectorOf([rational(1, 5), rational(1, 7)]),
      "(1/2, 1/3)·(1/5, 1/7) = (1/2)×(1/5) + (1/3)×(1/7) = 1/10 + 1/21 = 31/210",
    ],
    [
      vectorOf([squareRoot(rational(2)), rational(1)]),
      vectorOf([squareRoot(rational(2)), rational(3)]),
      "(√2, 1)·(√2, 3) = √2×√2 + 1×3 = 2 + 3 = 5",
    ],
    [
      vectorOf([rational(2), letter("a")]),
      vectorOf([letter("a"), rational(3)]),
      "(2, a)·(a, 3) = 2·a + a·3 = 2·a + 3·a = 5·a",
    ],
  ])("%#: as a person writes it", (a, b, expected) => {
    expect(chain(worked(a, b))).toBe(expected);
  });

  test("decimals stay decimals", () => {
    const [line] = worked(
      vectorOf([rational(1, 10)], "decimal"),
      vectorOf([rational(3, 10)], "decimal"),
    ).steps.slice(-1);
    expect(toPlain(line!.line, { digits: 4, notation: "decimal" })).toBe("0.03");
  });

  test("a large term does not swallow a small one: 1e16 + 1 − 1e16 = 1", () => {
    const a = vectorOf([rational(10n ** 16n), rational(1), rational(-(10n ** 16n))]);
    expect(toPlain(asExpression(worked(a, whole(1, 1, 1)).value))).toBe("1");
  });

  test("different dimensions name the components without a partner", () => {
    expect(dotProduct(whole(1, 2), whole(3, 4, 5, 6))).toMatchObject({
      ok: false,
      problem: { kind: "dimension-mismatch", dimensions: [2, 4], unpaired: [rational(5), rational(6)] },
    });
  });

  test("every line equals the line above, and exact arithmetic agrees", () => {
    fc.assert(
      fc.property(sameDimension(2), ([a, b]) => {
        const working = worked(a!, b!);
        const byHand = a!.components.reduce<Scalar>(
          (all, c, i) => add(all, multiply(c, b!.components[i]!)),
          rational(0),
        );
        for (const value of valuesOf(working)) expect(equals(value as Scalar, byHand)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  test("it is symmetric and bilinear", () => {
    fc.assert(
      fc.property(sameDimension(3), component, ([a, b, c], factor) => {
        expect(equals(worked(a!, b!).value, worked(b!, a!).value)).toBe(true);
        const mixed = vectorOf(a!.components.map((x, i) => add(multiply(factor, x), b!.components[i]!)));
        const apart = add(multiply(factor, worked(a!, c!).value), worked(b!, c!).value);
        expect(equals(worked(mixed, c!).value, apart)).toBe(true);
      }),
    );
  });
});
