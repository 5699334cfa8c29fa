import fc from "fast-check";
import { expect, test } from "vitest";
import { isZeroVector } from "../../src/math/norm.ts";
import { rational } from "../../src/math/scalar.ts";
import { accountForSimilarity } from "../../src/math/similarity.ts";
import { type Vector, vectorOf } from "../../src/math/vector.ts";
import { questionsAbout } from "../../src/tutor/check.ts";
import { runs } from "../support/runs.ts";

const vector = (components: readonly number[]): Vector => vectorOf(components.map((c) => rational(c)));

const posed = (a: Vector, b: Vector) => {
  const account = accountForSimilarity(a, b);
  if (!account.ok) throw new Error(account.problem.kind);
  return questionsAbout(a, b, account.value);
};

const two = fc
  .integer({ min: 1, max: 6 })
  .chain((n) => {
    const components = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: n, maxLength: n });
    return fc.tuple(components, components);
  })
  .map(([a, b]) => [vector(a), vector(b)] as const)
  .filter(([a, b]) => !isZeroVector(a) && !isZeroVector(b));

test("each question has exactly one right option, no two alike, and room on every button", () =>
  fc.assert(
    fc.property(two, ([a, b]) => {
      const questions = posed(a, b);
      expect(questions.length).toBeGreaterThan(0);
      for (const { options } of questions) {
        expect(options.filter(({ right }) => right)).toHaveLength(1);
        expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
        for (const { text, because } of options) {
          expect(text.length).toBeLessThanOrEqual(75);
          expect(because).toMatch(/\.$/);
        }
      }
    }),
    { numRuns: runs(500) },
  ));

const rightOf = (a: readonly number[], b: readonly number[], prompt: RegExp): string | undefined =>
  posed(vector(a), vector(b))
    .find((question) => prompt.test(question.prompt))
    ?.options.find(({ right }) => right)?.text;

test.each([
  [[2, 3, 4], [1, 0, 2], /weighs most/, "Component 3"],
  [[1, -9], [2, 1], /weighs most/, "Component 2"],
  [[1, 1], [2, 2], /weighs most/, undefined],
  [[2, 3, 4], [1, 0, 2], /Double/, "The dot product doubles, the cosine stays"],
  [[1, 0], [0, 1], /Double/, "Both stay"],
  [[1, 2], [2, 4], /round/, "It changes its sign"],
  [[1, 0], [0, 1], /round/, undefined],
  [[1, 1], [10, 0], /larger dot product/, "The second scores more, by its length"],
  [[2, 3, 4], [1, 0, 2], /larger dot product/, "The first itself scores more"],
] as const)("on %j and %j, %s: %s", (a, b, prompt, option) => expect(rightOf(a, b, prompt)).toBe(option));
