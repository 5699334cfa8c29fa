import { describe, expect, test } from "vitest";
import { readAsked } from "../../src/words/asked.ts";

const shown = (text: string): string => {
  const asked = readAsked(text);
  switch (asked.kind) {
    case "nothing":
      return "nothing";
    case "one":
      return asked.item.words.join(" ");
    case "two":
    case "several":
      return asked.items.map(({ words }) => words.join(" ")).join(" / ");
    case "analogy":
      return `+ ${asked.plus.join(" ")} - ${asked.minus.join(" ")}`;
  }
};

describe("what is asked about words", () => {
  test.each([
    ["", "nothing"],
    ["?!", "nothing"],
    ["King", "king"],
    ["king queen", "king / queen"],
    ["king and queen", "king / queen"],
    ["king, queen", "king / queen"],
    ["king vs queen", "king / queen"],
    ["king queen apple", "king / queen / apple"],
    ["well-known", "well-known"],
    ["king - man + woman", "+ king woman - man"],
    ["king − man + woman", "+ king woman - man"],
    ["king-man+woman", "+ king woman - man"],
    ["king + queen", "+ king queen - "],
    ["man is to king as woman is to ?", "+ king woman - man"],
    ["the cat sat | a dog lay", "the cat sat / a dog lay"],
    ["“the cat sat” “a dog lay”", "the cat sat / a dog lay"],
    ['"the cat sat" and "a dog lay"', "the cat sat / a dog lay"],
    ["new york, paris", "new york / paris"],
    ["one two three four five six seven eight nine", "one two three four five six seven eight nine"],
    ["__proto__ constructor", "proto / constructor"],
    ["../../etc/passwd", "etc / passwd"],
    ["‮שלום", "שלום"],
  ])("%s → %s", (text, expected) => expect(shown(text)).toBe(expected));
});
