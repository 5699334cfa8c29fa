import { describe, expect, test } from "vitest";
import { vectorToPlain } from "../../src/math/expression/plain.ts";
import { findVectors } from "../../src/math/find-vectors.ts";
import { readVectors } from "../../src/math/read-vectors.ts";

/** The vectors that are found in a text, read by the reader. */
const found = (text: string): readonly string[] => {
  const result = findVectors(text);
  if (!result.ok) return [result.problem.kind];
  const read = readVectors(result.value.text ?? "");
  expect(read.ok && read.value.length).toBe(result.value.count);
  return read.ok ? read.value.map((a) => vectorToPlain(a)) : [];
};

describe("vectors among words", () => {
  test.each<[string, string[]]>([
    ["dot of 2,3,4 and 1,0,2", ["(2, 3, 4)", "(1, 0, 2)"]],
    ["what is the cosine similarity of (1,2) and (3,4)?", ["(1, 2)", "(3, 4)"]],
    ["is np.array([1,2]) close to np.array([3,4])?", ["(1, 2)", "(3, 4)"]],
    ["why are a = (1,2) and b = (3,4) similar", ["(1, 2)", "(3, 4)"]],
    ["dot product of 3i − 2j + k and i + j", ["(3, −2, 1)", "(1, 1, 0)"]],
    ["```python\nnp.array([1,2])\nnp.array([3,4])\n```", ["(1, 2)", "(3, 4)"]],
    ["- 1 2 3\n- 4 5 6", ["(1, 2, 3)", "(4, 5, 6)"]],
    [
      "why is $\\begin{pmatrix}1\\\\2\\end{pmatrix}$ like $\\begin{pmatrix}2\\\\1\\end{pmatrix}$?",
      ["(1, 2)", "(2, 1)"],
    ],
    ["dot of 1,5;2,5 and 1;2", ["(1.5, 2.5)", "(1, 2)"]],
    ["compare 1,2 with 2,1 and 3,4.", ["(1, 2)", "(2, 1)", "(3, 4)"]],
    ["how far is (√2, 1/2) from (sqrt(3), 4)?", ["(√2, 1/2)", "(√3, 4)"]],
    ["cosine between (a,b) and (c,d)", ["(a, b)", "(c, d)"]],
    // Our own answers, as a message holds them.
    ["(2, 3, 4)·(1, 0, 2) = 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10", ["(2, 3, 4)", "(1, 0, 2)"]],
    ["Dot product: 10\n(2, 3, 4)·(1, 0, 2)\n= 2×1 + 3×0 + 4×2", ["(2, 3, 4)", "(1, 0, 2)"]],
    // Words in brackets, smileys and times are none.
    ["I (really) like (1,2) · (3,4)", ["(1, 2)", "(3, 4)"]],
    ["a smiley :) and (1,2) (3,4)", ["(1, 2)", "(3, 4)"]],
    ["good morning (see page 3, thanks)", []],
    ["at 10:30, then at 11:45", []],
    ["", []],
  ])("%j", (text, vectors) => expect(found(text)).toEqual(vectors));

  test("one that cannot be read is pointed at", () =>
    expect(findVectors("dot of (1,2) and (3,x1y)")).toMatchObject({
      ok: false,
      problem: { kind: "unreadable", vector: 2, component: 2, found: "x1y" },
    }));
});
