import type { Numeric } from "../../math/scalar.ts";
import { negate } from "../../math/scalar-arithmetic.ts";
import { parseRange } from "../expressions/parse-expression.ts";
import { isObject, parseObject } from "../expressions/parse-object.ts";
import { fail, here, isTurned, type State, shapeIn, take } from "../state.ts";
import { scanNumber } from "../tokens/scan-number.ts";
import { across, type Span, type Tree } from "../tree.ts";
import { parseRun } from "./parse-run.ts";
import { isDecimal, type Parts, type Rows, rowsOf } from "./split-rows.ts";

/** Parses a bracket with what is in it, at the bracket. */
export const parseBracket = (s: State): Tree | undefined => {
  const at = s.at;
  const open = here(s);
  const partner = s.partners.get(at);
  if (partner === undefined || partner >= s.end) return fail(s, open, "unbalanced-bracket");
  take(s);
  const span = across(open, s.pieces[partner]!);
  const tree = parseInside(s, open.text, at + 1, partner, span);
  if (tree === undefined) return undefined;
  s.at = partner;
  take(s);
  return tree;
};

const parseInside = (s: State, open: string, from: number, to: number, span: Span): Tree | undefined => {
  if (from === to) return fail(s, span, "missing-operand");
  if (open === "|" || open === "‖") return parseBars(s, from, to, span);
  if (/^["'`*_~]/.test(open)) return parseMarked(s, from, to);
  if (open === "{" && isObject(s, from, to)) return parseObject(s, from, to, span);
  const rows = rowsOf(s, open, from, to);
  if (rows === undefined) return undefined;
  const [first] = rows.rows;
  const [only] = first!;
  if (rows.separators === "none") {
    const tree = parseRange(s, only!.from, only!.to);
    if (tree === undefined) return undefined;
    if (open === "(" || (open === "{" && isLatex(s))) return { kind: "group", of: tree, span };
    return isList(s, tree) ? { ...tree, span } : vector(s, [tree], span);
  }
  if (open === "⟨" || open === "<") {
    const inner = parseInner(s, rows, span);
    if (inner !== undefined || s.fault !== undefined) return inner;
  }
  return parseRows(s, rows, span);
};

const isLatex = (s: State): boolean => s.text.includes("\\");

const isList = (s: State, tree: Tree): boolean => /^(?:vector|matrix)$/.test(shapeIn(s, tree).kind);

/** |x| of a number is its absolute value; of a vector, and of a letter, it is the norm. */
const parseBars = (s: State, from: number, to: number, span: Span): Tree | undefined => {
  const operands = parseRun(s, from, to);
  const [of] = operands ?? [];
  if (operands === undefined || of === undefined) return undefined;
  if (operands.length > 1) return fail(s, operands[1]!.span, "missing-sign");
  if (isTurned(s, "norm-or-marks", span) && isList(s, of)) return { ...of, span };
  if (!isMarkLike(s, span)) s.met.delete("norm-or-marks");
  const operation = shapeIn(s, of).kind === "number" ? "absolute" : "norm";
  return {
    kind: "operation",
    operation,
    qualifiers: {},
    operands: [of],
    at: { start: span.start, end: span.start + 1 },
    span,
  };
};

/** Two bars on each side of a list may be marks of what is hidden in a chat. */
const isMarkLike = (s: State, { start, end }: Span): boolean =>
  s.text.startsWith("||", start) &&
  s.text.endsWith("||", end) &&
  /^\|\|\s*[-+\d.]/.test(s.text.slice(start, start + 6));

/** What stands between quotes, stars or backticks: one operand. */
const parseMarked = (s: State, from: number, to: number): Tree | undefined => {
  const operands = parseRun(s, from, to);
  const [of, second] = operands ?? [];
  if (of === undefined) return undefined;
  return second === undefined ? of : fail(s, second.span, "missing-sign");
};

/** ⟨a, b⟩ and ⟨a|b⟩ of two vectors are their inner product; undefined, and no fault, where they are none. */
const parseInner = (s: State, { rows, separators }: Rows, span: Span): Tree | undefined => {
  const [left, right, third] = rows.flat();
  if (right === undefined || third !== undefined || separators === "gap") return undefined;
  const areLists = [left!, right].every(({ from, to }) => {
    const piece = s.pieces[from]!;
    return (
      (to === from + 1 && s.names.has(piece.text)) ||
      (piece.kind === "open" && s.partners.get(from) === to - 1)
    );
  });
  if (!areLists) return undefined;
  const operands = [parseRange(s, left!.from, left!.to), parseRange(s, right.from, right.to)];
  const [a, b] = operands;
  if (a === undefined || b === undefined) return undefined;
  markBetween(s, left!, right);
  if (!isList(s, a) || !isList(s, b)) return vector(s, [a, b], span);
  return {
    kind: "operation",
    operation: "dot",
    qualifiers: {},
    operands: [a, b],
    at: { start: span.start, end: span.start + 1 },
    span,
  };
};

const markBetween = (s: State, left: Parts, right: Parts): void => {
  s.taken.fill(1, left.to, right.from);
};

/** An element: an expression, or a number with a decimal comma where commas separate nothing. */
export const parseElement = (s: State, { from, to }: Parts, mayBeDecimal: boolean): Tree | undefined => {
  if (from >= to) return fail(s, s.pieces[from]!, "empty-component");
  const typed = mayBeDecimal ? isDecimal(s, from, to) : undefined;
  return typed === undefined ? parseRange(s, from, to) : decimalNumber(s, from, to, typed);
};

/** A number with a decimal comma, or with a comma between thousands: both are two numbers to the tokeniser. */
export const decimalNumber = (
  s: State,
  from: number,
  to: number,
  typed: string,
  mark = ".",
): Tree | undefined => {
  const span = across(s.pieces[from]!, s.pieces[to - 1]!);
  const isNegative = /^[-−]/.test(typed);
  const { value, fault } = scanNumber(typed.replace(/^[-+−]/, "").replaceAll(",", mark), 0);
  if (value === undefined) return fail(s, span, fault ?? "two-points");
  s.taken.fill(1, from, to);
  const signed = isNegative ? negate(value) : value;
  return {
    kind: "number",
    value: signed as Numeric,
    typed,
    written: mark === "" ? "whole" : "decimal",
    span,
  };
};

const parseRows = (s: State, { rows, separators }: Rows, span: Span): Tree | undefined => {
  const mayBeDecimal = separators === "bar" || separators === "semicolon";
  const isNested = s.component !== undefined;
  const trees: (readonly Tree[])[] = [];
  let count = 0;
  for (const row of rows) {
    const elements: Tree[] = [];
    for (const part of row) {
      count += 1;
      if (!isNested && !isBracket(s, part)) s.component = count;
      const tree = parseElement(s, part, mayBeDecimal);
      if (tree === undefined) return undefined;
      elements.push(tree);
    }
    trees.push(elements);
  }
  if (!isNested) s.component = undefined;
  const [only] = trees;
  if (trees.length === 1) return flatten(s, only!, span);
  if (trees.every((row) => row.length === 1)) return flatten(s, trees.flat(), span);
  return matrix(s, trees, span);
};

const isBracket = (s: State, { from, to }: Parts): boolean => s.partners.get(from) === to - 1;

/** Elements as what they make: numbers a vector, vectors of one dimension a matrix, or a column. */
export const flatten = (s: State, elements: readonly Tree[], span: Span): Tree | undefined => {
  const areLists = elements.map((each) => isList(s, each));
  if (!areLists.includes(true)) return vector(s, elements, span);
  const odd = elements[areLists.indexOf(false)];
  if (odd !== undefined) return fail(s, odd.span, "vector-expected");
  if (elements.length === 1) return { ...elements[0]!, span };
  const rows = elements.map((each) => (each.kind === "vector" ? each.components : undefined));
  if (!rows.every((row) => row !== undefined)) return fail(s, span, "nested-too-deeply");
  if (rows.every((row) => row.length === 1)) return vector(s, rows.flat(), span);
  return matrix(s, rows, span);
};

const vector = (s: State, components: readonly Tree[], span: Span): Tree | undefined => {
  s.vectors += 1;
  return { kind: "vector", components, span };
};

export const matrix = (s: State, rows: readonly (readonly Tree[])[], span: Span): Tree | undefined => {
  const odd = rows.find((row) => row.length !== rows[0]!.length);
  if (odd !== undefined) return fail(s, across(odd[0]!.span, odd.at(-1)!.span), "ragged-matrix");
  return { kind: "matrix", rows, span };
};
