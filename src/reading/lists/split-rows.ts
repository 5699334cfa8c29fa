import { fail, isTurned, type State } from "../state.ts";
import { isGapBetween, skipTo } from "./separators.ts";

/** The range of pieces of one element. */
export interface Parts {
  readonly from: number;
  readonly to: number;
}

/** What separates the elements of a list, in each of its rows. */
export interface Rows {
  readonly rows: readonly (readonly Parts[])[];
  readonly separators: "none" | "comma" | "semicolon" | "bar" | "gap";
}

/** The arguments of a call: between commas, or between semicolons as some spreadsheets have them. */
export const splitInside = (s: State, from: number, to: number): readonly Parts[] => {
  if (from === to) return [];
  const cuts: number[] = [];
  for (let i = from; i < to; i = skipTo(s, i)) if (s.pieces[i]!.kind === "comma") cuts.push(i);
  if (cuts.length === 0)
    for (let i = from; i < to; i = skipTo(s, i)) if (s.pieces[i]!.kind === "semicolon") cuts.push(i);
  return cutAt(s, cuts, from, to);
};

const cutAt = (s: State, cuts: readonly number[], from: number, to: number): readonly Parts[] => {
  const parts: Parts[] = [];
  let start = from;
  for (const cut of cuts) {
    parts.push({ from: start, to: cut });
    s.taken[cut] = 1;
    start = cut + 1;
  }
  // A comma before the closing bracket ends the last element, as in code.
  if (start < to || cuts.length === 0) parts.push({ from: start, to });
  return parts;
};

/** Cuts what is in brackets into rows and elements. */
export const rowsOf = (s: State, open: string, from: number, to: number): Rows | undefined => {
  const found = { comma: [] as number[], row: [] as number[], bar: [] as number[], gap: [] as number[] };
  const lines: number[] = [];
  for (let i = from; i < to; i = skipTo(s, i)) {
    const { kind, before } = s.pieces[i]!;
    if (kind === "comma") found.comma.push(i);
    else if (kind === "semicolon") found.row.push(i);
    else if (kind === "bar") found.bar.push(i);
    else if (before !== "" && i > from && isGapBetween(s, i)) (before === "line" ? lines : found.gap).push(i);
  }
  if (found.row.length === 0 && lines.length === 0) {
    if (found.bar.length > 0) return { rows: [cutAt(s, found.bar, from, to)], separators: "bar" };
    if (found.comma.length > 0) return { rows: [cutAt(s, found.comma, from, to)], separators: "comma" };
    if (found.gap.length > 0) return { rows: [cutBefore(found.gap, from, to)], separators: "gap" };
    return { rows: [[{ from, to }]], separators: "none" };
  }
  const isDecimal = open === "(" && areDecimals(s, found.row, from, to);
  if (isDecimal && !isTurned(s, "decimal-comma", s.pieces[found.comma[0]!]!))
    return { rows: [cutAt(s, found.row, from, to)], separators: "semicolon" };
  const ends = [
    ...found.row.map((at) => [at, at + 1] as const),
    ...lines.map((at) => [at, at] as const),
  ].sort((x, y) => x[0] - y[0]);
  const rows: (readonly Parts[])[] = [];
  let start = from;
  for (const [end, next] of [...ends, [to, to] as const]) {
    if (end > start) rows.push(cutRow(s, start, end));
    else if (next > end && rows.length > 0 && s.pieces[end]!.before !== "line")
      return fail(s, s.pieces[end]!, "empty-component");
    if (next > end) s.taken[end] = 1;
    start = next;
  }
  return rows.length === 0 ? fail(s, s.pieces[from]!, "empty-component") : { rows, separators: "semicolon" };
};

/** A row of a matrix: between commas, or where there are none, at gaps. */
const cutRow = (s: State, from: number, to: number): readonly Parts[] => {
  const [commas, gaps]: [number[], number[]] = [[], []];
  for (let i = from; i < to; i = skipTo(s, i)) {
    if (s.pieces[i]!.kind === "comma") commas.push(i);
    else if (i > from && s.pieces[i]!.before !== "" && isGapBetween(s, i)) gaps.push(i);
  }
  return commas.length > 0 ? cutAt(s, commas, from, to) : cutBefore(gaps, from, to);
};

const cutBefore = (cuts: readonly number[], from: number, to: number): readonly Parts[] =>
  [from, ...cuts].map((start, i) => ({ from: start, to: cuts[i] ?? to }));

/** Whether each piece between semicolons is digits, a comma and digits, without gaps: 1,5; 2,5. */
const areDecimals = (s: State, cuts: readonly number[], from: number, to: number): boolean =>
  cutBefore(
    cuts.map((cut) => cut + 1),
    from,
    to,
  ).every(({ from: start, to: end }) => {
    const last = s.pieces[end - 1]!.kind === "semicolon" ? end - 1 : end;
    return isDecimal(s, start, last) !== undefined;
  });

/** The text of a decimal with a comma in a range of pieces, with its sign. */
export const isDecimal = (s: State, from: number, to: number): string | undefined => {
  const [first, last] = [s.pieces[from], s.pieces[to - 1]];
  if (first === undefined || last === undefined || to - from < 3 || to - from > 4) return undefined;
  const typed = s.text.slice(first.start, last.end);
  return /^[-+−]?\d+,\d+$/.test(typed) ? typed : undefined;
};
