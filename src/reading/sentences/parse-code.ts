import code from "../code.json" with { type: "json" };
import { isNamespaceName } from "../expressions/functions.ts";
import type { State } from "../state.ts";
import type { Piece } from "../tokens/mark-phrases.ts";

const declarations: ReadonlySet<string> = new Set(code.declarations);
const imports: ReadonlySet<string> = new Set(code.imports);

/** Whether a statement may begin at a piece: at the start of the text or a line, or behind a semicolon. */
export const startsStatement = (s: State, at: number): boolean => {
  const [last, piece] = [s.pieces[at - 1], s.pieces[at]!];
  return (
    last === undefined ||
    piece.before === "line" ||
    last.kind === "semicolon" ||
    last.kind === "open" ||
    last.text === ">>>"
  );
};

/** The most pieces that a type in front of a name takes. */
const longestType = 24;

/** Where a type ends that begins here: const, double[], std::vector<double>, []float64; the same place where none does. */
export const typeEnd = (s: State, at: number): number => {
  let i = at;
  let hasWord = false;
  while (i < s.end && i - at < longestType) {
    const piece = s.pieces[i]!;
    if (i > at && piece.before === "line") break;
    if (piece.kind === "word" && declarations.has(piece.text) && !isNamed(s, i)) {
      hasWord = true;
      i += 1;
      if (piece.text === "vec" && s.pieces[i]?.text === "!" && s.pieces[i]!.before === "") i += 1;
    } else if (
      isNamespaceName(piece.text) &&
      s.pieces[i + 1]?.kind === "colon" &&
      s.pieces[i + 2]?.kind === "colon"
    )
      i += 1;
    else if (piece.kind === "colon" && s.pieces[i + 1]?.kind === "colon") i += 2;
    else if (isEmptyBracket(s, i)) i += 2;
    else if (hasWord && piece.text === "<" && piece.kind === "open" && piece.before === "")
      i = s.partners.get(i)! + 1;
    else break;
  }
  return hasWord ? i : at;
};

/** A word of a type that is the name itself: vector = [1, 2]. */
const isNamed = (s: State, at: number): boolean => {
  const next = s.pieces[at + 1];
  return next?.kind === "relation" || next?.kind === "point";
};

const isEmptyBracket = (s: State, at: number): boolean =>
  s.pieces[at]!.text === "[" && s.pieces[at + 1]?.text === "]" && s.pieces[at + 1]!.kind === "close";

/** Where the pieces of a name with its sign end: `a =`, `a := `, `a[] =`, `a: number[] =`, `a {`; undefined where none begin. */
export const assignmentEnd = (s: State, at: number): number | undefined => {
  const name = s.pieces[at];
  if (name?.kind !== "word" || at + 1 >= s.end || !mayBeName(name) || isWithin(s, at)) return undefined;
  let next = at + 1;
  const bracket = s.pieces[next]!;
  if (bracket.text === "[" && bracket.before === "") {
    const closing = s.partners.get(next);
    if (closing !== undefined && closing - next <= 2 && isSign(s.pieces[closing + 1])) next = closing + 1;
  }
  if (s.pieces[next]!.kind === "colon") {
    const end = typeEnd(s, next + 1);
    if (end > next + 1 && isSign(s.pieces[end])) next = end;
  }
  return isSign(s.pieces[next]) && hasValue(s, next + 1) ? next + 1 : undefined;
};

/** "= ?" and "=" at the end give nothing. */
const hasValue = (s: State, at: number): boolean =>
  at < s.end && s.pieces[at]!.kind !== "question" && s.pieces[at]!.kind !== "courtesy";

/** Whether a name belongs to what stands before it: b in a·b = 11. */
const isWithin = (s: State, at: number): boolean => {
  const [last, piece] = [s.pieces[at - 1], s.pieces[at]!];
  if (last === undefined || piece.before === "line") return false;
  if (
    last.kind === "operator" ||
    last.kind === "root" ||
    last.kind === "open" ||
    (last.kind === "point" && piece.before === "")
  )
    return true;
  if (last.kind === "word" && last.meaning === undefined)
    return piece.before === "" || !declarations.has(last.text);
  return piece.before === "" && (last.kind === "number" || last.kind === "close");
};

/** A letter, or a word that means nothing else; phrases of several words are no names. */
const mayBeName = ({ text, meaning, start, end }: Piece): boolean =>
  meaning === undefined || (end - start === text.length && text.length === 1);

const isSign = (piece: Piece | undefined): boolean =>
  piece?.kind === "relation" && (piece.text === "=" || piece.text === ":=");

/** Where a declaration without a sign begins its list: std::vector<double> a{1, 2}. */
export const initialiserOf = (s: State, at: number): number | undefined => {
  const [name, open] = [s.pieces[at], s.pieces[at + 1]];
  const isBraced =
    name?.kind === "word" &&
    mayBeName(name) &&
    open?.kind === "open" &&
    (open.text === "{" || (open.text === "(" && open.before === ""));
  return isBraced ? at + 1 : undefined;
};

/** Where a line ends that brings in a library: import numpy as np; undefined where none stands. */
export const importEnd = (s: State, at: number): number | undefined => {
  const first = s.pieces[at]!;
  const name = first.text === "#" ? s.pieces[at + 1]! : first;
  if (!imports.has(name.text) || !startsStatement(s, at)) return undefined;
  let end = at + 1;
  while (end < s.end && s.pieces[end]!.before !== "line" && s.pieces[end]!.kind !== "semicolon") {
    const { kind, text } = s.pieces[end]!;
    if (kind === "number" || (kind === "unknown" && !/^["'#_]$/.test(text))) return undefined;
    end += 1;
  }
  const words = s.text.slice(first.start, s.pieces[end - 1]!.end);
  return /^(?:import\s+[\w.*]+(?:\s+as\s+\w+)?|from\s+[\w.]+\s+import\s+[\w.,\s*]+|using\s+[\w.:\s]+|library\(\w+\)|#\s*include\s*[<"][\w./]+[>"]|use\s+[\w:*]+)$/.test(
    words,
  )
    ? end
    : undefined;
};
