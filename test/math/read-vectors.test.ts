import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { vectorToPlain } from "../../src/math/plain.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import { rational, type Scalar } from "../../src/math/scalar.ts";
import { vectorOf } from "../../src/math/vector.ts";

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
  ])("%j is pointed at", (typed, problem) => {
    expect(readVectors(typed)).toMatchObject({ ok: false, problem: { kind: "unreadable", ...problem } });
  });

  test("too long a text is refused before it is read", () => {
    expect(readVectors("1,".repeat(40_000))).toMatchObject({ problem: { kind: "too-long", limit: 65_536 } });
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
      { numRuns: 20_000 },
    );
  });
});
