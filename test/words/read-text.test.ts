import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadWords } from "../../src/words/load-words.ts";
import { percentile } from "../../src/words/quantiles.ts";
import { readText } from "../../src/words/read-text.ts";

const folder = mkdtempSync(join(tmpdir(), "words-"));

const written = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const glove = "the 1 0 0\nking 0.5 -2.5 1\nqueen 0.5 -2 1.5\n";
const word2vec = `3 3\n${glove}`;

/** The text in pieces of so many bytes. */
async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

describe("vectors as text", () => {
  test.each([
    ["GloVe", glove],
    ["word2vec", word2vec],
    ["word2vec with spaces at the ends of lines", word2vec.replaceAll("\n", " \n")],
    ["lines of Windows", glove.replaceAll("\n", "\r\n")],
    ["no line feed at the end", glove.trimEnd()],
    ["tabs", glove.replaceAll(" ", "\t")],
    ["exponents", glove.replace("-2.5", "-2.5e0")],
  ])("%s", async (name, text) => {
    const loaded = await loadWords(written(`${name}.txt`, text));
    if (!loaded.ok) throw new Error(loaded.problem.forOperator);
    const words = loaded.value;
    expect(words).toMatchObject({ count: 3, dimension: 3, source: { name: `${name}.txt` } });
    expect(words.rankOf("king")).toBe(2);
    expect(words.normOf("king")).toBeCloseTo(Math.hypot(0.5, 2.5, 1), 5);
    [...words.vectorOf("king")!].forEach((component, i) => {
      expect(component).toBeCloseTo([0.5, -2.5, 1][i]!, 1);
    });
    expect(percentile(words, 1)).toBe(100);
  });

  test.each([1, 2, 3, 7, 1000])(
    "arrives in pieces of %d bytes, letters of several bytes too",
    async (size) => {
      const table = await readText(pieces("café 1 2\n王 3 4\n\u2028x 5 6\n", size), 10);
      expect(table.words).toEqual(["café", "王", "x"]);
    },
  );

  test("no more words are read than asked for, whatever stands behind", async () => {
    const table = await readText(pieces(`${glove}this is not a vector`, 5), 2);
    expect(table.words).toEqual(["the", "king"]);
    expect(table.components).toHaveLength(6);
  });

  test("of spellings that differ in capitals the commonest stays; words with spaces and zero vectors go", async () => {
    const text = "King 1 2\nking 3 4\nNew York 5 6\nnothing 0 0\nlast 7 8\n";
    const table = await readText(pieces(text, 100), 10);
    expect(table.words).toEqual(["king", "last"]);
    expect(table.norms[0]).toBeCloseTo(Math.hypot(1, 2), 5);
  });

  test.each([
    ["nothing", "", "empty"],
    ["words alone", "king\nqueen\n", "not-vectors"],
    ["prose", "It was the best of times\nit was the worst of times\n", "not-vectors"],
    ["a line too short", `${glove}man 1 2\n`, "not-vectors"],
    ["a number that is not one", "king 1 2\nman 1 two\n", "not-vectors"],
    ["an infinite number", "king 1 2\nman 1 Infinity\n", "not-vectors"],
    ["word2vec cut short", "4 3\nthe 1 0 0\nking 1 2 3\n", "cut-short"],
    ["word2vec cut in a line", word2vec.slice(0, -5), "not-vectors"],
    ["a header alone", "3 3\n", "cut-short"],
    ["bytes", "\u0001\u0002".repeat(2_000_000), "not-vectors"],
  ])("%s is told from vectors", async (name, text, why) => {
    const loaded = await loadWords(written("spoilt.txt", text));
    expect(loaded).toMatchObject({ ok: false, problem: { kind: "no-words", why } });
    expect(!loaded.ok && loaded.problem.forOperator, name).toContain("spoilt.txt");
  });

  test("the line at fault is named", async () => {
    const loaded = await loadWords(written("fault.txt", `${word2vec}x 1 2`.replace("3 3", "4 3")));
    expect(!loaded.ok && loaded.problem.forOperator).toContain("line 5 is not a word and 3 numbers");
  });
});
