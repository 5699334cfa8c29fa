import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findVectors } from "../../src/math/find-vectors.ts";
import { loadExpressionParser } from "../../src/math/read-expression.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import { longTexts, whole } from "../fuzz/long-texts.ts";
import { vectorTexts } from "../fuzz/vector-texts.ts";
import { hangs, leastWork } from "../fuzz/work.ts";
import { runs } from "../support/runs.ts";

describe("whatever is typed", () => {
  beforeAll(() => {
    loadExpressionParser();
  });

  test("random and mutated texts do not make the reader throw", () => {
    fc.assert(
      fc.property(vectorTexts, (text) => {
        expect(typeof readVectors(text).ok).toBe("boolean");
        expect(typeof findVectors(text).ok).toBe("boolean");
      }),
      { numRuns: runs(1_000) },
    );
  });

  test.each(longTexts)("%s, to the full length that is read, do not hold the reader up", async (_, text) => {
    const typed = text.slice(0, whole);
    for (const read of [readVectors, findVectors])
      expect(await leastWork(() => void read(typed), hangs)).toBeLessThan(hangs);
  });
});
