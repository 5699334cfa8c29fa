import { distance } from "fastest-levenshtein";
import type { Embeddings } from "./embeddings.ts";
import { foldWord } from "./tokenise.ts";

/** Nothing longer is a word mistyped. */
const longestWord = 40;

const onlyLetters = /^\p{L}[\p{L}\p{M}'’-]*$/u;

/**
 * Words of the vocabulary that differ from what was typed by one letter put in, left out or changed, or two neighbours
 * swapped; from five letters on, by two such changes: fewer changes first, then the commoner word. The word itself is not among them.
 */
export const nearSpellings = (
  { table: { words } }: Embeddings,
  typed: string,
  count = 3,
  mayName: (word: string) => boolean = () => true,
): readonly string[] => {
  const asked = foldWord(typed);
  if (asked === "" || asked.length > longestWord) return [];
  const most = asked.length < 5 ? 1 : 2;
  const found: string[][] = Array.from({ length: most }, () => []);
  for (const word of words) {
    if (Math.abs(word.length - asked.length) > most) continue;
    const changes = swapped(asked, word) ? 1 : distance(asked, word);
    if (changes < 1 || changes > most || !onlyLetters.test(word)) continue;
    const alike = found[changes - 1]!;
    if (alike.length < count && mayName(word)) alike.push(word);
  }
  return found.flat().slice(0, count);
};

/** Whether one word is the other with two neighbouring letters swapped, which Levenshtein counts as two changes. */
const swapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return i + 1 < a.length && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
};
