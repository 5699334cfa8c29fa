import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWithFirst } from "../../src/math/compare.ts";
import { defaultStyle } from "../../src/math/number-text.ts";
import { rational } from "../../src/math/scalar.ts";
import { lieBetween } from "../../src/math/similarity.ts";
import { type Vector, vectorOf } from "../../src/math/vector.ts";
import { showComparison } from "../../src/present/comparison.ts";
import { lieInWords } from "../../src/present/lie.ts";
import { meaningOfDot } from "../../src/present/meaning.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { runs, seed } from "../support/runs.ts";
import { quietTutor } from "../support/tutor.ts";

// What lessons, proofs and answers say of any vectors, beside random ones.

const folder = join(import.meta.dirname, "../../src/tutor");
const textOf = (path: string): string => readFileSync(join(folder, path), "utf8");

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);
const norm = (a: readonly number[]): number => Math.sqrt(dot(a, a));
const cosine = (a: readonly number[], b: readonly number[]): number => dot(a, b) / (norm(a) * norm(b));
const of = (list: readonly number[]): Vector => vectorOf(list.map((x) => rational(x)));

const vectors = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 })
  .filter((list) => list.some((x) => x !== 0));

const always = (law: (a: readonly number[], b: readonly number[], c: readonly number[]) => void): void =>
  fc.assert(fc.property(vectors, vectors, vectors, law), { numRuns: runs(500), seed });

/** Whether two differences have the same sign, where neither is rounding. */
const agree = (x: number, y: number): boolean =>
  Math.abs(x) < 1e-9 || Math.abs(y) < 1e-9 || Math.sign(x) === Math.sign(y);

describe("ranking against one query", () => {
  const lesson = textOf("lessons/en/cost-of-normalising.md");

  test("may skip the query’s length", () => {
    expect(lesson).toContain("for the query’s length only, when you rank candidates against one query");
    always((query, x, y) => {
      const skipped = dot(query, x) / norm(x) - dot(query, y) / norm(y);
      expect(agree(skipped, cosine(query, x) - cosine(query, y))).toBe(true);
    });
  });

  test("may not skip the candidates’", () => {
    expect(lesson).toContain("The candidates’ lengths still matter.");
    const [query, x, y] = [
      [1, 1],
      [1, 1],
      [10, 0],
    ] as const;
    expect(dot(query, x)).toBeLessThan(dot(query, y));
    expect(cosine(query, x)).toBeGreaterThan(cosine(query, y));
  });
});

test("a candidate 1.25 times as long gets 1.25 times the score, and that is all that its length does", () => {
  expect(textOf("lessons/en/quick-and-dirty.md")).toContain(
    "1.25 times the score that it would get at the other’s length",
  );
  always((query, x) => {
    const longer = x.map((each) => each * 1.25);
    expect(dot(query, longer)).toBeCloseTo(1.25 * dot(query, x), 9);
    expect(cosine(query, longer)).toBeCloseTo(cosine(query, x), 9);
  });
});

test("what scores more than a vector does with itself is longer", () => {
  expect(textOf("lessons/en/when-lengths-differ.md")).toContain(
    "whenever another vector scores more than that",
  );
  always((a, b) => {
    if (dot(a, b) > dot(a, a)) expect(norm(b)).toBeGreaterThan(norm(a));
  });
});

test("without projections a score is the same both ways round; but no token need fit itself best", () => {
  expect(textOf("lessons/en/query-key-value.md")).toContain("the same both ways round");
  expect(textOf("lessons/en/query-key-value.md")).not.toContain("fit itself best");
  always((a, b) => {
    expect(dot(a, b)).toBe(dot(b, a));
  });
  expect(dot([1, 1], [1, 1])).toBeLessThan(dot([1, 1], [10, 0]));
});

test("two sides of Cauchy–Schwarz are equal exactly where one is a multiple of the other", () => {
  expect(textOf("proofs/en/cauchy-schwarz.md")).toContain(
    "the two sides of the inequality are equal exactly when",
  );
  always((a, b) => {
    const gap = dot(a, a) * dot(b, b) - dot(a, b) ** 2;
    const [x, y, z] = [
      [1, 2],
      [2, 0],
      [0, 1],
    ].map(([i, j]) => a[i!]! * b[j!]! - a[j!]! * b[i!]!) as [number, number, number];
    expect(gap === 0).toBe(x === 0 && y === 0 && z === 0);
  });
});

test("a right angle and the dot product 0 are one thing, by Pythagoras", () => {
  expect(textOf("proofs/en/angle-difference.md")).toContain(
    "At a right angle the dot product is 0, by Pythagoras.",
  );
  always((a, b) => {
    const both = a.map((x, i) => x + b[i]!);
    expect(dot(both, both) === dot(a, a) + dot(b, b)).toBe(dot(a, b) === 0);
  });
});

test("a distance may fall where a length grows, so it only depends on lengths", async () => {
  const tip = (list: readonly number[], other: readonly number[]) => norm(list.map((x, i) => x - other[i]!));
  expect(tip([2, 3, 4], [2, 0, 4])).toBeLessThan(tip([2, 3, 4], [1, 0, 2]));
  const { reply } = await quietTutor().answer({
    input: { kind: "call", command: "distance", options: { vectors: "2,3,4 1,0,2" } },
    id: "1",
    learner: "web:learner:a",
    place: "web:place:a",
    locale: "en",
  });
  expect(toPlainText(reply)).toContain("Unlike the cosine, it depends on the lengths, too.");
});

test("the dot product with a zero vector is 0 because its products are", () =>
  expect(meaningOfDot(of([0, 0]), of([1, 2]), rational(0), defaultStyle)).toBe(
    "One of them is the zero vector, so every product is 0.",
  ));

test("where dot product and cosine disagree, the reason that is given is so", () =>
  always((query, x, y) => {
    const compared = compareWithFirst(of(query), [of(x), of(y)]);
    if (!compared.ok) throw new TypeError(compared.problem.kind);
    const [first] = compared.value.disagreements;
    if (first === undefined) return;
    const text = toPlainText(showComparison(compared.value, defaultStyle));
    const lengthOf = (candidate: { readonly position: number }) => norm(candidate.position === 2 ? x : y);
    const isLonger = lengthOf(first.byDot) > lengthOf(first.byCosine);
    expect(text).toContain(isLonger ? "It is longer" : "It is shorter");
  }));

test.each([
  ["when-lengths-differ", [1, 1], [10, 0]],
  ["cosine-similarity", [2, 3, 4], [1, 0, 2]],
] as const)("the lesson %s calls the angle of %j and %j as every answer does", (lesson, a, b) =>
  expect(textOf(`lessons/en/${lesson}.md`)).toMatch(
    new RegExp(`point(?:s only)? ${lieInWords(lieBetween(of(a), of(b))).replace("point ", "")}`),
  ),
);

test("no lesson nor proof takes one thing “less” another, nor stacks vectors “of one dimension”", () => {
  for (const path of [
    "lessons/en/cosine-similarity.md",
    "lessons/en/matrix.md",
    "proofs/en/projection.md",
    "questions/projection.ts",
  ])
    expect(textOf(path)).not.toMatch(/\b(?:1|a) less (?:the|its)\b|of one dimension/);
  expect(textOf("lessons/en/dot-product-as-similarity.md")).not.toContain("five ways");
});
