import code from "../code.json" with { type: "json" };
import { type Parts, splitInside } from "../lists/split-rows.ts";
import { fail, type State, shapeIn } from "../state.ts";
import { across, type Span, type Tree } from "../tree.ts";
import { parseRange } from "./parse-expression.ts";

const plainKeys: ReadonlySet<string> = new Set(code.ignoredKeys);
const listKeys: ReadonlySet<string> = new Set(code.lists);

/** Whether what stands in braces is an object of JSON or JavaScript: a key and a colon. */
export const isObject = (s: State, from: number, to: number): boolean => colonAt(s, from, to) !== undefined;

const colonAt = (s: State, from: number, to: number): number | undefined => {
  const closing = s.partners.get(from);
  const at = closing === undefined ? from + 1 : closing + 1;
  return at < to && s.pieces[at]!.kind === "colon" ? at : undefined;
};

/**
 * Parses an object and gives the vectors in it: {"data": [{"embedding": [2, 3, 4]}, …]} as a matrix, {"a": [1, 2],
 * "b": [3, 4]} with names. Members that describe (model, usage, index) are understood; any other is pointed at.
 */
export const parseObject = (s: State, from: number, to: number, span: Span): Tree | undefined => {
  const found: Tree[] = [];
  for (const part of splitInside(s, from, to)) {
    const member = parseMember(s, part);
    if (member === undefined) return undefined;
    if (member !== "plain") found.push(member);
  }
  const [first, second] = found;
  if (first === undefined) return fail(s, span, "vector-expected");
  if (second === undefined) return { ...first, span };
  const rows = found.flatMap((each) =>
    each.kind === "vector" ? [each.components] : each.kind === "matrix" ? each.rows : [],
  );
  const odd = rows.find((row) => row.length !== rows[0]!.length);
  if (odd !== undefined) return fail(s, across(odd[0]!.span, odd.at(-1)!.span), "ragged-matrix");
  return { kind: "matrix", rows, span };
};

const parseMember = (s: State, { from, to }: Parts): Tree | "plain" | undefined => {
  const colon = colonAt(s, from, to);
  const first = s.pieces[from]!;
  if (colon === undefined) return fail(s, first, "misplaced-sign");
  const [start, end] = [
    s.pieces[colon - 1]!.kind === "close" ? from + 1 : from,
    s.pieces[colon - 1]!.kind === "close" ? colon - 1 : colon,
  ];
  const key = s.text.slice(s.pieces[start]!.start, s.pieces[end - 1]?.end);
  const value = s.pieces[colon + 1];
  if (value === undefined || colon + 1 >= to) return fail(s, first, "setting-without-value");
  if (plainKeys.has(key) && !isListHere(s, colon + 1, to)) {
    s.taken.fill(1, from, to);
    return "plain";
  }
  const isName = /^\p{L}[\p{L}\p{Nd}_]{0,30}$/u.test(key);
  if (!listKeys.has(key) && !isName) return fail(s, across(first, s.pieces[colon - 1]!), "unknown-setting");
  s.taken.fill(1, from, colon + 1);
  const tree = parseRange(s, colon + 1, to);
  if (tree === undefined) return undefined;
  if (!/^(?:vector|matrix)$/.test(shapeIn(s, tree).kind))
    return fail(s, across(first, s.pieces[to - 1]!), "vector-expected");
  if (!listKeys.has(key)) s.names.set(key, tree);
  return tree;
};

/** Whether a list or an object with vectors is the value of a member. */
const isListHere = (s: State, at: number, to: number): boolean => {
  const { kind, text, start } = s.pieces[at]!;
  if (kind !== "open" || (text !== "[" && text !== "{")) return false;
  return text === "["
    ? /\d/.test(s.text.slice(start, s.pieces[to - 1]!.end))
    : /\[/.test(s.text.slice(start, s.pieces[to - 1]!.end));
};
