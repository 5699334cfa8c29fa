import { parseRun } from "../lists/parse-run.ts";
import { skipTo } from "../lists/separators.ts";
import { fail, type State } from "../state.ts";
import type { Tree } from "../tree.ts";
import { assignmentEnd, initialiserOf, startsStatement, typeEnd } from "./parse-code.ts";
import { runEnd } from "./run-end.ts";

/** Where the parts of an assignment lie, by places of pieces. */
interface Assignment {
  readonly start: number;
  readonly name: number;
  /** Where what is assigned begins. */
  readonly value: number;
}

/**
 * Parses all assignments of a text first, so that what names stand for is known where they are used: "a·c where
 * a = (1,2) and c = (3,4)". False where one cannot be read.
 */
export const parseAssignments = (s: State): boolean => {
  for (let i = s.at; i < s.end; ) {
    const found = assignmentAt(s, i);
    if (found === undefined) i = skipTo(s, i);
    else {
      const end = parseAssignment(s, found);
      if (end === undefined) return false;
      i = end;
    }
  }
  return true;
};

const assignmentAt = (s: State, at: number): Assignment | undefined => {
  const piece = s.pieces[at]!;
  if (piece.kind !== "word" && piece.text !== "[") return undefined;
  const name = typeEnd(s, at);
  const value = assignmentEnd(s, name);
  if (value !== undefined) return { start: at, name, value };
  const list = name > at && startsStatement(s, at) ? initialiserOf(s, name) : undefined;
  return list === undefined ? undefined : { start: at, name, value: list };
};

const parseAssignment = (s: State, { start, name, value }: Assignment): number | undefined => {
  const piece = s.pieces[name]!;
  const from = typeEnd(s, value);
  const end = valueEnd(s, from);
  s.taken.fill(1, start, from);
  const { rows } = s;
  s.rows = "matrix";
  const operands = parseRun(s, from, end);
  s.rows = rows;
  const [tree, second] = operands ?? [];
  if (tree === undefined) return undefined;
  if (second !== undefined) return fail(s, second.span, "missing-sign");
  if (s.given.has(piece.text)) return fail(s, piece, "given-twice");
  if (mentions(tree, piece.text)) return fail(s, piece, "given-by-itself");
  s.given.add(piece.text);
  s.names.set(piece.text, tree);
  s.assigned.set(start, end);
  return end;
};

/** Where the value of an assignment ends: at the next statement, or at a comma behind a value in brackets. */
const valueEnd = (s: State, from: number): number => {
  const at = s.at;
  s.at = from;
  const end = runEnd(s);
  s.at = at;
  const isBare = s.pieces[from]!.kind === "number" || s.pieces[from]!.kind === "operator";
  for (let i = from; i < end; i = skipTo(s, i)) {
    const { kind } = s.pieces[i]!;
    const next = s.pieces[i + 1]!;
    const isList = next.kind === "number" || next.kind === "operator";
    if (kind === "semicolon" && !(isBare && isList)) return i;
    if (kind === "comma" && !(isBare && isList)) return i;
    if (
      i > from &&
      s.pieces[i]!.before === "line" &&
      !(isBare && s.pieces[i]!.kind === "number") &&
      kind !== "close"
    )
      return i;
  }
  return end;
};

const mentions = (tree: Tree, name: string): boolean => {
  const open: Tree[] = [tree];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "name" && next.name === name) return true;
    if (next.kind === "binary") open.push(next.left, next.right);
    else if (next.kind === "operation") open.push(...next.operands);
    else if ("of" in next) open.push(next.of);
  }
  return false;
};
