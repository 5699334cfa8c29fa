import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Result } from "../../src/base/result.ts";
import { addVectors, scaleVector, subtractVectors } from "../../src/math/arithmetic.ts";
import { compareWithFirst } from "../../src/math/compare.ts";
import { dotProduct } from "../../src/math/dot.ts";
import { toPlain, vectorToPlain } from "../../src/math/expression/plain.ts";
import { project } from "../../src/math/projection.ts";
import { isZero, letter, rational, type Scalar, toNumber } from "../../src/math/scalar.ts";
import { equals } from "../../src/math/scalar-arithmetic.ts";
import { softmax, sumAsShown } from "../../src/math/softmax.ts";
import { type Vector, vectorOf } from "../../src/math/vector.ts";
import { valuesOf, type Working } from "../../src/math/working.ts";

const v = (...components: number[]): Vector => vectorOf(components.map((c) => rational(c)));

const must = <T>(result: Result<T, { kind: string }>): T => {
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
};

const chain = ({ subject, steps }: Working<Scalar | Vector>): string =>
  [toPlain(subject), ...steps.map(({ line }) => toPlain(line))].join(" = ");

const component = fc.tuple(fc.bigInt(-50n, 50n), fc.bigInt(1n, 9n)).map(([p, q]): Scalar => rational(p, q));

const pairOfVectors = fc.integer({ min: 1, max: 6 }).chain((n) => {
  const one = fc.array(component, { minLength: n, maxLength: n }).map((all) => vectorOf(all));
  return fc.tuple(one, one);
});

const expectEqualLines = (working: Working<Scalar | Vector>): void => {
  const [first, ...rest] = valuesOf(working).map((value) => [value].flat() as Scalar[]);
  for (const line of rest) {
    expect(line.length).toBe(first!.length);
    line.forEach((c, i) => void expect(equals(c, first![i]!)).toBe(true));
  }
};

describe("sums, differences and scaling", () => {
  test.each<[Working<Vector>, string]>([
    [must(addVectors(v(1, 2), v(3, -4))), "(1, 2) + (3, −4) = (1 + 3, 2 + (−4)) = (4, −2)"],
    [must(subtractVectors(v(3, 4), v(1, -2))), "(3, 4) − (1, −2) = (3 − 1, 4 − (−2)) = (2, 6)"],
    [scaleVector(rational(2), v(1, -3)), "2·(1, −3) = (2×1, 2×(−3)) = (2, −6)"],
  ])("%#: as a person writes it", (working, expected) => expect(chain(working)).toBe(expected));

  test("different dimensions are refused", () => {
    expect(addVectors(v(1), v(1, 2))).toMatchObject({
      problem: { kind: "dimension-mismatch", operation: "sum" },
    });
  });
});

describe("projection", () => {
  test("of (2, 3, 4) onto (1, 0, 2)", () => {
    const { scalar, vector, remainder } = must(project(v(2, 3, 4), v(1, 0, 2)));
    expect(toPlain(scalar.steps.at(-1)!.line)).toBe("2√5");
    expect(chain(vector)).toBe(
      "((2, 3, 4)·(1, 0, 2)/((1, 0, 2)·(1, 0, 2)))·(1, 0, 2) = (10/5)·(1, 0, 2) = 2·(1, 0, 2) = (2×1, 2×0, 2×2) = (2, 0, 4)",
    );
    expect(vectorToPlain(remainder.value)).toBe("(0, 3, 0)");
  });

  test("onto a zero vector is refused", () => {
    expect(project(v(1, 2), v(0, 0))).toMatchObject({ problem: { kind: "zero-vector", vector: 2 } });
  });

  test("the parts add up to the vector, and the remainder is orthogonal", () => {
    fc.assert(
      fc.property(pairOfVectors, ([a, b]) => {
        const result = project(a, b);
        if (!result.ok) return;
        const { scalar, vector, remainder } = result.value;
        for (const working of [scalar, vector, remainder]) expectEqualLines(working);
        expect(isZero(must(dotProduct(remainder.value, b)).value)).toBe(true);
        const whole = must(addVectors(vector.value, remainder.value)).value;
        whole.components.forEach((c, i) => void expect(equals(c, a.components[i]!)).toBe(true));
      }),
    );
  });
});

describe("softmax", () => {
  test("of (1, 2, 3), to published digits", () => {
    const working = must(softmax(v(1, 2, 3)));
    expect(vectorToPlain(working.value, { digits: 4, notation: "decimal" })).toBe(
      "(0.09003, 0.2447, 0.6652)",
    );
    expectEqualLines(working);
  });

  test("shifting all scores changes nothing, and large ones stay in range", () => {
    const [low, high] = [must(softmax(v(1, 2, 3))).value, must(softmax(v(1001, 1002, 1003))).value];
    low.components.forEach((c, i) => void expect(toNumber(c)).toBe(toNumber(high.components[i]!)));
    expect(toNumber(must(softmax(v(0, 100_000))).value.components[1]!)).toBe(1);
  });

  test("tells what the shown figures add up to", () => {
    expect(sumAsShown(must(softmax(v(1, 1, 1))).value, 4).toString()).toBe("0.9999");
    expect(sumAsShown(must(softmax(v(1, 1))).value, 4).toString()).toBe("1");
  });

  test("needs numbers", () => {
    expect(softmax(vectorOf([letter("a"), rational(1)]))).toMatchObject({ problem: { letters: ["a"] } });
  });
});

describe("comparison", () => {
  test("the larger dot product is not always the more similar", () => {
    const { byDot, byCosine, disagreements } = must(compareWithFirst(v(1, 1), [v(1, 1), v(10, 0)]));
    expect(byDot.map(({ position }) => position)).toEqual([3, 2]);
    expect(byCosine.map(({ position }) => position)).toEqual([2, 3]);
    expect(disagreements).toMatchObject([{ byDot: { position: 3 }, byCosine: { position: 2 } }]);
  });

  test("every disagreement is explained by the norms", () => {
    fc.assert(
      fc.property(pairOfVectors, pairOfVectors, ([a, b], [, c]) => {
        const result = compareWithFirst(a, [b, c]);
        if (!result.ok) return;
        for (const { byDot, byCosine } of result.value.disagreements) {
          const longer = toNumber(byDot.cosine) > 0 ? byDot : byCosine;
          const shorter = longer === byDot ? byCosine : byDot;
          expect(toNumber(longer.norm)).toBeGreaterThan(toNumber(shorter.norm));
        }
      }),
    );
  });

  test("points at the vector that does not fit", () => {
    expect(compareWithFirst(v(1, 1), [v(1, 1), v(1)])).toMatchObject({ problem: { positions: [1, 3] } });
    expect(compareWithFirst(v(1, 1), [v(1, 1), v(0, 0)])).toMatchObject({ problem: { vector: 3 } });
  });
});
