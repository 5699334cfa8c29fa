import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { vectorToPlain } from "../../src/math/expression/plain.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import { rational, type Scalar } from "../../src/math/scalar.ts";
import { vectorOf } from "../../src/math/vector.ts";
import { runs } from "../support/runs.ts";

describe("vectors as people type them", () => {
  test.each<[string, string[]]>([
    ["2,3,4 1,0,2", ["(2, 3, 4)", "(1, 0, 2)"]],
    ["[2 3 4] [1 0 2]", ["(2, 3, 4)", "(1, 0, 2)"]],
    ["(2, 3, 4)·(1, 0, 2)", ["(2, 3, 4)", "(1, 0, 2)"]],
    ["<2,3,4> . <1,0,2>", ["(2, 3, 4)", "(1, 0, 2)"]],
    ["2;3;4 | 1;0;2", ["(2, 3, 4)", "(1, 0, 2)"]],
    ["1,5;2,5", ["(1.5, 2.5)"]],
    ["1, 2, 3  4, 5, 6", ["(1, 2, 3)", "(4, 5, 6)"]],
    ["2 3 4", ["(2, 3, 4)"]],
    ["2 3 4\n1 0 2", ["(2, 3, 4)", "(1, 0, 2)"]],
    ["1,2\n3,4", ["(1, 2)", "(3, 4)"]],
    ["1,2,", ["(1, 2)"]],
    ["1,2 and 3,4", ["(1, 2)", "(3, 4)"]],
    ["(1,2) and (3,4)", ["(1, 2)", "(3, 4)"]],
    ["-1,2 −3,4", ["(−1, 2)", "(−3, 4)"]],
    ["１，２　３，４", ["(1, 2)", "(3, 4)"]],
    ["½, ¼", ["(1/2, 1/4)"]],
    ["1/2,1/3 1/5,1/7", ["(1/2, 1/3)", "(1/5, 1/7)"]],
    ["√2,1", ["(√2, 1)"]],
    ["1e-3, 0.5", ["(0.001, 0.5)"]],
    ["a,b,c d,e,f", ["(a, b, c)", "(d, e, f)"]],
    ["“1,2” ‘3,4’", ["(1, 2)", "(3, 4)"]],
    ["", []],
    // Expressions.
    ["sqrt(2),1 1,(1+2)/3", ["(√2, 1)", "(1, 1)"]],
    ["(sqrt(2), 1) (1, 2)", ["(√2, 1)", "(1, 2)"]],
    ["2^(1/2), 2^-2, 2²", ["(√2, 1/4, 4)"]],
    ["2^0.5, 4^1.5", ["(√2, 8)"]],
    ["2√3/3, √2/2", ["(2/√3, 1/√2)"]],
    ["2·√3, 2 * 3", ["(2√3, 6)"]],
    ["2a+3b, -x^2", ["(2·a + 3·b, −x²)"]],
    ["1 + 2, 3", ["(3, 3)"]],
    ["abs(-3), -(1+2)", ["(3, −3)"]],
    ["12345678901234567890123 + 1, 0.1 + 0.2", ["(12345678901234567890124, 0.3)"]],
    // Numbers as people and programs write them.
    ["1½, -1½", ["(3/2, −3/2)"]],
    ["−½, ⅓", ["(−1/2, 1/3)"]],
    ["1_000, 2.", ["(1000, 2)"]],
    ["𝟐,𝟑", ["(2, 3)"]],
    // Unit vectors.
    ["3i − 2j + k", ["(3, −2, 1)"]],
    ["3i - 2j + k and i + j", ["(3, −2, 1)", "(1, 1, 0)"]],
    ["(3i − 2j + k)·(i + j)", ["(3, −2, 1)", "(1, 1, 0)"]],
    ["3î − 2ĵ + k̂, î + ĵ", ["(3, −2, 1)", "(1, 1, 0)"]],
    ["½i + √2j", ["(1/2, √2)"]],
    ["i,j,k", ["(i, j, k)"]],
    // Code.
    ["array([2., 3., 4.])", ["(2, 3, 4)"]],
    ["np.array([1,2], dtype=np.float32)", ["(1, 2)"]],
    ["np.dot(np.array([1,2]), np.array([3,4]))", ["(1, 2)", "(3, 4)"]],
    ["torch.tensor([1.5, 2.5], device='cuda:0') torch.tensor([1,2])", ["(1.5, 2.5)", "(1, 2)"]],
    ["jnp.array([1,2]) @ tf.constant([3,4])", ["(1, 2)", "(3, 4)"]],
    ["c(1,2) c(3,4)", ["(1, 2)", "(3, 4)"]],
    ["{'a': [1,2], 'b': [3,4]}", ["(1, 2)", "(3, 4)"]],
    ["`[1, 2]` `[3, 4]`", ["(1, 2)", "(3, 4)"]],
    // Matrices.
    ["[[2],[3],[4]]", ["(2, 3, 4)"]],
    ["[[2,3,4]]", ["(2, 3, 4)"]],
    ["[[1,2],[3,4]]", ["(1, 2)", "(3, 4)"]],
    ["[2; 3; 4]", ["(2, 3, 4)"]],
    ["[1 2; 3 4]", ["(1, 2)", "(3, 4)"]],
    ["[2 3 4]' [1,0,2]^T", ["(2, 3, 4)", "(1, 0, 2)"]],
    ["1, 2, 3; 4, 5, 6", ["(1, 2, 3)", "(4, 5, 6)"]],
    // LaTeX.
    ["\\begin{pmatrix}2\\\\3\\\\4\\end{pmatrix}", ["(2, 3, 4)"]],
    [
      "$\\vec{a} = \\begin{bmatrix}\\frac{1}{2} & \\sqrt{2}\\end{bmatrix}$ \\cdot \\left(1, 2\\right)",
      ["(1/2, √2)", "(1, 2)"],
    ],
    ["\\langle 2,3 \\rangle \\cdot \\langle 1,\\tfrac12 \\rangle", ["(2, 3)", "(1, 1/2)"]],
    // Names, and what stands between.
    ["a = (1,2), b = (3,4)", ["(1, 2)", "(3, 4)"]],
    ["a=1,2, b=3,4", ["(1, 2)", "(3, 4)"]],
    ["let x = [1,2]; let y = [3,4]", ["(1, 2)", "(3, 4)"]],
    ["(1,2) + (3,4)", ["(1, 2)", "(3, 4)"]],
    ["2 (1,3)", ["(2)", "(1, 3)"]],
    ["(1|2|3) (1,5|2,5|3,5)", ["(1, 2, 3)", "(1.5, 2.5, 3.5)"]],
    ["1,2 . 3,4", ["(1, 2)", "(3, 4)"]],
    ["2 3 4 / 1 0 2", ["(2, 3, 4)", "(1, 0, 2)"]],
    ["[1 -2 3]", ["(1, −2, 3)"]],
    ["(2, 3, 4)\n(1, 0, 2)\n", ["(2, 3, 4)", "(1, 0, 2)"]],
  ])("%j", (typed, shown) => {
    const result = readVectors(typed);
    expect(result.ok && result.value.map((a) => vectorToPlain(a))).toEqual(shown);
  });

  test.each([
    [
      "1,2,3 4,5,x1y",
      { vector: 2, component: 3, found: "x1y", reason: "not-a-number", understood: ["(1, 2, 3)"] },
    ],
    ["1,,3", { vector: 1, component: 2, reason: "empty-component" }],
    ["(1,2) (3,4", { vector: 2, reason: "unbalanced-bracket" }],
    ["1,1/0", { vector: 1, component: 2, reason: "division-by-zero" }],
    ["1,__proto__", { component: 2, found: "__proto__", reason: "not-a-number" }],
    ["1,nan", { component: 2, reason: "not-a-number" }],
    ["9^9^9^9,1", { component: 1, found: "9^9^9^9", reason: "exponent-too-large" }],
    ["1,2^1000000", { component: 2, reason: "exponent-too-large" }],
    ["1e6!,1", { component: 1, reason: "not-a-number" }],
    ["1,f(x)", { component: 2, reason: "not-allowed" }],
    ["1,a.b+1", { component: 2, reason: "not-allowed" }],
    ["1,constructor(1)", { component: 2, reason: "not-allowed" }],
    ["1,__proto__+1", { component: 2, reason: "not-a-number" }],
    ["1,f(x)=x", { component: 2 }],
    ["1,1/(2-2)", { component: 2, reason: "division-by-zero" }],
    ["1,sqrt(-2)", { component: 2, reason: "root-of-negative" }],
    ["(a+b)(c+d)(e+f)(g+h)(k+l)(m+n)(p+q),1", { component: 1, reason: "too-many-terms" }],
    [`${"2^0.3,exp(2),".repeat(20)}2^2,2^0.3`, { component: 42, found: "2^0.3", reason: "too-laborious" }],
    [`${"(".repeat(21)}1${")".repeat(21)}`, { vector: 1, reason: "nested-too-deeply" }],
    ["1|".repeat(1001), { vector: 1001, reason: "too-many-vectors" }],
    ["[[1,2],[3]]", { vector: 1, reason: "ragged-matrix" }],
    ["(1,2] (3,4)", { vector: 1, found: "(1,2]", reason: "unbalanced-bracket" }],
    ["1,2)", { vector: 1, found: "1,2)", reason: "unbalanced-bracket" }],
  ])("%j is pointed at", (typed, problem) => {
    expect(readVectors(typed)).toMatchObject({ ok: false, problem: { kind: "unreadable", ...problem } });
  });

  test("too long a text is refused before it is read", () => {
    expect(readVectors("1,".repeat(150_000))).toMatchObject({
      problem: { kind: "too-long", limit: 204_800 },
    });
  });

  test("more numbers than three of the longest vectors hold are refused", () => {
    const vector = `[${"1,".repeat(3_072)}]`;
    expect(readVectors(vector.repeat(4))).toMatchObject({ ok: true });
    expect(readVectors(`${vector.repeat(4)} [1]`)).toMatchObject({
      problem: { reason: "too-many-numbers", vector: 5, found: "(1)" },
    });
  });

  test.each([",", "|", "1|", "()", "\\\\"])(
    "more of %s than numbers could need are refused unread",
    (piece) => {
      expect(readVectors(piece.repeat(60_000))).toMatchObject({ problem: { reason: "too-many-numbers" } });
    },
  );

  test.each([
    ["roots", "√3,", 225],
    ["letters", "a,", 225],
    ["sums of roots", "1+√2,", 150],
  ])("so many %s are worked with, and no more", (_, each, most) => {
    expect(readVectors(each.repeat(most))).toMatchObject({ ok: true });
    expect(readVectors(each.repeat(most + 1))).toMatchObject({ problem: { reason: "too-laborious" } });
  });

  test("fractions over so many denominators are worked with, and no more; over the same ones, thousands", () => {
    const fractions = (count: number, below: (i: number) => number) =>
      Array.from({ length: count }, (_, i) => `${i + 1}/${below(i)}`).join(",");
    expect(readVectors(fractions(450, (i) => 2 * i + 3))).toMatchObject({ ok: true });
    expect(readVectors(fractions(451, (i) => 2 * i + 3))).toMatchObject({
      problem: { reason: "too-laborious", component: 451 },
    });
    expect(readVectors(fractions(4_000, () => 8_191))).toMatchObject({ ok: true });
  });

  test("reading what is printed gives the same vectors", () => {
    const component = fc
      .tuple(fc.bigInt(-999n, 999n), fc.bigInt(1n, 99n))
      .map(([p, q]): Scalar => rational(p, q));
    const vector = fc.array(component, { minLength: 1, maxLength: 8 }).map((all) => vectorOf(all));
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 4 }), (vectors) => {
        const printed = vectors.map((a) => vectorToPlain(a));
        const read = readVectors(printed.join(" "));
        expect(read.ok && read.value.map((a) => vectorToPlain(a))).toEqual(printed);
      }),
    );
  });

  test("no text makes it throw", () => {
    const typed = fc.stringMatching(/^[-+0-9eE.,;:|/√()[\]{}<>a-z·* \n½−]{0,60}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), typed), (text) => {
        expect(typeof readVectors(text).ok).toBe("boolean");
      }),
      { numRuns: runs(1_000) },
    );
  });
});
