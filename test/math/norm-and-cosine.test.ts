import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Result } from "../../src/base/result.ts";
import { angle, cosineSimilarity } from "../../src/math/cosine.ts";
import { numberToPlain, toPlain } from "../../src/math/expression/plain.ts";
import { distance, isUnitVector, norm, normalise } from "../../src/math/norm.ts";
import { approximate, letter, rational, type Scalar, toNumber } from "../../src/math/scalar.ts";
import { compare, equals } from "../../src/math/scalar-arithmetic.ts";
import { squareRoot } from "../../src/math/square-root.ts";
import { type Vector, vectorOf } from "../../src/math/vector.ts";
import { valuesOf, type Working } from "../../src/math/working.ts";
import { runs } from "../support/runs.ts";

const v = (...components: (number | string)[]): Vector =>
  vectorOf(components.map((c) => (typeof c === "string" ? letter(c) : rational(c))));

const chain = ({ subject, steps }: Working<Scalar | Vector>): string =>
  [toPlain(subject), ...steps.map(({ line }) => toPlain(line))].join(" = ");

const must = <T>(result: Result<T, { kind: string }>): T => {
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
};

describe("norms, unit vectors and distances", () => {
  test.each<[Working<Scalar | Vector>, string]>([
    [norm(v(2, 3, 4)), "‖(2, 3, 4)‖ = √(2² + 3² + 4²) = √(4 + 9 + 16) = √29"],
    [norm(v(3, -4)), "‖(3, −4)‖ = √(3² + (−4)²) = √(9 + 16) = √25 = 5"],
    [norm(v("a", "b")), "‖(a, b)‖ = √(a² + b²)"],
    [must(normalise(v(3, 4))), "(3, 4)/‖(3, 4)‖ = (3, 4)/5 = (3/5, 4/5)"],
    [must(normalise(v(1, 2))), "(1, 2)/‖(1, 2)‖ = (1, 2)/√5 = (1/√5, 2/√5)"],
    [
      must(distance(v(2, 3, 4), v(1, 0, 2))),
      "‖(2, 3, 4) − (1, 0, 2)‖ = ‖(1, 3, 2)‖ = √(1² + 3² + 2²) = √(1 + 9 + 4) = √14",
    ],
  ])("%#: as a person writes it", (working, expected) => expect(chain(working)).toBe(expected));

  test("entries beyond the range of a double's square", () => {
    const huge = vectorOf([rational(3n * 10n ** 200n), rational(4n * 10n ** 200n)]);
    expect(equals(norm(huge).value, rational(5n * 10n ** 200n))).toBe(true);
    const tiny = vectorOf([rational(3n, 10n ** 200n), rational(4n, 10n ** 200n)]);
    expect(equals(norm(tiny).value, rational(5n, 10n ** 200n))).toBe(true);
  });

  test("a zero vector has no direction", () => {
    expect(normalise(v(0, 0))).toMatchObject({ ok: false, problem: { kind: "zero-vector", vector: 1 } });
    expect(cosineSimilarity(v(1, 2), v(0, 0))).toMatchObject({
      ok: false,
      problem: { kind: "zero-vector", vector: 2 },
    });
    expect(angle(v(0, 0), v(0, 1))).toMatchObject({ ok: false, problem: { operation: "angle", vector: 1 } });
  });
});

describe("cosine and angle", () => {
  test.each<[Vector, Vector, string, string]>([
    [v(2, 3, 4), v(1, 0, 2), "10/√145", "33.85"],
    [v(1, 2), v(3, 4), "11/(5√5)", "10.3"],
    [v(1, 0), v(0, 3), "0", "90"],
    [v(1, 1), v(0, -2), "−1/√2", "135"],
    [v(1, 2), v(-2, -4), "−1", "180"],
    [v(1, 1, 0), v(0, 1, 1), "1/2", "60"],
  ])("of %# is exact", (a, b, cosine, degrees) => {
    expect(toPlain(must(cosineSimilarity(a, b)).steps.at(-1)!.line)).toBe(cosine);
    expect(numberToPlain(must(angle(a, b)).degrees as never)).toBe(degrees);
  });

  test("letters stay letters in a cosine, and are refused in an angle", () => {
    expect(chain(must(cosineSimilarity(v("a", "b"), v("c", "d"))))).toBe(
      "(a, b)·(c, d)/(‖(a, b)‖·‖(c, d)‖) = (a·c + b·d)/(√(a² + b²)·√(c² + d²))",
    );
    expect(angle(v("a", 1), v(1, "b"))).toMatchObject({
      problem: { kind: "needs-numbers", letters: ["a", "b"] },
    });
  });

  test("the angle of nearly parallel vectors keeps its digits", () => {
    const nearly = must(
      angle(vectorOf([rational(1), rational(0)]), vectorOf([rational(1), rational(1n, 10n ** 30n)])),
    );
    expect(toNumber(nearly.radians)).toBe(1e-30);
    const inexact = must(
      angle(vectorOf([approximate(1), rational(0)]), vectorOf([approximate(1), rational(1n, 10n ** 20n)])),
    );
    expect(toNumber(inexact.radians)).toBeCloseTo(1e-20, 30);
  });

  const vectors = fc.integer({ min: 1, max: 6 }).chain((n) => {
    const component = fc
      .tuple(fc.bigInt(-50n, 50n), fc.bigInt(1n, 9n))
      .map(([p, q]): Scalar => rational(p, q));
    const one = fc.array(component, { minLength: n, maxLength: n }).map((all) => vectorOf(all));
    return fc.tuple(one, one);
  });

  test("stays between −1 and 1, and each line equals the line above", () => {
    fc.assert(
      fc.property(vectors, ([a, b]) => {
        const cosine = cosineSimilarity(a, b);
        if (!cosine.ok) return;
        expect(compare(cosine.value.value, rational(1))).toBeLessThanOrEqual(0);
        expect(compare(cosine.value.value, rational(-1))).toBeGreaterThanOrEqual(0);
        for (const value of valuesOf(cosine.value))
          expect(equals(value as Scalar, cosine.value.value)).toBe(true);
        const { radians } = must(angle(a, b));
        expect(Math.cos(toNumber(radians))).toBeCloseTo(toNumber(cosine.value.value), 12);
        for (const value of valuesOf(norm(a))) expect(equals(value as Scalar, norm(a).value)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  test("normalising gives a unit vector in the same direction", () => {
    fc.assert(
      fc.property(vectors, ([a]) => {
        const unit = normalise(a);
        if (!unit.ok) return;
        expect(isUnitVector(unit.value.value)).toBe(true);
        expect(equals(must(cosineSimilarity(a, unit.value.value)).value, rational(1))).toBe(true);
      }),
    );
    expect(isUnitVector(vectorOf([squareRoot(rational(1, 2)), squareRoot(rational(1, 2))]))).toBe(true);
    expect(isUnitVector(v(1, 1))).toBe(false);
  });
});
