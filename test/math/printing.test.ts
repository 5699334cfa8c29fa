import { describe, expect, test } from "vitest";
import { cosineSimilarity } from "../../src/math/cosine.ts";
import { dotProduct } from "../../src/math/dot.ts";
import type { Expression } from "../../src/math/expression/expression.ts";
import { numberToPlain, toPlain } from "../../src/math/expression/plain.ts";
import { toSpeech } from "../../src/math/expression/speech.ts";
import { toTex } from "../../src/math/expression/tex.ts";
import { isShownExactly, toDecimalText, wantsDecimal } from "../../src/math/number-text.ts";
import {
  approximate,
  asExpression,
  type Exact,
  letter,
  type Numeric,
  rational,
} from "../../src/math/scalar.ts";
import { divide, multiply, sum } from "../../src/math/scalar-arithmetic.ts";
import { squareRoot } from "../../src/math/square-root.ts";
import { vectorOf } from "../../src/math/vector.ts";

const v = (...components: number[]) => vectorOf(components.map((c) => rational(c)));

const dot = dotProduct(v(2, 3, -4), v(1, 0, 2));
const cosine = cosineSimilarity(v(2, 3, 4), v(1, 0, 2));
if (!dot.ok || !cosine.ok) throw new Error("The examples must work");

describe("one formula in three spellings", () => {
  test.each<[Expression, string, string, string]>([
    [
      dot.value.subject,
      "(2, 3, −4)·(1, 0, 2)",
      "(2, 3, -4) \\cdot (1, 0, 2)",
      "the vector 2, 3, minus 4 dot the vector 1, 0, 2",
    ],
    [
      dot.value.steps[0].line,
      "2×1 + 3×0 + (−4)×2",
      "2 \\times 1 + 3 \\times 0 + (-4) \\times 2",
      "2 times 1 plus 3 times 0 plus minus 4 times 2",
    ],
    [dot.value.steps[1]!.line, "2 + 0 + (−8)", "2 + 0 + (-8)", "2 plus 0 plus minus 8"],
    [cosine.value.steps.at(-1)!.line, "10/√145", "\\frac{10}{\\sqrt{145}}", "10 over the square root of 145"],
    [
      { kind: "angle", unit: "degrees", shown: approximate(33.8523), radians: approximate(0.59) },
      "33.85°",
      "33.85^{\\circ}",
      "33.85 degrees",
    ],
    [
      asExpression(multiply(rational(2), multiply(letter("a"), multiply(letter("a"), letter("b"))))),
      "2·a²·b",
      "2a^{2} b",
      "2 times a times a times b",
    ],
    [
      { kind: "square", of: asExpression(rational(-3)) },
      "(−3)²",
      "(-3)^{2}",
      "the quantity minus 3, end quantity squared",
    ],
  ])("formula %#", (e, plain, tex, spoken) => {
    expect(toPlain(e)).toBe(plain);
    expect(toTex(e)).toBe(tex);
    expect(toSpeech(e)).toBe(spoken);
  });
});

describe("numbers as text", () => {
  const tenth = rational(1, 10);
  test.each<[Numeric, string, string]>([
    [rational(31, 210), "31/210", "0.1476"],
    [divide(rational(10), squareRoot(rational(145))) as Exact, "10/√145", "0.8305"],
    [divide(squareRoot(rational(3)), rational(2)) as Exact, "√3/2", "0.866"],
    [rational(10n ** 16n), "1e16", "1e16"],
    [rational(-7), "−7", "−7"],
    [sum([rational(1), squareRoot(rational(2))]) as Exact, "1 + √2", "2.414"],
    [approximate(Math.PI), "3.142", "3.142"],
    [approximate(1.25e-9), "1.25e-9", "1.25e-9"],
  ])("number %#", (value, plain, decimal) => {
    expect(numberToPlain(value)).toBe(plain);
    expect(toDecimalText(value, { digits: 4 })).toBe(decimal);
  });

  test("a decimal is shown as one where it was typed as one", () => {
    expect(numberToPlain(tenth, { digits: 4, notation: "decimal" })).toBe("0.1");
    expect(numberToPlain(rational(1, 3), { digits: 4, notation: "decimal" })).toBe("1/3");
    expect(wantsDecimal(tenth, "decimal")).toBe(false);
    expect(wantsDecimal(tenth, "fraction")).toBe(true);
    expect(wantsDecimal(rational(3), "fraction")).toBe(false);
  });

  test("what is rounded is told from what is not", () => {
    expect(isShownExactly(approximate(0.5), 4)).toBe(true);
    expect(isShownExactly(approximate(Math.PI), 4)).toBe(false);
  });
});
