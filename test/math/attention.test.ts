import { describe, expect, test } from "vitest";
import { attend, type Head } from "../../src/math/attention.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import { rational, toReal } from "../../src/math/scalar.ts";
import type { Vector } from "../../src/math/vector.ts";
import { valuesOf } from "../../src/math/working.ts";
import { publishedSentence, publishedVectors } from "../../src/tutor/published-example.ts";

const vectors = (text: string): readonly Vector[] => {
  const read = readVectors(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

const head = (queries: readonly Vector[], more: Partial<Head> = {}): Head => ({
  queries,
  keys: queries,
  values: queries,
  scaled: false,
  causal: false,
  ...more,
});

const worked = (given: Head) => {
  const result = attend(given);
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
};

const printed = ({ components }: Pick<Vector, "components">): string[] =>
  components.map((c) => toReal(c).toFixed(4));

/** Sebastian Raschka, “Build a Large Language Model (From Scratch)”, chapter 3, section 3.3, as printed there. */
describe("the published example of six tokens", () => {
  const { rows } = worked(head(publishedVectors(publishedSentence.split(" "))!));

  test.each([
    [1, "0.9995 0.9544 0.9422 0.4753 0.4576 0.6310"],
    [2, "0.9544 1.4950 1.4754 0.8434 0.7070 1.0865"],
    [3, "0.9422 1.4754 1.4570 0.8296 0.7154 1.0605"],
    [4, "0.4753 0.8434 0.8296 0.4937 0.3474 0.6565"],
    [5, "0.4576 0.7070 0.7154 0.3474 0.6654 0.2935"],
    [6, "0.6310 1.0865 1.0605 0.6565 0.2935 0.9450"],
  ])("scores of token %i", (token, line) =>
    expect(rows[token - 1]!.scores.map(({ value }) => toReal(value).toFixed(4)).join(" ")).toBe(line),
  );

  test.each([
    [1, "0.2098 0.2006 0.1981 0.1242 0.1220 0.1452"],
    [2, "0.1385 0.2379 0.2333 0.1240 0.1082 0.1581"],
    [3, "0.1390 0.2369 0.2326 0.1242 0.1108 0.1565"],
    [4, "0.1435 0.2074 0.2046 0.1462 0.1263 0.1720"],
    [5, "0.1526 0.1958 0.1975 0.1367 0.1879 0.1295"],
    [6, "0.1385 0.2184 0.2128 0.1420 0.0988 0.1896"],
  ])("weights of token %i", (token, line) =>
    expect(printed(rows[token - 1]!.weights.value).join(" ")).toBe(line),
  );

  test.each([
    [1, "0.4421 0.5931 0.5790"],
    [2, "0.4419 0.6515 0.5683"],
    [3, "0.4431 0.6496 0.5671"],
    [4, "0.4304 0.6298 0.5510"],
    [5, "0.4671 0.5910 0.5266"],
    [6, "0.4177 0.6503 0.5645"],
  ])("output of token %i", (token, line) =>
    expect(printed(rows[token - 1]!.output.value).join(" ")).toBe(line),
  );
});

describe("one head", () => {
  test("divides by the root of the dimension when scaled", () => {
    const [row] = worked(head(vectors("1,1,1,1 2,0,0,0"), { scaled: true })).rows;
    expect(row!.scaled.map((score) => toReal(score).toNumber())).toEqual([2, 1]);
  });

  test("under a causal mask a token sees itself and those before it, and weights still sum to 1", () => {
    const { rows } = worked(head(vectors("1,0 0,1 1,1 2,1"), { causal: true, scaled: true }));
    expect(rows.map(({ scores }) => scores.length)).toEqual([1, 2, 3, 4]);
    for (const { weights } of rows)
      expect(weights.value.components.reduce((sum, w) => sum + toReal(w).toNumber(), 0)).toBeCloseTo(1, 12);
    expect(printed(rows[0]!.output.value)).toEqual(["1.0000", "0.0000"]);
  });

  test("values may have another dimension than keys", () => {
    const [row] = worked(
      head(vectors("1,0"), { keys: vectors("1,0 1,0"), values: vectors("2,4,6 4,6,8") }),
    ).rows;
    expect(printed(row!.output.value)).toEqual(["3.0000", "5.0000", "7.0000"]);
  });

  test("every line of every working equals the line above", () => {
    for (const row of worked(head(vectors("1,2 -3,1/2 0,4"), { scaled: true })).rows)
      for (const working of [...row.scores, row.weights, row.output]) {
        const [first, ...others] = valuesOf(working).map((value) => (Array.isArray(value) ? value : [value]));
        for (const line of others)
          for (const [i, c] of line.entries())
            expect(toReal(c).minus(toReal(first![i]!)).abs().lessThan("1e-50")).toBe(true);
      }
  });

  test("a key of another dimension, and letters, are told", () => {
    expect(attend(head(vectors("1,2"), { keys: vectors("1,2,3"), values: vectors("1,2") }))).toMatchObject({
      ok: false,
      problem: { kind: "dimension-mismatch" },
    });
    expect(attend(head(vectors("a,2")))).toMatchObject({ ok: false, problem: { kind: "needs-numbers" } });
    expect(() => attend(head(vectors("1,2"), { keys: vectors("1,2 3,4") }))).toThrow(RangeError);
  });
});

test("other words have no published vector", () => expect(publishedVectors(["your", "cat"])).toBeUndefined());

test("scores may be divided by another number than √d", () => {
  const [a, b] = vectors("1,0 0,2");
  const { rows } = worked(head([a!, b!], { scaled: true, divisor: rational(4) }));
  expect(rows[1]!.scaled.map((scaled) => toReal(scaled).toNumber())).toEqual([0, 1]);
});
