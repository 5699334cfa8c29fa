import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createEmbeddings, vectorAt } from "../../src/words/embeddings.ts";
import { openExactSearch } from "../../src/words/exact-search.ts";
import { measure } from "../../src/words/measures.ts";
import { type NearestOptions, nearest } from "../../src/words/nearest.ts";
import { maySuggest } from "../../src/words/offensive.ts";
import { createTableBuilder } from "../../src/words/word-table.ts";
import { shipped } from "./shipped.ts";

const words = await shipped();
const { table } = words;
const rankings = ["cosine", "dot"] as const;

/** The library, which also counts how often it is asked. */
const counted = async () => {
  const { exactSearch } = await import("usearch");
  const calls: number[] = [];
  return {
    calls,
    exactSearch: (...asked: Parameters<typeof exactSearch>) => {
      calls.push(asked[3]);
      return exactSearch(...asked);
    },
  };
};

const library = await counted().catch(() => undefined);
const exact = library && (await openExactSearch(table, async () => library));
const plain = createEmbeddings(table, new Map(), words);

/** What both ways find. */
const bothWays = (vector: ArrayLike<number>, options: NearestOptions) => {
  const scan = exact ?? plain.scan;
  return [nearest({ ...words, scan }, vector, options), nearest(plain, vector, options)] as const;
};

const anyRow = fc.integer({ min: 0, max: table.words.length - 1 });
const ofSameSeed = { seed: 2_025, numRuns: 300 };

describe.skipIf(exact === undefined)(
  "usearch's exact search finds what the plain scan finds",
  {
    timeout: 60_000,
  },
  () => {
    test.each(rankings)("by %s, near a word", (by) => {
      library!.calls.length = 0;
      fc.assert(
        fc.property(anyRow, (row) => {
          const [found, expected] = bothWays(vectorAt(table, row), {
            by,
            count: 10,
            without: [table.words[row]!],
            mayName: maySuggest,
          });
          expect(found).toHaveLength(10);
          expect(found).toEqual(expected);
        }),
        ofSameSeed,
      );
      expect(library!.calls.length).toBeGreaterThanOrEqual(ofSameSeed.numRuns);
    });

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
            const [found, expected] = bothWays(sum, { by, count: 10 });
            expect(found).toEqual(expected);
          },
        ),
        { ...ofSameSeed, numRuns: 100 },
      ),
    );

    test.each(rankings)("by %s, when most words may not be named: more are asked for", (by) => {
      library!.calls.length = 0;
      const [found, expected] = bothWays(words.vectorOf("king")!, {
        by,
        count: 10,
        mayName: (word) => word.startsWith("qu"),
      });
      expect(found.length).toBe(10);
      expect(found).toEqual(expected);
      expect(library!.calls.length).toBeGreaterThan(1);
    });

    test.each(rankings)("by %s, when hardly any may be named, or thousands are wanted", (by) => {
      const vector = words.vectorOf("king")!;
      const [few, expected] = bothWays(vector, { by, count: 3, mayName: (word) => word === "banister" });
      expect(few.map(({ word }) => word)).toEqual(["banister"]);
      expect(few).toEqual(expected);
      const [many, all] = bothWays(vector, { by, count: 3_000 });
      expect(many).toEqual(all);
    });

    test("of a zero vector, and of one with a single component", () => {
      const single = new Float32Array(table.dimension).with(7, 1e-3);
      for (const by of rankings)
        for (const vector of [new Float32Array(table.dimension), single]) {
          const [found, expected] = bothWays(vector, { by, count: 5 });
          expect(found).toEqual(expected);
        }
    });

    test.each(rankings)("by %s, where the components are a part of a greater buffer", async (by) => {
      const greater = new Int8Array(table.components.length + 17);
      greater.set(table.components, 17);
      const scan = (await openExactSearch(
        { ...table, components: greater.subarray(17) },
        async () => library!,
      ))!;
      const vector = words.vectorOf("king")!;
      library!.calls.length = 0;
      const found = nearest({ ...words, scan }, vector, { by, count: 10 });
      expect(found).toEqual(nearest(plain, vector, { by, count: 10 }));
      expect(library!.calls).toHaveLength(1);
    });

    test.each(rankings)("by %s, and of equal rows names the commoner word first", async (by) => {
      const builder = createTableBuilder(3, 12_000);
      for (let i = 0; i < 12_000; i += 1)
        builder.add(`w${i}`, i % 500 === 3 ? [3, 3, 3] : [1 + (i % 7) / 7, -1 - (i % 5) / 5, 0]);
      const built = builder.build();
      const rows = createEmbeddings(built, new Map(), words);
      const scan = (await openExactSearch(built, async () => library!))!;
      library!.calls.length = 0;
      const found = nearest({ ...rows, scan }, [1, 1, 1], { by, count: 20 });
      expect(found.map(({ word }) => word)).toEqual(Array.from({ length: 20 }, (_, i) => `w${i * 500 + 3}`));
      expect(found).toEqual(nearest(rows, [1, 1, 1], { by, count: 20 }));
      expect(library!.calls).not.toHaveLength(0);
    });
  },
);

test.skipIf(exact === undefined)("one row far longer than all others does not blur the others", async () => {
  const builder = createTableBuilder(3, 12_001);
  builder.add("far", [-5_000, 0, 0]);
  for (let i = 0; i < 12_000; i += 1)
    builder.add(
      `w${i}`,
      [(i * 37) % 101, (i * 53) % 103, (i * 71) % 107].map((n) => 1 + n / 100),
    );
  const built = builder.build();
  const rows = createEmbeddings(built, new Map(), words);
  const scan = (await openExactSearch(built))!;
  for (const by of rankings)
    expect(nearest({ ...rows, scan }, [1, 1, 1.5], { by, count: 10 })).toEqual(
      nearest(rows, [1, 1, 1.5], { by, count: 10 }),
    );
});

test("where the library does not load there is no such search, and words are found all the same", async () => {
  const failing = () => Promise.reject(new Error("No native build was found"));
  expect(await openExactSearch(table, failing)).toBeUndefined();
  const [first] = nearest(plain, words.vectorOf("king")!, { by: "cosine", count: 1, without: ["king"] });
  expect(first!.word).toBe("prince");
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
    { seed: 2_025, numRuns: 30 },
  ),
);
