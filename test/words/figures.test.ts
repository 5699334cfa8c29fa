import { describe, expect, test } from "vitest";
import { cosineOf, measure } from "../../src/words/measures.ts";
import { percentile } from "../../src/words/quantiles.ts";
import { topComponents } from "../../src/words/top-components.ts";
import { shipped } from "./shipped.ts";

const words = await shipped();

const median = (values: Iterable<number>): number => {
  const sorted = [...values].toSorted((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)]!;
};

describe("the vectors that come with the tutor", () => {
  test("are a hundred thousand words of a hundred components, and say where they come from", () => {
    expect(words).toMatchObject({ count: 100_000, dimension: 100 });
    expect(words.source.name).toContain("GloVe");
    expect(words.source.author).toContain("Pennington");
    expect(words.source.licence).toContain("PDDL");
    expect(words.source.citation).toContain("2014");
  });

  /** From the full floats of GloVe 6B, 100 components. */
  test.each([
    ["king", "queen", 0.7508, 27.6],
    ["king", "monarch", 0.698, 22.1],
    ["king", "lord", 0.618, 23.9],
  ])("%s and %s: cosine %d, dot product %d", (a, b, cosine, dotProduct) => {
    const measured = measure(words, a, b)!;
    expect(Math.abs(measured.cosine - cosine)).toBeLessThan(0.005);
    expect(Math.abs(measured.dotProduct - dotProduct)).toBeLessThan(0.1);
    expect(measured.cosine).toBeCloseTo(measured.dotProduct / (measured.norms[0] * measured.norms[1]), 10);
  });

  test.each([
    ["king", "monarch", "lord"],
    ["coffee", "drinks", "corn"],
    ["pizza", "burger", "cheese"],
  ])("to %s, the cosine puts %s first and the dot product %s", (asked, direction, length) => {
    const [a, b] = [measure(words, asked, direction)!, measure(words, asked, length)!];
    expect(a.cosine).toBeGreaterThan(b.cosine);
    expect(a.dotProduct).toBeLessThan(b.dotProduct);
  });

  test("common words have longer vectors than rare ones", () => {
    expect(median(words.table.norms.subarray(0, 100))).toBeCloseTo(6.1, 1);
    expect(median(words.table.norms.subarray(74_500, 75_500))).toBeCloseTo(4.7, 1);
  });

  test("the norm of the rounded components is that of the full ones, within two in a thousand", () => {
    for (const word of ["king", "the", "coffee", "banister"]) {
      const vector = words.vectorOf(word)!;
      expect(Math.hypot(...vector) / words.normOf(word)!).toBeCloseTo(1, 2);
      expect(cosineOf(vector, vector)).toBeCloseTo(1, 10);
    }
  });

  test("ranks count from the commonest word", () => {
    expect(words.rankOf("the")).toBe(1);
    expect(words.rankOf("queen")).toBe(1949);
    expect(words.rankOf("King")).toBe(words.rankOf("king"));
  });

  test.each([
    "__proto__",
    "constructor2",
    "toString",
    "hasOwnProperty",
    "../../etc/passwd",
    "שלום",
    "🦊",
    "\u0000",
    "",
    "a".repeat(10_000),
    "king\nqueen",
  ])("%j is not a word of theirs, and asking does no harm", (text) => {
    expect(words.has(text)).toBe(false);
    expect(words.rankOf(text)).toBeUndefined();
    expect(words.vectorOf(text)).toBeUndefined();
    expect(words.normOf(text)).toBeUndefined();
    expect(measure(words, text, "king")).toBeUndefined();
  });

  test("“constructor” is a word like any other", () =>
    expect(words.vectorOf("constructor")).toHaveLength(100));

  test("a vector handed out may be changed without harm", () => {
    words.vectorOf("king")!.fill(0);
    expect(Math.hypot(...words.vectorOf("king")!)).toBeGreaterThan(6);
  });
});

describe("where a pair stands among all pairs", () => {
  test("the least, the middle, the greatest", () => {
    expect(percentile(words, -1)).toBe(0);
    expect(percentile(words, 1)).toBe(100);
    expect(percentile(words, words.quantiles[500]!)).toBeCloseTo(50, 0);
    expect(percentile(words, words.quantiles[250]!)).toBeCloseTo(25, 0);
  });

  test("king and queen are more alike than 99.9% of pairs; king and banister are like any two", () => {
    expect(percentile(words, measure(words, "king", "queen")!.cosine)).toBeGreaterThan(99.9);
    const anyTwo = percentile(words, measure(words, "king", "banister")!.cosine)!;
    expect(anyTwo).toBeLessThan(90);
  });

  test("more similar is never a lower place", () => {
    const places = Array.from({ length: 401 }, (_, i) => percentile(words, i / 200 - 1)!);
    expect(places).toEqual(places.toSorted((x, y) => x - y));
  });
});

describe("what the components add to a dot product", () => {
  test("the greatest ones and the rest add up to it", () => {
    const [king, queen] = [words.vectorOf("king")!, words.vectorOf("queen")!];
    const { top, rest } = topComponents(king, queen, 5);
    const total = top.reduce((sum, { product }) => sum + product, rest);
    expect(total).toBeCloseTo(measure(words, "king", "queen")!.dotProduct, 6);
    expect(top).toHaveLength(5);
    for (const { component, a, b, product } of top) {
      expect(a).toBe(king[component - 1]);
      expect(product).toBeCloseTo(a * b, 10);
      expect(Math.abs(product)).toBeGreaterThanOrEqual(Math.abs(top[4]!.product));
    }
  });

  test("a product below 0 counts by its size", () =>
    expect(topComponents([1, -3, 2], [1, 3, 1], 2)).toEqual({
      top: [
        { component: 2, a: -3, b: 3, product: -9 },
        { component: 3, a: 2, b: 1, product: 2 },
      ],
      rest: 1,
    }));
});
