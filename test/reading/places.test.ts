import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { childrenOf } from "../../src/reading/children.ts";
import { mostText, read } from "../../src/reading/read.ts";
import type { Known } from "../../src/reading/reading.ts";
import type { Tree } from "../../src/reading/tree.ts";
import { longTexts } from "../fuzz/long-texts.ts";
import { vectorTexts } from "../fuzz/vector-texts.ts";
import { hangs, leastWork } from "../fuzz/work.ts";
import { runs } from "../support/runs.ts";
import { examples } from "./examples.ts";
import { showReading, showTree } from "./show-tree.ts";

describe("a place that is not read", () => {
  test.each<[string, object]>([
    ["dot of (1,two,3) and (4,5,6)", { found: "two", span: { start: 10, end: 13 }, vector: 1, component: 2 }],
    ["(1,2,3) (4,5,x1y)", { found: "x1y", vector: 2, component: 3, understood: ["(1,2,3)"] }],
    ["1,2 3,four", { found: "four", vector: 2, component: 2 }],
    ["1d3, 2", { reason: "unfinished-power", instead: "1e3" }],
    ["(1,2)+(3,4,5)", { reason: "dimensions-differ", dimensions: [2, 3], span: { start: 0, end: 13 } }],
    ["(1,\u0000,2)", { reason: "unknown-sign", found: "U+0000" }],
    ["(1\u200b2, 3)", { reason: "unseen-sign", found: "U+200B" }],
    ["(1,\ud83d)", { found: "U+D83D" }],
    [`(1, ${"x".repeat(100)}y)`, { found: `${"x".repeat(59)}…` }],
    [`${"(".repeat(21)}1${")".repeat(21)}`, { reason: "nested-too-deeply" }],
    [`${"1+".repeat(400)}1`, { reason: "nested-too-deeply" }],
    ["1,".repeat(150_000), { reason: "too-long" }],
    ["1,".repeat(60_000), { reason: "too-many-numbers" }],
    [`1, ${"9".repeat(401)}`, { reason: "too-many-digits" }],
    ["", { reason: "nothing" }],
  ])("%.60j", (text, problem) => expect(read(text)).toMatchObject({ ok: false, problem }));
});

describe("what has two readings", () => {
  test.each<[string, Known, string, string, string]>([
    ["1,5 2,5", {}, "(1, 5)  (2, 5)", "decimal-comma", "(1,5, 2,5)"],
    ["1,5 2,5", { decimalComma: true }, "(1,5, 2,5)", "decimal-comma", "(1, 5)  (2, 5)"],
    ["1,5;2,5", {}, "(1,5, 2,5)", "decimal-comma", "(1, 5)  (2, 5)"],
    ["1,0;0,1", {}, "(1, 0)  (0, 1)", "decimal-comma", "(1,0, 0,1)"],
    ["(1,2) -(3,4)", {}, "{(1, 2) - (3, 4)}", "sign-after-gap", "(1, 2)  −(3, 4)"],
    [
      "(1,2) -(3,4)",
      { operands: { least: 2, most: 2 } },
      "(1, 2)  −(3, 4)",
      "sign-after-gap",
      "{(1, 2) - (3, 4)}",
    ],
    ["1, 2 - 3, 4", {}, "(1, {2 - 3}, 4)", "operator-between-lists", "{(1, 2) - (3, 4)}"],
    ["[[1,2],[3,4]]", {}, "(1, 2)  (3, 4)", "matrix-or-vectors", "[1, 2; 3, 4]"],
    ["[[1,2],[3,4]]", { rows: "matrix" }, "[1, 2; 3, 4]", "matrix-or-vectors", "(1, 2)  (3, 4)"],
    ["2\t1\n3\t0\n4\t2", {}, "(2, 3, 4)  (1, 0, 2)", "columns-or-rows", "(2, 1)  (3, 0)  (4, 2)"],
    ["||2,3,4|| 1,0,2", {}, "norm[(2, 3, 4)]  (1, 0, 2)", "norm-or-marks", "(2, 3, 4)  (1, 0, 2)"],
    ["2 (1,3)", {}, "{2 scaled (1, 3)}", "factor-or-operand", "2  (1, 3)"],
    ["1,000 2,000", {}, "1,000  2,000", "thousands", "(1, 000)  (2, 000)"],
  ])("%j with %j", (text, known, shown, doubt, other) => {
    const result = read(text, known);
    expect(showReading(result)).toBe(shown);
    const found = result.ok ? result.value.alternatives.find((each) => each.doubt === doubt) : undefined;
    expect(found?.reading.goals.map((goal) => showTree(goal)).join("  ")).toBe(other);
  });

  test("qualifiers without an operation are given to the command", () => {
    const result = read("2,1,0.1 temperature:0.5");
    expect(result.ok && result.value.qualifiers.temperature).toMatchObject({ kind: "number", typed: "0.5" });
  });

  test("a product of numbers that scales a vector is worth a remark", () => {
    const result = read("((1,2)·(3,4))·(5,6)");
    expect(result.ok && result.value.remarks).toMatchObject([{ kind: "dot-product-as-factor" }]);
  });

  test("names that are known are vectors of their own", () => {
    const a = read("(1,2)");
    const names = { a: a.ok ? a.value.goals[0]! : undefined! };
    expect(showReading(read("2a + (3,4)", { names }))).toBe("{{2 scaled a} + (3, 4)}");
  });
});

describe("long texts", () => {
  test.each(longTexts)("%s do not hold the reader up", async (_, text) => {
    expect(await leastWork(() => void read(text.slice(0, mostText)), hangs)).toBeLessThan(hangs);
  });

  test.each([
    "<",
    "*",
    "_",
    "|a",
    "\\frac",
    "1 - ",
    "1,2 - ",
    "a=1 ",
    "np.",
    "**a** ",
    "1 2\n",
    "dot of ",
    "(1) * ",
  ])("nothing but %j neither", async (piece) => {
    const text = piece.repeat(mostText / piece.length);
    for (const length of [mostText, 40_000, 6_000])
      expect(await leastWork(() => void read(text.slice(0, length)), hangs)).toBeLessThan(hangs);
  });

  test("two embeddings of 3,072 numbers with all their digits are read", () => {
    const list = (seed: number) =>
      `[${Array.from({ length: 3_072 }, (_, i) => Math.sin(i + seed)).join(", ")}]`;
    const result = read(`${list(1)}\n${list(2)}`);
    expect(
      result.ok && result.value.goals.map((goal) => goal.kind === "vector" && goal.components.length),
    ).toEqual([3_072, 3_072]);
  });
});

describe("every text", () => {
  const spansFit = (tree: Tree, length: number): boolean =>
    tree.span.start >= 0 &&
    tree.span.start <= tree.span.end &&
    tree.span.end <= length &&
    childrenOf(tree).every((child) => spansFit(child, length));

  test("gives trees that lie within it, or a place within it", () => {
    const mutated = fc
      .tuple(fc.constantFrom(...examples), fc.nat(), fc.string({ maxLength: 3 }))
      .map(([example, place, put]) => {
        const at = place % (example.length + 1);
        return example.slice(0, at) + put + example.slice(at + (place % 3));
      });
    fc.assert(
      fc.property(fc.oneof(vectorTexts, mutated, fc.string({ unit: "binary" })), (text) => {
        const result = read(text);
        if (result.ok) expect(result.value.goals.every((goal) => spansFit(goal, text.length))).toBe(true);
        else expect(result.problem.span.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: runs(2_000) },
    );
  });

  test("numbers keep what was typed", () => {
    for (const typed of ["1.50", "+2", "−3", "½", "1.5x10^3", "0x1F", "50%", "1_000"]) {
      const result = read(`(${typed}, 1)`);
      const vector = result.ok ? result.value.goals[0] : undefined;
      expect(vector?.kind === "vector" && vector.components[0]).toMatchObject({ kind: "number", typed });
    }
  });
});
