import { isLetter, type Piece } from "./mark-phrases.ts";
import { endsOperand } from "./pair-brackets.ts";
import { isDecimal, type Parts } from "./parse-list.ts";
import { isGapBetween, skipTo } from "./separators.ts";
import { fail, isTurned, type State, startsOperand } from "./state.ts";
import { across, type Sign, type Span, signs } from "./tree.ts";

/** Elements that belong together, and the sign that joins them to the group before. */
export interface Group {
  readonly parts: readonly Parts[];
  readonly operator?: { readonly sign: Sign; readonly at: Span };
  /** Whether a comma within an element is a decimal comma. */
  readonly isDecimal: boolean;
  /** Whether commas stand between thousands, so that the elements are one number. */
  readonly isThousands: boolean;
}

const cutKinds = ["comma", "semicolon", "bar", "line", "blank", "tab", "gap", "operator"] as const;

type CutKind = (typeof cutKinds)[number];

/** A place at which a run is cut: where the element before ends and the next begins. */
interface Cut {
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

const signOfPiece = ({ kind, text, meaning }: Piece): Sign | undefined => {
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

const group = (
  s: State,
  cuts: readonly Cut[],
  elements: readonly Parts[],
  joins: (kind: CutKind) => boolean,
  isDecimal = false,
): readonly Group[] => {
  const groups: { parts: Parts[]; operator?: NonNullable<Group["operator"]> }[] = [{ parts: [elements[0]!] }];
  for (const [i, { kind, end }] of cuts.entries()) {
    const part = elements[i + 1]!;
    if (joins(kind)) groups.at(-1)!.parts.push(part);
    else if (kind === "operator") {
      const { start, end: stop } = s.pieces[end]!;
      groups.push({
        parts: [part],
        operator: { sign: signOfPiece(s.pieces[end]!)!, at: { start, end: stop } },
      });
    } else groups.push({ parts: [part] });
  }
  return groups.map((each) => ({ ...each, isDecimal, isThousands: false }));
};

/** What joins the numbers of a list without commas. */
const joiner = (
  s: State,
  cuts: readonly Cut[],
  elements: readonly Parts[],
  kinds: ReadonlySet<CutKind>,
): readonly CutKind[] => {
  const areNumbers = elements.every(({ from, to }) => s.partners.get(from) !== to - 1);
  const gaps: readonly CutKind[] = ["gap", "tab"];
  if (kinds.has("semicolon")) {
    const rows = group(s, cuts, elements, (kind) => gaps.includes(kind));
    const columns = group(s, cuts, elements, (kind) => kind === "semicolon");
    const isEven = (groups: readonly Group[]) =>
      groups.every(({ parts }) => parts.length === groups[0]!.parts.length);
    const isColumn = areNumbers && isEven(columns) && columns[0]!.parts.length > 1;
    return isColumn && !(isEven(rows) && rows[0]!.parts.length > 1) ? ["semicolon"] : gaps;
  }
  const has = (...some: readonly CutKind[]) => some.some((kind) => kinds.has(kind));
  if (has("line", "blank") && !has("gap", "tab", "bar") && areNumbers) return ["line"];
  if (kinds.has("bar") && !has("gap", "tab", "line") && areNumbers) return ["bar"];
  return gaps;
};

/** Lists with commas: what else separates, separates lists; but a comma may be a decimal comma. */
const withCommas = (
  s: State,
  cuts: readonly Cut[],
  elements: readonly Parts[],
  kinds: ReadonlySet<CutKind>,
): readonly Group[] => {
  const groups = group(s, cuts, elements, (kind) => kind === "comma");
  const span = across(s.pieces[elements[0]!.from]!, s.pieces[elements.at(-1)!.to - 1]!);
  const whole = groups.map(({ parts }) => ({ from: parts[0]!.from, to: parts.at(-1)!.to }));
  const typed = whole.map(({ from, to }) => isDecimal(s, from, to));
  const areThousands = typed.every((each) => each !== undefined && /^[-+−]?[1-9]\d{0,2},0\d\d$/.test(each));
  const mayBeDecimal =
    !areThousands &&
    typed.every((each) => each !== undefined) &&
    (groups.length > 1 || s.known.decimalComma === true);
  if (mayBeDecimal) {
    const isUsual = isUsuallyDecimal(s, typed, kinds);
    if (isTurned(s, "decimal-comma", span) !== isUsual) {
      const further = cuts.filter(({ kind }) => kind !== "comma");
      return group(
        s,
        further,
        whole,
        (kind) => kind === "gap" || kind === "tab" || kind === "semicolon",
        true,
      );
    }
    return groups;
  }
  return groups.map((each, i) => {
    const { from, to } = whole[i]!;
    const text = s.text.slice(s.pieces[from]!.start, s.pieces[to - 1]!.end);
    const isThousands =
      /^[-+−]?[1-9]\d{0,2}(?:,\d{3})+$/.test(text) && /,0\d\d/.test(text) && !isTurned(s, "thousands", span);
    return { ...each, isThousands };
  });
};

/** 1,5;2,5 are decimals; 1,0;0,1 are rows, since nobody writes a nought behind a decimal comma. */
const isUsuallyDecimal = (
  s: State,
  typed: readonly (string | undefined)[],
  kinds: ReadonlySet<CutKind>,
): boolean => {
  if (s.known.decimalComma === true) return true;
  return kinds.has("semicolon") && s.known.rows !== "matrix" && !typed.some((each) => each!.endsWith(",0"));
};

/** Lines of numbers: each a vector, or where they are columns of a sheet, each column. */
const columnsOf = (
  s: State,
  groups: readonly Group[],
  kinds: ReadonlySet<CutKind>,
): readonly Group[] | undefined => {
  const [first] = groups;
  const width = first!.parts.length;
  const isTable =
    kinds.has("line") &&
    width > 1 &&
    groups.length > 1 &&
    groups.every(({ parts }) => parts.length === width);
  if (!isTable || (!kinds.has("tab") && !(width === 2 && groups.length > 2))) return undefined;
  const areUsual = kinds.has("tab") && groups.length > width;
  const span = across(s.pieces[first!.parts[0]!.from]!, s.pieces[groups.at(-1)!.parts.at(-1)!.to - 1]!);
  if (isTurned(s, "columns-or-rows", span) === areUsual) return undefined;
  return first!.parts.map((_, i) => ({
    parts: groups.map(({ parts }) => parts[i]!),
    isDecimal: false,
    isThousands: false,
  }));
};
