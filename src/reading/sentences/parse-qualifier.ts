import { measureOf } from "../expressions/parse-arguments.ts";
import { runStarts } from "../lists/parse-run.ts";
import { fail, here, isAtEnd, type State, shapeIn, take } from "../state.ts";
import type { QualifierWord } from "../tokens/meaning.ts";
import type { Qualifiers, Tree } from "../tree.ts";
import { parseRunHere } from "./parse-named.ts";

/** Whether a number follows a word that qualifies: temperature 0.5, temperature = 0.5, temperature: 0.5. */
export const followsValue = (s: State): boolean => {
  const at = s.at;
  s.at += 1;
  while (
    s.at < s.end &&
    (here(s).meaning?.courtesy === true ||
      here(s).meaning?.is === true ||
      here(s).text === "=" ||
      here(s).kind === "colon")
  )
    s.at += 1;
  const is = s.at < s.end && runStarts(s);
  s.at = at;
  return is;
};

/** Parses the value of a word that qualifies; operands that follow without a sign are given back. */
export const parseQualifier = (
  s: State,
  word: QualifierWord,
): { readonly qualifiers: Qualifiers; readonly rest: readonly Tree[] } | undefined => {
  const name = take(s);
  while (!isAtEnd(s) && !runStarts(s)) take(s);
  if (isAtEnd(s)) return fail(s, name, "setting-without-value");
  const [value, ...rest] = parseRunHere(s) ?? [];
  if (value === undefined) return undefined;
  if (word !== "weights" && shapeIn(s, value).kind === "vector")
    return fail(s, value.span, "number-expected");
  return { qualifiers: word === "p" ? measureOf(value) : { [word]: value }, rest };
};
