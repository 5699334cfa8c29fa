import code from "../code.json" with { type: "json" };
import type { Piece } from "./mark-phrases.ts";
import { endsOperand } from "./pair-brackets.ts";

const fences: ReadonlySet<string> = new Set(code.fences);

/**
 * Marks what is no part of what is said: stars around words, fences of code, dollar signs of formulas, prompts, bullets.
 * Stars and backticks around an operand become brackets, so that what they hold stays together.
 */
export const markCourtesies = (given: readonly Piece[], text: string): readonly Piece[] => {
  if (!/[*_~`$>&"'“”„‟«»‘’‚•#/\n]/.test(text)) return given;
  const pieces = [...given];
  markLines(pieces, text);
  markDollars(pieces);
  markStars(pieces);
  markTicks(pieces, text);
  markQuotes(pieces);
  if (text.includes("\\begin"))
    for (const [i, piece] of pieces.entries())
      if (piece.text === "&" && piece.kind === "unknown") pieces[i] = { ...piece, kind: "comma", text: "," };
  return pieces;
};

const courtesy = (piece: Piece): Piece => ({
  kind: "courtesy",
  text: piece.text,
  start: piece.start,
  end: piece.end,
  before: piece.before,
});

/** Prompts, marks of quotation and bullets at the beginning of lines; comments on lines of their own. */
const markLines = (pieces: Piece[], text: string): void => {
  const firsts = pieces.flatMap((piece, i) => (piece.before === "line" && piece.kind !== "end" ? [i] : []));
  const bullets = firsts.filter(
    (i) =>
      /^[-*·]$/.test(pieces[i]!.text) && pieces[i]!.kind === "operator" && pieces[i + 1]?.before === "gap",
  );
  if (bullets.length > 1 && bullets.length === firsts.length)
    for (const i of bullets) pieces[i] = courtesy(pieces[i]!);
  for (const i of firsts) {
    let at = i;
    while (pieces[at]?.text === ">" && (at === i || pieces[at]!.before === "")) at += 1;
    if (at > i && pieces[at]?.before === "gap")
      for (let each = i; each < at; each += 1) pieces[each] = courtesy(pieces[each]!);
    const isComment =
      (pieces[i]!.text === "#" && pieces[i + 1]?.text !== "include") || pieces[i]!.text === "//";
    if (!isComment || !text.includes("\n")) continue;
    for (
      let each = i;
      each === i || (pieces[each]!.before !== "line" && pieces[each]!.kind !== "end");
      each += 1
    )
      pieces[each] = courtesy(pieces[each]!);
  }
};

/** Dollar signs in pairs stand around a formula. */
const markDollars = (pieces: Piece[]): void => {
  const signs = pieces.flatMap(({ text, kind }, i) => (text === "$" && kind === "unknown" ? [i] : []));
  if (signs.length % 2 !== 0) return;
  for (const i of signs) pieces[i] = { ...courtesy(pieces[i]!), kind: "layout" };
};

const starSigns = /^(?:[*^_~]|~~|__)$/;

/** The mark of emphasis at a place: *, **, _, __, ~~ as they are typed. */
const starAt = (pieces: readonly Piece[], i: number): string | undefined => {
  const piece = pieces[i]!;
  if (!starSigns.test(piece.text) || (piece.kind !== "operator" && piece.kind !== "unknown"))
    return undefined;
  if (piece.text === "^") return piece.end - piece.start === 2 ? "**" : undefined;
  return piece.text;
};

/** Emphasis opens where an operand would begin, or behind another that has ended, and closes before a gap or the end. */
const markStars = (pieces: Piece[]): void => {
  const closing = Map.groupBy(
    pieces.flatMap((_, i) => (mayClose(pieces, i) ? [i] : [])),
    (i) => starAt(pieces, i)!,
  );
  const passed = new Map<string, number>();
  for (let i = 0; i + 1 < pieces.length; i += 1) {
    const star = starAt(pieces, i);
    if (star === undefined || !mayOpen(pieces, i)) continue;
    const ends = closing.get(star) ?? [];
    let next = passed.get(star) ?? 0;
    while (next < ends.length && ends[next]! < i + 2) next += 1;
    passed.set(star, next + 1);
    const end = ends[next];
    if (end !== undefined) enclose(pieces, i, end, star);
    else passed.set(star, next);
  }
};

const mayOpen = (pieces: readonly Piece[], i: number): boolean => {
  const [last, piece, next] = [pieces[i - 1], pieces[i]!, pieces[i + 1]!];
  if (next.before !== "" || next.kind === "end") return false;
  return !endsOperand(last) || (piece.before !== "" && last?.kind === "close" && /^[*_~]/.test(last.text));
};

const mayClose = (pieces: readonly Piece[], i: number): boolean => {
  if (starAt(pieces, i) === undefined || pieces[i]!.before !== "") return false;
  const next = pieces[i + 1];
  return (
    next !== undefined &&
    (next.before !== "" ||
      ["end", "comma", "question", "point", "colon", "semicolon", "courtesy"].includes(next.kind))
  );
};

/** Around an operand marks are brackets; around words they are seen and mean nothing. */
const enclose = (pieces: Piece[], from: number, to: number, text: string): void => {
  const isOperand = pieces
    .slice(from + 1, to)
    .every(
      ({ meaning, kind }) =>
        meaning === undefined && kind !== "relation" && kind !== "semicolon" && kind !== "courtesy",
    );
  const [open, close] = [pieces[from]!, pieces[to]!];
  if (!isOperand) {
    pieces[from] = courtesy(open);
    pieces[to] = courtesy(close);
    return;
  }
  const mark = `*${text}`;
  pieces[from] = { ...courtesy(open), kind: "open", text: mark };
  pieces[to] = { ...courtesy(close), kind: "close", text: mark };
};

/** Backticks and fences; behind a fence may stand the name of a language. */
const markTicks = (pieces: Piece[], text: string): void => {
  const ticks = pieces.flatMap((piece, i) => (piece.text === "`" && piece.kind === "unknown" ? [i] : []));
  const widthAt = (i: number) => /^`+/.exec(text.slice(pieces[i]!.start, pieces[i]!.end))![0].length;
  for (let k = 0; k + 1 < ticks.length; k += 2) {
    const [from, to] = [ticks[k]!, ticks[k + 1]!];
    if (widthAt(from) !== widthAt(to)) return;
    const language = text.slice(pieces[from]!.start, pieces[from]!.end).replace(/^`+/, "");
    if (language !== "" && !fences.has(language)) return;
    if (widthAt(from) < 3) enclose(pieces, from, to, "`");
    else {
      pieces[from] = courtesy(pieces[from]!);
      pieces[to] = courtesy(pieces[to]!);
      if (
        pieces[from + 1]!.kind === "word" &&
        fences.has(pieces[from + 1]!.text) &&
        pieces[from + 2]?.before === "line"
      )
        pieces[from + 1] = courtesy(pieces[from + 1]!);
    }
  }
};

/** Double quotes around words or whole sentences are seen and mean nothing; around an operand they are brackets. */
const markQuotes = (pieces: Piece[]): void => {
  const quotes = pieces.flatMap(({ text, kind }, i) => (text === '"' && kind === "unknown" ? [i] : []));
  if (quotes.length % 2 !== 0) return;
  for (let k = 0; k < quotes.length; k += 2) {
    const [from, to] = [quotes[k]!, quotes[k + 1]!];
    const inner = pieces.slice(from + 1, to);
    const isKey = inner.length === 1 && inner[0]!.kind === "word";
    const hasWords = inner.some(
      ({ meaning }) => meaning?.operation !== undefined || meaning?.joins !== undefined,
    );
    if (!isKey && hasWords && pieces[to + 1]?.kind !== "colon")
      for (const i of [from, to]) pieces[i] = courtesy(pieces[i]!);
  }
};
