import { type Names, readFormula } from "../math/read-formula.ts";
import type { Vector } from "../math/vector.ts";
import { toExpression } from "../math/working.ts";
import { usualStyle } from "../number-style.ts";
import { type Block, paragraph, type Span, type Text } from "../reply/reply.ts";
import type { Part, Word, Words } from "../tutor/markdown.ts";
import { showChain } from "./chain.ts";
import { showFormula } from "./formula.ts";

/** Vectors under the names that texts give them: a, b, c, … */
export const namesFor = (vectors: readonly Vector[]): Names =>
  Object.fromEntries(vectors.slice(0, 8).map((vector, i) => ["abcdefgh"[i]!, toExpression(vector)]));

/** A run of words with its formulas worked out. Throws a RangeError where a formula divides by zero. */
export const showWords = (words: Words, names: Names): Text => words.map((word) => showWord(word, names));

const showWord = (word: Word, names: Names): Span => {
  if (typeof word === "string") return word;
  if ("strong" in word) return word;
  if ("typed" in word) return { code: word.typed };
  if ("shown" in word) return { formula: showFormula(word.shown, usualStyle()) };
  return { formula: showChain(readFormula(word.formula, names), styleOf(word.formula)) };
};

/** Numbers are shown as the author writes them: 0.2 in a formula with decimals, 1/5 else. */
const styleOf = (formula: string) => ({
  ...usualStyle(),
  notation: /\d\.\d/.test(formula) ? ("decimal" as const) : ("fraction" as const),
});

/** Parts of a text as blocks. */
export const showParts = (parts: readonly Part[], names: Names): readonly Block[] =>
  parts.map((part) =>
    part.kind === "formula"
      ? { kind: "formula", formula: showChain(readFormula(part.formula, names), styleOf(part.formula)) }
      : paragraph(showWords(part.words, names)),
  );
