import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldWord, isWord, tokenise } from "../../src/words/tokenise.ts";

describe("the words of a text", () => {
  test.each([
    ["The cat sat on the mat.", ["the", "cat", "sat", "on", "the", "mat"]],
    ["The cat’s well-known mat", ["the", "cat", "well-known", "mat"]],
    ["I don't; she can’t, we won't!", ["i", "do", "not", "she", "can", "not", "we", "will", "not"]],
    ["they're O'Brien's", ["they", "o'brien"]],
    ["Cafe\u0301 CAFÉ", ["café", "café"]],
    ["state-of-the-art — yes", ["state-of-the-art", "yes"]],
    ["in 1984, 3 cats", ["in", "1984", "3", "cats"]],
    ["שלום עולם", ["שלום", "עולם"]],
    ["नमस्ते", ["नमस्ते"]],
    ["🦊 __proto__ ../../etc/passwd", ["proto", "etc", "passwd"]],
    ["", []],
    [" …!? ", []],
  ])("%j", (text, words) => expect(tokenise(text)).toEqual(words));

  test("of any text are folded, and have neither spaces nor punctuation at their ends", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        for (const word of tokenise(text)) {
          expect(foldWord(word)).toBe(word);
          expect(word).toMatch(/^[\p{L}\p{N}](?:.*[\p{L}\p{M}\p{N}])?$/u);
          expect(word).not.toMatch(/\s/);
        }
      }),
    );
  });

  test("come back when they are put together with spaces", () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        expect(tokenise(words.join(" "))).toEqual(words);
        expect(tokenise(words.map((one) => one.toUpperCase()).join(", "))).toEqual(words);
      }),
    );
  });

  test("ten thousand characters of one word are one word", () =>
    expect(tokenise("a".repeat(10_000))).toEqual(["a".repeat(10_000)]));
});

test.each([
  ["king", true],
  ["4x4", true],
  ["é", true],
  [",", false],
  ["1984", false],
])("%j is a word: %s", (text, expected) => expect(isWord(text)).toBe(expected));
