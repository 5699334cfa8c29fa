import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createEmbeddings, type Embeddings, vectorAt } from "../../src/words/embeddings.ts";
import { measure } from "../../src/words/measures.ts";
import { type NearestOptions, nearest } from "../../src/words/nearest.ts";
import { maySuggest } from "../../src/words/offensive.ts";
import { createTableBuilder } from "../../src/words/word-table.ts";
import { runs, seed } from "../support/runs.ts";
import { shipped } from "./shipped.ts";

const words = await shipped();
const { table } = words;
const rankings = ["cosine", "dot"] as const;

/** Every row as floats, so that a test need not make them anew. */
const floats = new Float64Array(table.words.length * table.dimension);
for (const row of table.words.keys()) floats.set(vectorAt(table, row), row * table.dimension);

/** The words with the greatest scores by floats alone: all of them worked out one by one, and sorted. */
const sorted = (vector: ArrayLike<number>, { by, count, mayName = () => true }: NearestOptions) => {
  const scores = table.words.map((word, row) => {
    let product = 0;
    for (let i = 0; i < table.dimension; i += 1) product += floats[row * table.dimension + i]! * vector[i]!;
    return { word, score: by === "cosine" ? product / table.norms[row]! : product };
  });
  const named = scores.filter(({ word }) => mayName(word));
  const least =
    Float64Array.from(named, ({ score }) => score)
      .sort()
      .at(-count) ?? Number.NEGATIVE_INFINITY;
  return named
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ word }) => word);
};

const namesOf = (embeddings: Embeddings, vector: ArrayLike<number>, options: NearestOptions) =>
  nearest(embeddings, vector, options).map(({ word }) => word);

const anyRow = fc.integer({ min: 0, max: table.words.length - 1 });

describe("the scan finds what the scores of all words in floats show, sorted", () => {
  test.each(rankings)("by %s, near a word", (by) =>
    fc.assert(
      fc.property(anyRow, (row) => {
        const options = { by, count: 10, mayName: maySuggest } as const;
        const vector = vectorAt(table, row);
        expect(namesOf(words, vector, options)).toEqual(sorted(vector, options));
      }),
      { seed, numRuns: runs(10) },
    ),
  );

  test.each(rankings)("by %s, near a sum of words", (by) =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyRow, fc.constantFrom(-1, 1)), { minLength: 2, maxLength: 6 }),
        (terms) => {
          const sum = new Float32Array(table.dimension);
          for (const [row, sign] of terms)
            vectorAt(table, row).forEach((component, i) => {
              sum[i]! += sign * component;
            });
          expect(namesOf(words, sum, { by, count: 10 })).toEqual(sorted(sum, { by, count: 10 }));
        },
      ),
      { seed, numRuns: runs(10) },
    ),
  );

  test.each(rankings)("by %s, when hardly any may be named, or thousands are wanted", (by) => {
    const vector = words.vectorOf("king")!;
    const few = { by, count: 3, mayName: (word: string) => word === "banister" };
    expect(namesOf(words, vector, few)).toEqual(["banister"]);
    expect(namesOf(words, vector, { by, count: 2_000 })).toEqual(sorted(vector, { by, count: 2_000 }));
  });

  test("of a vector with a single component", () => {
    const single = new Float32Array(table.dimension).with(7, 1e-3);
    for (const by of rankings)
      expect(namesOf(words, single, { by, count: 5 })).toEqual(sorted(single, { by, count: 5 }));
  });
});

test.each(rankings)("by %s, a zero vector is near to nothing, or as near to all", (by) =>
  expect(namesOf(words, new Float32Array(table.dimension), { by, count: 3 })).toEqual(
    by === "cosine" ? [] : table.words.slice(0, 3),
  ),
);

test.each(rankings)("by %s, of equal rows the commoner word comes first", (by) => {
  const builder = createTableBuilder(3, 12_000);
  for (let i = 0; i < 12_000; i += 1)
    builder.add(`w${i}`, i % 500 === 3 ? [3, 3, 3] : [1 + (i % 7) / 7, -1 - (i % 5) / 5, 0]);
  const rows = createEmbeddings(builder.build(), new Map(), words);
  expect(namesOf(rows, [1, 1, 1], { by, count: 20 })).toEqual(
    Array.from({ length: 20 }, (_, i) => `w${i * 500 + 3}`),
  );
});

test.each(rankings)("the figures by %s are those of two words measured against each other", (by) =>
  fc.assert(
    fc.property(anyRow, (row) => {
      const asked = table.words[row]!;
      const found = nearest(words, words.vectorOf(asked)!, { by, count: 20, norm: words.normOf(asked)! });
      for (const { word, score } of found) {
        const measured = measure(words, asked, word)!;
        expect(score).toBe(by === "cosine" ? measured.cosine : measured.dotProduct);
      }
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    }),
    { seed, numRuns: runs(20) },
  ),
);
