import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { putInNumbers } from "../../src/math/expression/put-in-numbers.ts";
import { isZeroVector } from "../../src/math/norm.ts";
import { type Chain, readFormula, readNames } from "../../src/math/read-formula.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import { rational } from "../../src/math/scalar.ts";
import { lieBetween } from "../../src/math/similarity.ts";
import { type Vector, vectorOf } from "../../src/math/vector.ts";
import { styleFor } from "../../src/present/formula.ts";
import { showNumbers } from "../../src/present/proof-numbers.ts";
import { namesFor } from "../../src/present/words.ts";
import type { Proof } from "../../src/tutor/proof.ts";
import { findProof, proofs } from "../../src/tutor/proofs.ts";
import { holds } from "../support/chain.ts";
import { runs } from "../support/runs.ts";

const component = fc.integer({ min: -9, max: 9 });

/** Two vectors of one dimension with a direction. */
const two = fc
  .integer({ min: 1, max: 6 })
  .chain((dimension) =>
    fc.tuple(
      fc.array(component, { minLength: dimension, maxLength: dimension }),
      fc.array(component, { minLength: dimension, maxLength: dimension }),
    ),
  )
  .map((pair) => pair.map((components) => vectorOf(components.map((c) => rational(c)))) as [Vector, Vector])
  .filter(([a, b]) => !isZeroVector(a) && !isZeroVector(b));

const claimsOf = ({ steps, where }: Proof, vectors: readonly Vector[]): readonly Chain[] => {
  const names = readNames(where, namesFor(vectors));
  return steps.flatMap(({ claims }) => claims.map((claim) => readFormula(claim, names)));
};

const numbersOf = (chain: Chain): Chain => {
  const [first, ...rest] = chain.parts.map(putInNumbers);
  return { ...chain, parts: [first!, ...rest] };
};

describe.each(proofs().map((proof) => [proof.name, proof] as const))("the proof %s", (name, proof) => {
  test("every line holds for any two vectors, in letters and in numbers", () =>
    fc.assert(
      fc.property(two, ([a, b]) => {
        // Parallel vectors leave nothing for a second axis.
        const lie = lieBetween(a, b);
        if (name === "angle-difference" && (lie === "same-direction" || lie === "opposite")) return;
        for (const claim of claimsOf(proof, [a, b])) {
          expect(holds(claim)).toBe(true);
          expect(holds(numbersOf(claim))).toBe(true);
        }
      }),
      { numRuns: runs(60) },
    ));

  test("has a hint and a why for each step", () => {
    expect(proof.steps.length).toBeGreaterThanOrEqual(5);
    for (const { hint, why, claims } of proof.steps) {
      expect(hint.length).toBeGreaterThan(0);
      expect(why.length).toBeGreaterThan(0);
      expect(claims.length).toBeGreaterThan(0);
    }
  });

  test("does not begin with what is to be proved", () => {
    const goals = ["dot(a, b) = norm(a)*norm(b)*cos(theta)", "dot(u, v) = cos(theta)"];
    for (const { claims } of proof.steps.slice(0, -2))
      for (const goal of goals) expect(claims).not.toContain(goal);
  });
});

describe("on (2, 3, 4) and (1, 0, 2)", () => {
  const read = readVectors("2,3,4 1,0,2");
  const vectors = read.ok ? read.value : [];
  test.each([
    ["law-of-cosines", "14 = 29 + 5 − 2×10"],
    ["law-of-cosines", "(1, 3, 2) = (2, 3, 4) − (1, 0, 2)"],
    ["projection", "2 = 10/5"],
    ["projection", "(2, 3, 4) = (2, 0, 4) + (0, 3, 0)"],
    ["cauchy-schwarz", "10² ≤ 29×5 = 145"],
    ["cauchy-schwarz", "9 = 29 − 10²/5"],
    ["unit-distance", "1 = 1"],
  ])("%s shows %s", (name, line) =>
    expect(
      claimsOf(findProof(name)!, vectors).map((claim) => showNumbers(claim, styleFor(vectors, 4)).plain),
    ).toContain(line),
  );
});

test.each([
  ["law of cosines", "law-of-cosines"],
  ["cosine rule", "law-of-cosines"],
  ["by splitting one vector along the other", "projection"],
  ["bilinearity", "projection"],
  ["Cauchy–Schwarz", "cauchy-schwarz"],
  ["why the cosine stays between −1 and 1", "cauchy-schwarz"],
  ["angle difference", "angle-difference"],
  ["unit distance", "unit-distance"],
  ["fermat", undefined],
])("the proof called “%s” is %s", (asked, name) => expect(findProof(asked)?.name).toBe(name));
