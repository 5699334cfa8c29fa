import { err, ok, type Result } from "../base/result.ts";
import { deepestNesting, type Part, partsOf } from "./brackets.ts";
import type { TooLong, Unreadable } from "./problem.ts";
import { latexToPlain } from "./read-latex.ts";
import { toPlainSigns } from "./read-text.ts";
import { unitVectorsAmongWords } from "./read-unit-vectors.ts";
import { readVectors, tooMuchOf } from "./read-vectors.ts";
import { withoutWrappers } from "./read-wrappers.ts";
import { isCall } from "./split-vectors.ts";

/** Vectors that stand among words, as text that `readVectors` reads. */
export interface FoundVectors {
  /** Undefined when there are none. */
  readonly text?: string;
  readonly count: number;
}

const none: FoundVectors = { count: 0 };

/** A list without brackets: numbers with commas or semicolons between. */
const bareList =
  /(?<![^\s:("=])[+-]?(?:\d|\.\d|√)[^\s,;]{0,100}(?:\s?[,;]\s?[+-]?(?:\d|\.\d|√)[^\s,;?!]{0,100})+/gu;

/** A line of nothing but numbers with gaps between, perhaps an item of a list. */
const spacedLine = /^[ \t]*(?:[-*][ \t]+)?([+-]?[\d.][\d./eE-]*(?:[ \t]+[+-]?[\d.][\d./eE-]*)+)[ \t]*$/gm;

/**
 * Finds the vectors in a sentence: bracketed lists, else sums of unit vectors, else lists with commas, else lines of
 * numbers. What follows the first "=" is working and is not read, so that an answer such as
 * (1, 2)·(3, 4) = 3 + 8 = 11 gives the two vectors that it is about.
 */
export const findVectors = (text: string): Result<FoundVectors, Unreadable | TooLong> => {
  const amiss = tooMuchOf(text);
  if (amiss !== undefined) return err(amiss);
  const plain = withoutWrappers(latexToPlain(toPlainSigns(text))).split(/[=≈]/)[0]!;
  const lists = bracketedLists(plain);
  if (lists.length > 0) return read(lists, " ");
  const sums = unitVectorsAmongWords(plain);
  if (sums.length > 0) return read(sums, " | ");
  const bare = (plain.match(bareList) ?? []).map((list) => list.replace(/[.?!:)]+$/, ""));
  if (bare.length > 0) return read(bare, " | ");
  return read(
    [...plain.matchAll(spacedLine)].map(([, numbers]) => numbers!),
    " | ",
  );
};

const read = (found: readonly string[], gap: string): Result<FoundVectors, Unreadable | TooLong> => {
  if (found.length === 0) return ok(none);
  const text = found.join(gap);
  const vectors = readVectors(text);
  return vectors.ok ? ok({ text, count: vectors.value.length }) : vectors;
};

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };

/** The lists in brackets that hold numbers or letters rather than words; of brackets without a partner the text is cut. */
const bracketedLists = (text: string, depth = 0): readonly string[] => {
  if (depth > deepestNesting) return [];
  const { parts, rest } = partsOf(text);
  const further = rest === undefined ? [] : bracketedLists(rest.slice(1), depth + 1);
  return [...parts.flatMap((part) => listsIn(part, depth)), ...further];
};

const listsIn = (part: Part, depth: number): readonly string[] => {
  if (part.kind === "outside") return [];
  const { open, inner } = part;
  if (isCall(part) && !/[,;]/.test(inner)) return [];
  if (/\p{L}{3,}/u.test(inner.replace(/\b(?:sqrt|sin|cos|tan|exp|abs)\b/g, "")))
    return bracketedLists(inner, depth + 1);
  if (!/\d|√|π|[,;|]/.test(inner)) return [];
  return /[,;|]|\S\s+\S/.test(inner) ? [`${open}${inner}${closing[open]}`] : [];
};
