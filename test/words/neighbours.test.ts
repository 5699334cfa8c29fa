import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analogy } from "../../src/words/analogy.ts";
import { createEmbeddings, vectorAt } from "../../src/words/embeddings.ts";
import { meanOf } from "../../src/words/mean.ts";
import { cosineOf, dotProduct, measure, normOfVector } from "../../src/words/measures.ts";
import { nearSpellings } from "../../src/words/near-spellings.ts";
import { nearest } from "../../src/words/nearest.ts";
import { maySuggest } from "../../src/words/offensive.ts";
import { toPlane } from "../../src/words/to-plane.ts";
import { createTableBuilder } from "../../src/words/word-table.ts";
import { shipped } from "./shipped.ts";

const words = await shipped();

const near = (word: string, by: "cosine" | "dot", count = 5) =>
  nearest(words, words.vectorOf(word)!, { by, count, without: [word] });

describe("nearest neighbours", () => {
  /** Agree with the full floats of GloVe 6B. */
  test.each([
    ["king", "cosine", ["prince", "queen", "son", "brother", "monarch"]],
    ["king", "dot", ["emperor", "prince", "queen", "son", "ii"]],
    ["cat", "cosine", ["dog", "rabbit", "cats", "monkey", "pet"]],
  ] as const)("of %s by %s", (word, by, expected) =>
    expect(near(word, by).map(({ word }) => word)).toEqual(expected),
  );

  test("scores are the cosine similarities, or the dot products, of the two words", () => {
    for (const { word, score } of near("coffee", "cosine", 20))
      expect(score).toBeCloseTo(measure(words, "coffee", word)!.cosine, 2);
    for (const { word, score } of near("coffee", "dot", 20))
      expect(score).toBeCloseTo(measure(words, "coffee", word)!.dotProduct, 4);
  });

  test("no other word has a greater score", () => {
    const few = createEmbeddings(
      {
        ...words.table,
        words: words.table.words.slice(0, 500),
        norms: words.table.norms.subarray(0, 500),
      },
      new Map(),
      words,
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 30 }), (row, count) => {
        const vector = vectorAt(words.table, row);
        const others = Array.from({ length: 500 }, (_, other) => vectorAt(words.table, other));
        for (const [by, measured] of [
          ["dot", others.map((other) => dotProduct(vector, other))],
          ["cosine", others.map((other) => cosineOf(vector, other))],
        ] as const) {
          const best = measured.toSorted((x, y) => y - x).slice(0, count);
          const found = nearest(few, vector, { by, count });
          expect(found).toHaveLength(count);
          found.forEach(({ score }, i) => {
            expect(score).toBeCloseTo(best[i]!, 1);
          });
        }
      }),
    );
  });

  test("a word is nearest to itself, and the score is no more than 1", () => {
    for (const asked of ["king", "the", "coffee", "banister"]) {
      const [first] = nearest(words, words.vectorOf(asked)!, { by: "cosine", count: 1 });
      expect(first!.word).toBe(asked);
      expect(first!.score).toBeGreaterThan(0.995);
      expect(first!.score).toBeLessThanOrEqual(1);
    }
  });

  test("a predicate keeps words out, and others take their places", () => {
    const all = near("eskimo", "cosine", 10);
    expect(all.map(({ word }) => word).every(maySuggest)).toBe(false);
    const named = nearest(words, words.vectorOf("eskimo")!, {
      by: "cosine",
      count: 10,
      without: ["eskimo"],
      mayName: maySuggest,
    });
    expect(named).toHaveLength(10);
    expect(named.map(({ word }) => word).every(maySuggest)).toBe(true);
  });

  test("of a zero vector there are none by cosine; of another dimension, it is a bug to ask", () => {
    expect(nearest(words, new Float32Array(100), { by: "cosine", count: 3 })).toEqual([]);
    expect(nearest(words, words.vectorOf("king")!, { by: "cosine", count: 0 })).toEqual([]);
    expect(() => nearest(words, [1, 2], { by: "cosine", count: 3 })).toThrow(RangeError);
  });
});

describe("analogies", () => {
  test.each([
    [["king", "woman"], ["man"], "queen"],
    [["paris", "italy"], ["france"], "rome"],
    [["madrid", "france"], ["spain"], "paris"],
    [["better", "bad"], ["good"], "worse"],
    [["walking", "swam"], ["walked"], "swimming"],
  ])("%j without %j is %s", (plus, minus, answer) => {
    const found = analogy(words, plus, minus);
    expect(found.ok && found.value.neighbours[0]!.word).toBe(answer);
  });

  test("the vector is the sum of the raw ones, component by component", () => {
    const found = analogy(words, ["king", "woman"], ["man"]);
    const [king, woman, man] = ["king", "woman", "man"].map((word) => words.vectorOf(word)!);
    if (!found.ok) throw new Error("unknown words");
    found.value.vector.forEach((component, i) => {
      expect(component).toBeCloseTo(king![i]! + woman![i]! - man![i]!, 5);
    });
  });

  test("the asked words are not among the answers, however they were typed", () => {
    const found = analogy(words, ["KING", " king "], [], { count: 20, by: "dot" });
    expect(found.ok && found.value.neighbours.map(({ word }) => word)).not.toContain("king");
  });

  test("unknown words are told, all of them", () =>
    expect(analogy(words, ["king", "qqqzzz"], ["__proto__"])).toEqual({
      ok: false,
      problem: { unknown: ["qqqzzz", "__proto__"] },
    }));
});

describe("the mean of some words", () => {
  test("is the mean of each component, and says which words are left out", () => {
    const mean = meanOf(words, ["cat", "qqqzzz", "dog"]);
    if (!mean.ok) throw new Error("no word found");
    expect(mean.value).toMatchObject({ words: ["cat", "dog"], leftOut: ["qqqzzz"] });
    const [cat, dog] = [words.vectorOf("cat")!, words.vectorOf("dog")!];
    mean.value.vector.forEach((component, i) => {
      expect(component).toBeCloseTo((cat[i]! + dog[i]!) / 2, 5);
    });
  });

  test("a hyphenated word counts whole when it is known, else as its parts", () => {
    const mean = meanOf(words, ["long-term", "cat-flavoured"]);
    expect(mean.ok && mean.value.words).toEqual(["long-term", "cat", "flavoured"]);
  });

  test.each([[[]], [["qqqzzz"]], [["qqq-zzz"]]])("of %j there is none", (asked) =>
    expect(meanOf(words, asked).ok).toBe(false),
  );
});

describe("near spellings", () => {
  test.each([
    ["kign", "king"],
    ["recieve", "receive"],
    ["pinapple", "pineapple"],
    ["embeddding", "embedding"],
    ["Langauge", "language"],
    ["wierd", "weird"],
  ])("%s → %s", (typed, meant) => expect(nearSpellings(words, typed)[0]).toBe(meant));

  test("are words of the vocabulary, and never what was typed", () => {
    for (const near of nearSpellings(words, "king", 10)) {
      expect(words.has(near)).toBe(true);
      expect(near).not.toBe("king");
    }
  });

  test("a predicate keeps words out", () => {
    expect(nearSpellings(words, "shitt", 10)).toContain("shit");
    expect(nearSpellings(words, "shitt", 10, maySuggest)).not.toContain("shit");
  });

  test.each(["", " ", "a".repeat(10_000), "🦊🦊🦊🦊🦊🦊", "zzzzzzzzzzzz"])("%j has none", (typed) =>
    expect(nearSpellings(words, typed)).toEqual([]),
  );
});

describe("words in a plane", () => {
  const asked = ["king", "queen", "man", "woman", "cat", "dog"];

  test("keeps as much of the spread as it says", () => {
    const plane = toPlane(words, [...asked, "qqqzzz", "King"])!;
    expect(plane.points.map(({ word }) => word)).toEqual(asked);
    expect(plane.leftOut).toEqual(["qqqzzz"]);
    const vectors = asked.map((word) => words.vectorOf(word)!);
    const spread = (rows: readonly ArrayLike<number>[]): number => {
      const middle = Array.from(
        rows[0]!,
        (_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length,
      );
      return rows.reduce(
        (sum, row) => sum + middle.reduce((squares, mean, i) => squares + (row[i]! - mean) ** 2, 0),
        0,
      );
    };
    const kept = spread(plane.points.map(({ x, y }) => [x, y])) / spread(vectors);
    expect(plane.share).toBeCloseTo(kept, 6);
    expect(plane.shares[0]).toBeGreaterThanOrEqual(plane.shares[1]);
    expect(plane.shares[0] + plane.shares[1]).toBeCloseTo(plane.share, 10);
  });

  test("no other plane keeps more", () => {
    const { shares } = toPlane(words, asked)!;
    const vectors = asked.map((word) => [...words.vectorOf(word)!]);
    const middle = vectors[0]!.map((_, i) => vectors.reduce((sum, row) => sum + row[i]! / vectors.length, 0));
    const rows = vectors.map((row) => row.map((component, i) => component - middle[i]!));
    const spread = rows.reduce((sum, row) => sum + dotProduct(row, row), 0);
    const along = (direction: readonly number[]) =>
      rows.reduce((sum, row) => sum + dotProduct(row, direction) ** 2, 0) / spread;
    const unit = (vector: readonly number[]) => vector.map((part) => part / normOfVector(vector));
    // Whatever lies in the rows' own space is a sum of them.
    const weights = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: rows.length,
      maxLength: rows.length,
    });
    const sumOf = (by: readonly number[]) =>
      middle.map((_, i) => rows.reduce((sum, row, at) => sum + by[at]! * row[i]!, 0));
    fc.assert(
      fc.property(weights, weights, (one, other) => {
        const [first, raw] = [sumOf(one), sumOf(other)];
        fc.pre(normOfVector(first) > 1e-3 && normOfVector(raw) > 1e-3);
        const axis = unit(first);
        const across = raw.map((part, i) => part - dotProduct(raw, axis) * axis[i]!);
        fc.pre(normOfVector(across) > 1e-3);
        expect(along(axis)).toBeLessThanOrEqual(shares[0] + 1e-9);
        expect(along(axis) + along(unit(across))).toBeLessThanOrEqual(shares[0] + shares[1] + 1e-9);
      }),
    );
  });

  test("words that lie on one line need no second axis", () => {
    const builder = createTableBuilder(2, 3);
    for (const [word, place] of [
      ["one", 1],
      ["two", 2],
      ["four", 4],
    ] as const)
      builder.add(word, [place, 2 * place]);
    const line = createEmbeddings(
      builder.build(),
      new Map([
        ["one", 0],
        ["two", 1],
        ["four", 2],
      ]),
      words,
    );
    const { shares, points } = toPlane(line, ["one", "two", "four"])!;
    expect(shares[0]).toBeCloseTo(1, 6);
    expect(shares[1]).toBeCloseTo(0, 6);
    for (const { y } of points) expect(y).toBeCloseTo(0, 6);
  });

  test("alike words lie near each other", () => {
    const places = new Map(toPlane(words, asked)!.points.map(({ word, x, y }) => [word, [x, y] as const]));
    const apart = (a: string, b: string) =>
      Math.hypot(places.get(a)![0] - places.get(b)![0], places.get(a)![1] - places.get(b)![1]);
    expect(apart("cat", "dog")).toBeLessThan(apart("cat", "king"));
    expect(apart("king", "queen")).toBeLessThan(apart("king", "woman"));
  });

  test("the same words lie in the same places every time", () =>
    expect(toPlane(words, asked)).toEqual(toPlane(words, asked)));

  test("three different words are needed", () => {
    expect(toPlane(words, ["king", "queen", "King", "qqqzzz"])).toBeUndefined();
    expect(toPlane(words, ["king", "queen", "man"])!.share).toBeCloseTo(1, 6);
  });
});
