import type { Meaning } from "./meaning.ts";
import { findPhrase, plainWord } from "./phrases.ts";
import type { Token } from "./token.ts";

/** A word that may be a name: one letter, with an index or a prime. */
const letter = /^[\p{L}](?:_[\p{L}\p{N}]{1,6})?[′″]?$/u;

export const isLetter = (name: string): boolean => letter.test(name) || /^\p{L}\d{1,4}$/u.test(name);

/** A token, or the words of a phrase as one. */
export interface Piece extends Token {
  readonly meaning?: Meaning;
}

/**
 * Joins the words of phrases. A word that is a name here stays one. Words of a phrase may be joined by hyphens, as in
 * element-wise, and by an apostrophe, as in what's.
 */
export const markPhrases = (tokens: readonly Token[], names: ReadonlySet<string>): readonly Piece[] => {
  if (!tokens.some(({ kind }) => kind === "word")) return tokens;
  const pieces: Piece[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    const found = mayBegin(token, tokens[i + 1]) ? phraseAt(tokens, i, names) : undefined;
    // A name is no word by itself, but it may begin a phrase: the p of "p-norm".
    if (
      found === undefined ||
      (found.length === 1 && (names.has(token.text) || isPointPair(token.text, tokens)))
    ) {
      pieces.push(token);
      i += 1;
    } else {
      const last = tokens[i + found.length - 1]!;
      const meaning =
        found.meaning.article === true && !isArticle(tokens, i)
          ? withoutArticle(found.meaning)
          : found.meaning;
      const text =
        found.length === 1
          ? token.text
          : tokens
              .slice(i, i + found.length)
              .map((each) => each.text)
              .join(" ");
      pieces.push({
        ...token,
        kind: "word",
        text,
        end: last.end,
        ...(meaning === undefined ? {} : { meaning }),
      });
      i += found.length;
    }
  }
  return pieces;
};

/** AB names a vector by its ends, but where all is in capitals and in OK, HI and TY. */
const isPointPair = (text: string, tokens: readonly Token[]): boolean =>
  /^[A-Z]{2}$/.test(text) &&
  !/^(?:OK|HI|TY)$/.test(text) &&
  tokens.some((token) => token.kind === "word" && /\p{Ll}{2}/u.test(token.text));

/** "A" before a word is an article, unless that word stands between operands, as in "a cross b". */
const isArticle = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  if (next?.kind !== "word" || next.before === "" || isLetter(next.text)) return false;
  return findPhrase(plainWord(next.text), (i) => wordOf(tokens[at + 1 + i]))?.meaning.sign === undefined;
};

const wordOf = (token: Token | undefined): string | undefined =>
  token?.kind === "word" ? plainWord(token.text) : undefined;

const withoutArticle = ({ article: _, ...meaning }: Meaning): Meaning | undefined =>
  Object.keys(meaning).length === 0 ? undefined : meaning;

/** "2 norm" and "1-norm" begin with a digit. */
const mayBegin = ({ kind, text }: Token, next: Token | undefined): boolean =>
  kind === "word" ||
  (kind === "number" &&
    /^[12]$/.test(text) &&
    next !== undefined &&
    (next.kind === "word" || next.text === "-"));

/** How many tokens a phrase takes, and what it means. */
const phraseAt = (
  tokens: readonly Token[],
  at: number,
  names: ReadonlySet<string>,
): { readonly length: number; readonly meaning: Meaning } | undefined => {
  const ends: number[] = [];
  const words: string[] = [];
  let next = at;
  const wordAt = (index: number): string | undefined => {
    while (words.length <= index) {
      const [word, end] = nextWord(tokens, next, next === at, names);
      if (word === undefined) return undefined;
      words.push(word);
      ends.push(end);
      next = end;
    }
    return words[index];
  };
  const first = wordAt(0);
  const found = first === undefined ? undefined : findPhrase(first, wordAt);
  return found === undefined ? undefined : { length: ends[found.length - 1]! - at, meaning: found.meaning };
};

/** The word at a place, after a hyphen where one stands between, and where the next begins. */
const nextWord = (
  tokens: readonly Token[],
  at: number,
  isFirst: boolean,
  names: ReadonlySet<string>,
): readonly [string | undefined, number] => {
  let i = at;
  const isHyphen = tokens[i]?.text === "-" && tokens[i]!.before === "" && tokens[i + 1]?.before === "";
  if (!isFirst && isHyphen) i += 1;
  const token = tokens[i];
  if (token === undefined || (token.before === "line" && !isFirst)) return [undefined, at];
  if (isFirst && token.kind === "number") return [token.text, i + 1];
  if (token.kind === "number" && token.text === "1") return ["1", i + 1];
  if (token.kind !== "word" || token.text.startsWith("\\")) return [undefined, at];
  if (!isFirst && names.has(token.text)) return [undefined, at];
  const [quote, end] = [tokens[i + 1], tokens[i + 2]];
  const isElided =
    quote?.text === "'" &&
    quote.before === "" &&
    end?.kind === "word" &&
    end.before === "" &&
    token.text.length > 1;
  return isElided
    ? [`${plainWord(token.text)}'${plainWord(end.text)}`, i + 3]
    : [plainWord(token.text), i + 1];
};
