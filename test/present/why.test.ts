import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counterfactualsFor } from "../../src/math/counterfactual.ts";
import { defaultStyle } from "../../src/math/number-text.ts";
import { rational, toReal } from "../../src/math/scalar.ts";
import { accountForSimilarity, lieBetween, type Similarity } from "../../src/math/similarity.ts";
import { type Vector, vectorOf } from "../../src/math/vector.ts";
import { boundsInWords, verdictInWords } from "../../src/present/lie.ts";
import { showSimilarity } from "../../src/present/similarity.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { runs, seed } from "../support/runs.ts";

const of = (...components: readonly number[]): Vector => vectorOf(components.map((x) => rational(x)));

const accountOf = (a: Vector, b: Vector): Similarity => {
  const account = accountForSimilarity(a, b);
  if (!account.ok) throw new TypeError(account.problem.kind);
  return account.value;
};

const why = (a: Vector, b: Vector): string =>
  toPlainText(
    showSimilarity(accountOf(a, b), { a, b, question: "similar", withSteps: false, of: 2 }, defaultStyle),
  );

/** Two vectors of small whole numbers, in which ties are common, and neither is the zero vector. */
const pairs = fc
  .integer({ min: 2, max: 5 })
  .chain((count) => {
    const list = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: count, maxLength: count });
    return fc.tuple(list, list);
  })
  .filter((both) => both.every((list) => list.some((x) => x !== 0)));

const holds = (law: (a: readonly number[], b: readonly number[]) => void): void =>
  fc.assert(
    fc.property(pairs, ([a, b]) => law(a, b)),
    { numRuns: runs(300), seed },
  );

const listed = (positions: readonly number[]): string =>
  new Intl.ListFormat("en-GB", { type: "conjunction" }).format(positions.map(String));

const places = (list: readonly number[], wanted: (x: number) => boolean): readonly number[] =>
  list.flatMap((x, i) => (wanted(x) ? [i + 1] : []));

describe("why", () => {
  test("names every component that adds most or takes most away, and says so only of several where they are alike", () =>
    holds((a, b) => {
      const products = a.map((x, i) => x * b[i]!);
      const text = why(of(...a), of(...b));
      for (const [side, alone, one, several] of [
        [1, "alone adds something", "adds most", "add most"],
        [-1, "alone takes something away", "takes most away", "take most away"],
      ] as const) {
        const sizes = products.map((p) => p * side);
        const most = Math.max(...sizes);
        const [there, largest] = [places(sizes, (p) => p > 0), places(sizes, (p) => p === most)];
        if (there.length === 0) expect(text).not.toMatch(new RegExp(`${alone}|${one}|${several}`));
        else if (there.length === 1) expect(text).toContain(`Component ${listed(there)} ${alone}`);
        else if (largest.length === 1) expect(text).toContain(`Component ${listed(largest)} ${one}`);
        else if (largest.length <= 4) expect(text).toContain(`Components ${listed(largest)} ${several}`);
        else expect(text).toContain(`${largest.length} components ${several}`);
      }
    }));

  test("finds a component that decides only where no other moves the cosine as far", () =>
    holds((a, b) => {
      const sizes = a.map((x, i) => Math.abs(x * b[i]!));
      const most = places(sizes, (size) => size === Math.max(...sizes));
      const { turned, tied, leftOut } = counterfactualsFor(of(...a), of(...b), accountOf(of(...a), of(...b)));
      const isAny = Math.max(...sizes) > 0;
      expect(turned?.position).toBe(isAny && most.length === 1 ? most[0] : undefined);
      expect(tied).toBe(isAny && most.length > 1 ? most.length : 0);
      if (a.length === 2) expect(leftOut).toBeUndefined();
    }));

  test("the change that it says is enough for a right angle is enough", () =>
    holds((a, b) => {
      const { orthogonal } = counterfactualsFor(of(...a), of(...b), accountOf(of(...a), of(...b)));
      if (orthogonal === undefined) return;
      const to = toReal(orthogonal.to).toNumber();
      const changed = (list: readonly number[], which: 1 | 2) =>
        list.map((x, i) => (which === orthogonal.vector && i + 1 === orthogonal.position ? to : x));
      const [x, y] = [changed(a, 1), changed(b, 2)];
      expect(x.reduce((sum, each, i) => sum + each * y[i]!, 0)).toBeCloseTo(0, 9);
    }));

  test("writes = where the figures are exact, ≈ where they are not, and doubles no 0", () =>
    holds((a, b) => {
      const text = why(of(...a), of(...b));
      const [, product, factor, relation, dot] = /(\S+) × (\S+) ([=≈]) (\S+)\. If both/.exec(text)!;
      const value = (figure: string) => Number(figure.replace(/[()]/g, "").replace("−", "-"));
      if (relation === "=") expect(value(product!) * value(factor!)).toBeCloseTo(value(dot!), 9);
      expect(factor!.includes("−")).toBe(factor!.startsWith("("));
      expect(text).not.toContain("doubles from 0 ");
    }));

  test("calls a direction by the words whose bounds it lies in", () =>
    holds((a, b) => {
      const dot = a.reduce((sum, x, i) => sum + x * b[i]!, 0);
      const degrees =
        (Math.acos(Math.max(-1, Math.min(1, dot / (Math.hypot(...a) * Math.hypot(...b))))) * 180) / Math.PI;
      const lie = lieBetween(of(...a), of(...b));
      const bounds = boundsInWords(lie);
      const near = (x: number) => Math.abs(degrees - x) < 1e-4;
      const isIn: Readonly<Record<string, boolean>> = {
        "0° apart": near(0),
        "less than 30° apart": degrees > 0 && degrees < 30 + 1e-4,
        "from 30° to 60° apart": degrees > 30 - 1e-4 && degrees < 60 + 1e-4,
        "within 30° of a right angle": degrees > 60 - 1e-4 && degrees < 120 + 1e-4,
        "90° apart": near(90),
        "from 120° to 150° apart": degrees > 120 - 1e-4 && degrees < 150 + 1e-4,
        "more than 150° apart": degrees > 150 - 1e-4,
        "180° apart": near(180),
      };
      expect(isIn[bounds], `${degrees}: ${bounds}`).toBe(true);
      expect(why(of(...a), of(...b))).toContain(`They are ${verdictInWords(lie)} (${bounds}).`);
    }));

  test.each([
    [of(1, 2), of(-2, 1), "5 × 0 = 0"],
    [of(1, 1), of(-1, -1), "2 × (−1) = −2"],
    [of(2, 3, 4), of(1, 0, 2), "12.04 × 0.8305 ≈ 10"],
    [of(1, 1), of(-1, -1), "Components 1 and 2 take most away, −1 each."],
    [of(1, 1), of(-1, -1), "the lengths are equal"],
    [of(1, 2), of(-2, 1), "No component decides alone: 2 of them weigh the same."],
    [of(2, 3, 4), of(1, 0, 2), "The dot product alone would mislead in a comparison."],
  ])("of %o and %o it says “%s”", (a, b, words) => expect(why(a, b)).toContain(words));
});
