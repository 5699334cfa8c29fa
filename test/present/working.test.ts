import { expect, test } from "vitest";
import { map, type Result } from "../../src/base/result.ts";
import { angle, cosineSimilarity } from "../../src/math/cosine.ts";
import { dotProduct } from "../../src/math/dot.ts";
import { normalise } from "../../src/math/norm.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import type { Scalar } from "../../src/math/scalar.ts";
import { softmax } from "../../src/math/softmax.ts";
import type { Vector } from "../../src/math/vector.ts";
import type { Working } from "../../src/math/working.ts";
import { showWorking } from "../../src/present/working.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";

type Operation = (vectors: readonly Vector[]) => Result<Working<Scalar | Vector>, unknown>;

const operations: Readonly<Record<"dot" | "cosine" | "angle" | "normalise" | "softmax", Operation>> = {
  dot: (vectors) => dotProduct(vectors[0]!, vectors[1]!),
  cosine: (vectors) => cosineSimilarity(vectors[0]!, vectors[1]!),
  angle: (vectors) => map(angle(vectors[0]!, vectors[1]!), ({ working }) => working),
  normalise: (vectors) => normalise(vectors[0]!),
  softmax: (vectors) => softmax(vectors[0]!),
};

const ask = (operation: keyof typeof operations, typed: string, withReasons = false): string => {
  const vectors = readVectors(typed);
  if (!vectors.ok) throw new Error(vectors.problem.kind);
  const notation = vectors.value.every((a) => a.notation === "decimal") ? "decimal" : "fraction";
  const text = map(operations[operation](vectors.value), (working) =>
    toPlainText({ tone: "plain", blocks: [showWorking(working, { digits: 4, notation }, withReasons)] }),
  );
  if (!text.ok) throw new Error("a problem");
  return text.value;
};

test.each<[keyof typeof operations, string, string]>([
  ["dot", "2,3,4 1,0,2", "(2, 3, 4)·(1, 0, 2) = 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10"],
  ["dot", "a,b,c d,e,f", "(a, b, c)·(d, e, f) = a·d + b·e + c·f"],
  [
    "dot",
    "1/2,1/3 1/5,1/7",
    "(1/2, 1/3)·(1/5, 1/7) = (1/2)×(1/5) + (1/3)×(1/7) = 1/10 + 1/21 = 31/210 ≈ 0.1476",
  ],
  ["dot", "0.1,0.2 0.5,1.5", "(0.1, 0.2)·(0.5, 1.5) = 0.1×0.5 + 0.2×1.5 = 0.05 + 0.3 = 0.35"],
  ["cosine", "2,3,4 1,0,2", "(2, 3, 4)·(1, 0, 2)/(‖(2, 3, 4)‖·‖(1, 0, 2)‖) = 10/(√29×√5) = 10/√145 ≈ 0.8305"],
  ["normalise", "3,4", "(3, 4)/‖(3, 4)‖ = (3, 4)/5 = (3/5, 4/5)"],
])("%s of %s, from what is typed to what is read", (operation, typed, expected) => {
  expect(ask(operation, typed)).toBe(expected);
});

test("rounded figures stand behind ≈", () => {
  expect(ask("softmax", "1,2,3")).toBe(
    "softmax(1, 2, 3) = (exp(1 − 3), exp(2 − 3), exp(3 − 3))/(exp(1 − 3) + exp(2 − 3) + exp(3 − 3)) " +
      "≈ (0.1353, 0.3679, 1)/1.503 ≈ (0.09003, 0.2447, 0.6652)",
  );
  expect(ask("angle", "2,3,4 1,0,2")).toMatch(/= arccos\(10\/√145\) ≈ 33\.85°$/);
  expect(ask("angle", "1,1 0,2")).toMatch(/= 45°$/);
});

test("step by step, each line says why", () => {
  expect(ask("dot", "2,3 4,5", true)).toBe(
    [
      "(2, 3)·(4, 5)",
      "= 2×4 + 3×5    (multiply the components that stand in the same place)",
      "= 8 + 15    (work out each product)",
      "= 23    (add up)",
    ].join("\n"),
  );
});

/** So many numbers from 1 on, with a comma between two. */
const upTo = (count: number): string => Array.from({ length: count }, (_, i) => i + 1).join(",");

test.each([
  [12, "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12"],
  [13, "1 + 2 + 3 + 4 + 5 + 6 + [4 more terms, together 34] + 11 + 12 + 13"],
  [20, "1 + 2 + 3 + 4 + 5 + 6 + [11 more terms, together 132] + 18 + 19 + 20"],
])(
  "of %d terms the first six and the last three are shown, where they are more than twelve",
  (count, line) => {
    expect(ask("dot", `${upTo(count)} ${Array(count).fill(1).join(",")}`)).toContain(line);
  },
);
