import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberToPlain } from "../../src/math/expression/plain.ts";
import { readPlainNumber } from "../../src/math/read-number.ts";
import type { Numeric } from "../../src/math/scalar.ts";
import { runs } from "../support/runs.ts";

describe("plain numbers", () => {
  test.each([
    ["3", "3"],
    ["-0.5", "−1/2"],
    ["+3", "3"],
    [".5", "1/2"],
    ["5.", "5"],
    ["1e-3", "1/1000"],
    ["1.5e+3", "1500"],
    ["0.1", "1/10"],
    ["2/3", "2/3"],
    ["-4/6", "−2/3"],
    ["0.5/0.25", "2"],
    ["√2", "√2"],
    ["2√3", "2√3"],
    ["-√(8)", "−2√2"],
    ["a", "a"],
    ["-b", "−b"],
    ["x_1", "x_1"],
    ["x₁", "x₁"],
    ["2a", "2·a"],
    ["2*a", "2·a"],
    ["12345678901234567890123", "12345678901234567890123"],
  ])("%s is %s", (typed, shown) => {
    const result = readPlainNumber(typed);
    expect(result?.ok && numberToPlain(result.value.value as Numeric)).toBe(shown);
  });

  test.each([
    ["1/0", "division-by-zero"],
    ["1e401", "exponent-too-large"],
    ["1e-999999999", "exponent-too-large"],
    ["9".repeat(401), "too-many-digits"],
  ])("%s is refused: %s", (typed, reason) => {
    expect(readPlainNumber(typed)).toEqual({ ok: false, problem: reason });
  });

  test.each([
    "x1y",
    "",
    ".",
    "1.2.3",
    "--1",
    "1,2",
    "sqrt(2)",
    "__proto__",
    "constructor",
    "NaN",
    "Infinity",
    "2^3",
  ])("%j is of no plain kind", (typed) => expect(readPlainNumber(typed)).toBeUndefined());

  test("how it was written is kept", () => {
    expect(["0.5", "1/2", "3"].map((typed) => readPlainNumber(typed))).toMatchObject([
      { value: { written: "decimal" } },
      { value: { written: "fraction" } },
      { value: { written: "whole" } },
    ]);
  });

  test("no text makes it throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9eE./√()a-z*]{0,30}$/)), (text) => {
        const result = readPlainNumber(text);
        expect(result === undefined || typeof result.ok === "boolean").toBe(true);
      }),
      { numRuns: runs(1_000) },
    );
  });
});
