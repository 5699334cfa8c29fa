import type { TooLong, Unreadable } from "../problem.ts";
import { ok, type Result } from "../result.ts";
import { readVectors } from "./read-vectors.ts";

/** Vectors that stand among words, as text that `readVectors` reads. */
export interface FoundVectors {
  /** Undefined when there are none. */
  readonly text?: string;
  readonly count: number;
}

const bracketed = /[([⟨<{][^()[\]{}<>⟨⟩]*[)\]⟩>}]/g;
const bare = /(?<![\p{L}\d.])[+\-−]?(?:\d|\.\d|√)[^\s,;]*(?:\s*[,;]\s*[+\-−]?(?:\d|\.\d|√)[^\s,;?!]*)+/gu;

/**
 * Finds the vectors in a sentence: bracketed lists, else bare lists with commas. What follows the first "=" is working
 * and is not read, so that an answer such as (1, 2)·(3, 4) = 3 + 8 = 11 gives the two vectors that it is about.
 */
export const findVectors = (text: string): Result<FoundVectors, Unreadable | TooLong> => {
  const before = text.replace(/(?:^|[\s,;])\p{L}\s*=\s*(?=[([<\d+−-])/gu, " ").split(/[=≈]/)[0]!;
  const lists = before.match(bracketed)?.filter((list) => /[\d√]|,/.test(list)) ?? [];
  const found =
    lists.length > 0 ? lists : (before.match(bare) ?? []).map((list) => list.replace(/[.?!]+$/, ""));
  if (found.length === 0) return ok({ count: 0 });
  const joined = found.map((list) => list.trim()).join(" | ");
  const read = readVectors(lists.length > 0 ? found.join(" ") : joined);
  if (!read.ok) return read;
  return ok({ text: lists.length > 0 ? found.join(" ") : joined, count: read.value.length });
};
