import { visible } from "../base/visible.ts";

/** A word as the vocabulary spells it: small letters, in Unicode's composed form, so that é is one character. */
export const foldWord = (word: string): string => visible(word).toLowerCase().normalize("NFC");

/** Whether something in a vocabulary has a letter in it: vocabularies hold numbers and punctuation too. */
export const isWord = (text: string): boolean => /\p{L}/u.test(text);

/** Letters, marks and digits; hyphens, and apostrophes of either kind, inside. */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** The English endings after an apostrophe that are not words of their own in a vocabulary of words. */
const ending = /['’](?:s|d|m|t|re|ve|ll)$/u;

/**
 * The words of a text in their order, in small letters, without punctuation: “The cat’s well-known mat” →
 * the, cat, well-known, mat. A contraction loses what follows its apostrophe, except “n’t”, which is “not”:
 * “don’t” → do, not.
 */
export const tokenise = (text: string): readonly string[] =>
  [...foldWord(text).matchAll(word)].flatMap(([found]) => contracted(found));

const contracted = (found: string): readonly string[] => {
  const negated = /^(.+)n['’]t$/u.exec(found);
  if (negated !== null) return [irregular.get(negated[1]!) ?? negated[1]!, "not"];
  return [found.replace(ending, "")];
};

const irregular: ReadonlyMap<string, string> = new Map([
  ["ca", "can"],
  ["wo", "will"],
  ["sha", "shall"],
]);
