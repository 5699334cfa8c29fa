import { fail, isTurned, type State, startsOperand } from "../state.ts";
import { isLetter, type Piece } from "../tokens/mark-phrases.ts";
import { endsOperand } from "../tokens/pair-brackets.ts";
import { across, type Sign, type Span, signs } from "../tree.ts";
import { columnsOf, type Group, group, joiner, withCommas } from "./group-cuts.ts";
import { isGapBetween, skipTo } from "./separators.ts";
import type { Parts } from "./split-rows.ts";

const cutKinds = ["comma", "semicolon", "bar", "line", "blank", "tab", "gap", "operator"] as const;

export type CutKind = (typeof cutKinds)[number];

/** A place at which a run is cut: where the element before ends and the next begins. */
export interface Cut {
  readonly kind: CutKind;
  readonly end: number;
  readonly next: number;
}

/** What is known of a run before its signs are sorted. */
interface Run {
  readonly cuts: readonly Cut[];
  readonly hasCommas: boolean;
  /** Whether commas stand between numbers, not only between brackets. */
  readonly arePlain: boolean;
  /** Whether no comma has a gap after it. */
  readonly areTight: boolean;
  readonly span: Span;
}

/** Cuts a run into groups of elements: which separator joins depends on which there are. */
export const cutRun = (s: State, from: number, given: number): readonly Group[] | undefined => {
  if (from >= given) return fail(s, s.pieces[from - 1] ?? s.pieces[from]!, "missing-operand");
  const to = withoutSeparator(s, from, given);
  const all = cutsIn(s, from, to);
  const commas = all.filter(({ kind }) => kind === "comma");
  const run: Run = {
    cuts: all,
    hasCommas: commas.length > 0,
    arePlain: commas.some(
      ({ end }) => s.pieces[end - 1]?.kind !== "close" || s.pieces[end + 1]?.kind !== "open",
    ),
    areTight: commas.every(({ next }) => s.pieces[next]?.before === ""),
    span: across(s.pieces[from]!, s.pieces[to - 1]!),
  };
  const cuts = all.filter(({ kind }, i) => kind !== "operator" || isBetweenLists(s, run, i));
  for (const { end, next } of cuts) s.taken.fill(1, end, next);
  const kinds = new Set(cuts.map(({ kind }) => kind));
  const elements = elementsBetween(cuts, from, to);
  const empty = elements.findIndex((part) => part.from >= part.to);
  const stranger = empty < 0 ? undefined : strangerIn(s, from, to);
  if (stranger !== undefined) return fail(s, stranger, "unknown-word");
  if (empty >= 0) return fail(s, s.pieces[cuts[Math.min(empty, cuts.length - 1)]!.end]!, "empty-component");
  if (kinds.has("comma")) return withCommas(s, cuts, elements, kinds);
  const joinsWith = joiner(s, cuts, elements, kinds);
  const groups = group(s, cuts, elements, (kind) => joinsWith.includes(kind));
  return columnsOf(s, groups, kinds) ?? groups;
};

/** A word that nobody knows, which is rather at fault than the gap that it leaves. */
const strangerIn = (s: State, from: number, to: number): Piece | undefined =>
  s.pieces
    .slice(from, to)
    .find(
      ({ kind, text, meaning }) =>
        kind === "word" && meaning === undefined && !isLetter(text) && !s.names.has(text),
    );

const elementsBetween = (cuts: readonly Cut[], from: number, to: number): readonly Parts[] =>
  [{ next: from }, ...cuts].map(({ next }, i) => ({ from: next, to: cuts[i]?.end ?? to }));

const cutsIn = (s: State, from: number, to: number): readonly Cut[] => {
  const cuts: Cut[] = [];
  for (let i = from; i < to; i = skipTo(s, i)) {
    const { kind, before } = s.pieces[i]!;
    if (kind === "comma" || kind === "semicolon" || kind === "bar") cuts.push({ kind, end: i, next: i + 1 });
    else if (isListOperator(s, i, from, to)) cuts.push({ kind: "operator", end: i, next: i + 1 });
    else if (before !== "" && i > from && isGapBetween(s, i) && !isDifference(s, i))
      cuts.push({ kind: gapKind(s, i), end: i, next: i });
  }
  return cuts;
};

/** A separator at the end of a list is passed over. */
const withoutSeparator = (s: State, from: number, to: number): number => {
  const last = s.pieces[to - 1]!;
  if (to - from < 2 || (last.kind !== "comma" && last.kind !== "semicolon")) return to;
  s.taken[to - 1] = 1;
  return to - 1;
};

const gapKind = (s: State, at: number): CutKind => {
  const { before, start } = s.pieces[at]!;
  if (before !== "line") return before === "tab" ? "tab" : "gap";
  return /\n[^\S\n]*\r?\n/.test(s.text.slice(s.pieces[at - 1]!.end, start)) ? "blank" : "line";
};

/** (1,2) -(3,4) and a -b: a difference, unless two operands are wanted. Between numbers it is the sign of the second. */
const isDifference = (s: State, at: number): boolean => {
  const piece = s.pieces[at]!;
  const last = s.pieces[at - 1]!;
  if (piece.kind !== "operator" || last.kind === "number") return false;
  return !isTurned(s, "sign-after-gap", piece);
};

/** A sign with gaps on both sides may stand between two lists. */
const isListOperator = (s: State, at: number, from: number, to: number): boolean => {
  const [piece, next] = [s.pieces[at]!, s.pieces[at + 1]];
  if (at === from || at + 1 >= to || next === undefined || piece.before === "" || next.before === "")
    return false;
  if (!endsOperand(s.pieces[at - 1]) || !(startsOperand(s, at + 1) || /^[-+]$/.test(next.text))) return false;
  return signOfPiece(piece) !== undefined;
};

export const signOfPiece = ({ kind, text, meaning }: Piece): Sign | undefined => {
  const sign = kind === "point" ? "·" : text === "x" ? "×" : kind === "operator" ? text : meaning?.sign;
  const named = sign === "dot" ? "·" : sign === "cross" ? "×" : sign === "outer" ? "⊗" : sign;
  return signs.find((each) => each === named);
};

const productSigns = /^[*·×@∘⊗]$/;

/**
 * Whether a sign joins lists or two numbers in a list. Where the commas are tight, as in 2,3,4 - 1,0,2, it joins lists;
 * in 1, 2 - 3, 4 it stands within one. Between numbers with gaps it joins lists of two and more.
 */
const isBetweenLists = (s: State, run: Run, at: number): boolean => {
  const cut = run.cuts[at]!;
  const piece = s.pieces[cut.end]!;
  const isProduct = productSigns.test(signOfPiece(piece) ?? "");
  const [left, right] = [countBeside(run, at, -1), countBeside(run, at, 1)];
  if (run.hasCommas) {
    if (!run.arePlain) return false;
    const isList = (count: number, beside: number) =>
      count > 1 || isProduct || s.pieces[beside]!.kind === "close" || s.pieces[beside]!.kind === "open";
    if (!isList(left, cut.end - 1) || !isList(right, cut.next)) return false;
    return run.areTight !== isTurned(s, "operator-between-lists", run.span);
  }
  if (left > 1 && right > 1) return !isTurned(s, "operator-between-lists", piece);
  return isProduct && right > 1 && left === 1;
};

/** How many elements stand on one side of a sign, up to what ends a list there. */
const countBeside = ({ cuts, hasCommas }: Run, at: number, step: -1 | 1): number => {
  let count = 1;
  for (let i = at + step; cuts[i]?.kind === (hasCommas ? "comma" : "gap"); i += step) count += 1;
  return count;
};
