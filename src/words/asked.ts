import { tokenise } from "./tokenise.ts";

/** One word, or several whose mean is meant. */
export interface AskedItem {
  /** As it was typed. */
  readonly typed: string;
  /** Its words, in small letters; at least one. */
  readonly words: readonly string[];
}

/** What a text asks about words. */
export type Asked =
  | { readonly kind: "nothing" }
  /** What is near it? */
  | { readonly kind: "one"; readonly item: AskedItem }
  /** How similar are they? */
  | { readonly kind: "two"; readonly items: readonly [AskedItem, AskedItem] }
  | { readonly kind: "several"; readonly items: readonly AskedItem[] }
  /** What is king − man + woman near? */
  | { readonly kind: "analogy"; readonly plus: readonly string[]; readonly minus: readonly string[] };

/** More words than these without a sign between them are one sentence. */
const mostWords = 8;

const wordShape = "[\\p{L}][\\p{L}\\p{M}\\p{N}’']*(?:-[\\p{L}\\p{N}]+)*";
const signed = new RegExp(`^\\s*[+]?\\s*${wordShape}(?:\\s+[-−–+]\\s+${wordShape})+\\s*$`, "u");
const closeSigned = /^\p{L}[\p{L}\p{M}]*(?:[-−–+]\p{L}[\p{L}\p{M}]*)+$/u;
const proportion = new RegExp(
  `^\\W*(${wordShape})\\s+is\\s+to\\s+(${wordShape})\\s+(?:as|like|what)\\s+(${wordShape})\\s+is\\s+to\\b`,
  "iu",
);

/** What keeps items apart: lines, bars, semicolons, “vs”, quotation marks around each, commas. */
const separators: readonly RegExp[] = [
  /\s*(?:[\n|;]|\s(?:vs\.?|versus)\s)\s*/u,
  /["“”„]\s*(?:,|and|to)?\s*["“”„]?/u,
  /\s*,\s*/u,
];

/** A word that joins two others: “king and queen”. */
const joining = new Set(["and", "to", "with", "or", "&"]);

/**
 * Reads what is asked: `king` is one word, `king queen` two, `king - man + woman` an analogy; words or sentences between
 * bars, commas or quotation marks stand each for itself.
 */
export const readAsked = (text: string): Asked => {
  const trimmed = text.trim();
  const [, first, second, third] = proportion.exec(trimmed) ?? [];
  if (first !== undefined) return { kind: "analogy", plus: tokens(second!, third!), minus: tokens(first) };
  if (signed.test(trimmed) || (closeSigned.test(trimmed) && trimmed.includes("+")))
    return readSigned(trimmed);
  const separator = separators.find((each) => trimmed.split(each).filter(holdsWords).length > 1);
  if (separator !== undefined) return ofItems(trimmed.split(separator).filter(holdsWords).map(itemOf));
  const words = tokenise(trimmed);
  if (words.length === 3 && joining.has(words[1]!)) return ofItems([itemOf(words[0]!), itemOf(words[2]!)]);
  return words.length > mostWords ? ofItems([itemOf(trimmed)]) : ofItems(words.map(itemOf));
};

const tokens = (...texts: readonly string[]): readonly string[] => texts.flatMap(tokenise);

const readSigned = (text: string): Asked => {
  const isSpaced = /\s[-−–+]\s/u.test(text);
  const parts = text.split(isSpaced ? /\s+(?=[-−–+]\s)/u : /(?=[-−–+])/u);
  const [plus, minus]: [string[], string[]] = [[], []];
  for (const part of parts) (/^\s*[-−–]/u.test(part) ? minus : plus).push(...tokenise(part));
  return { kind: "analogy", plus, minus };
};

const holdsWords = (text: string): boolean => tokenise(text).length > 0;

const itemOf = (typed: string): AskedItem => ({ typed: typed.trim(), words: tokenise(typed) });

const ofItems = (items: readonly AskedItem[]): Asked => {
  const [first, second] = items;
  if (first === undefined) return { kind: "nothing" };
  if (second === undefined) return { kind: "one", item: first };
  return items.length === 2 ? { kind: "two", items: [first, second] } : { kind: "several", items };
};
