import { parseRun, runStarts } from "../lists/parse-run.ts";
import { fail, here, isAtEnd, pass, type State, shapeIn, take } from "../state.ts";
import type { Join, NamedOperation, QualifierWord } from "../tokens/meaning.ts";
import { across, type Qualifiers, type Span, type Tree, type TreeOf } from "../tree.ts";
import { assignmentEnd } from "./parse-code.ts";
import { isOperandAfter, joinWith, parseJoin } from "./parse-join.ts";
import { followsValue, parseQualifier } from "./parse-qualifier.ts";
import { runEnd } from "./run-end.ts";
import { mostOperands, ofMatrices, ofOne, type Sentence } from "./sentence.ts";

/** What was gathered behind the name of an operation. */
export interface Gathered {
  readonly operands: Tree[];
  qualifiers: Qualifiers;
  isReversed: boolean;
  /** A word that points back in the place of an operand. */
  points?: Span;
  /** The join that waits for its operand. */
  join: { readonly kind: Join; readonly span: Span } | undefined;
}

/** Parses an operation that is named in words, with its qualifiers and operands: "projection of a onto b". */
export const parseNamed = (s: State, sentence: Sentence, depth = 0): TreeOf<"operation"> | undefined => {
  const name = take(s);
  const named = name.meaning!.operation!;
  const gathered: Gathered = {
    operands: [],
    qualifiers: named.qualifiers,
    isReversed: false,
    join: undefined,
  };
  const { rows } = s;
  if (ofMatrices.has(named.operation)) s.rows = "matrix";
  let step: Step = "next";
  while (!isAtEnd(s) && step === "next") step = parseNext(s, sentence, named, gathered, depth);
  s.rows = rows;
  if (step === "fault") return undefined;
  if (gathered.join !== undefined && gathered.operands.length > 0)
    return fail(s, gathered.join.span, "missing-operand");
  if (gathered.points !== undefined && gathered.operands.length > 0)
    return fail(s, gathered.points, "points-back-beside-numbers");
  const listed = ofOne.has(named.operation) ? asOneList(s, gathered.operands) : gathered.operands;
  const operands = gathered.isReversed ? [...listed.slice(1), listed[0]!] : listed;
  const at = { start: name.start, end: name.end };
  return {
    kind: "operation",
    operation: named.operation,
    qualifiers: { ...sentence.pending, ...gathered.qualifiers },
    operands,
    at,
    span:
      operands.length === 0
        ? at
        : {
            start: Math.min(at.start, listed[0]!.span.start),
            end: Math.max(at.end, listed.at(-1)!.span.end),
          },
  };
};

export type Step = "fault" | "done" | "next";

const parseNext = (s: State, sentence: Sentence, named: NamedOperation, g: Gathered, depth: number): Step => {
  const piece = here(s);
  const { meaning } = piece;
  const isFull = depth > 0 && g.operands.length >= mostOperands(named.operation);
  if (isFull) return "done";
  if (meaning?.qualifier !== undefined && meaning.qualifier !== "length" && followsValue(s))
    return parseQualifierHere(s, meaning.qualifier, g);
  const unit = meaning?.resultUnit ?? (named.operation === "angle" ? meaning?.unit : undefined);
  if (unit !== undefined) {
    take(s);
    g.qualifiers = { ...g.qualifiers, unit };
    return "next";
  }
  if (meaning?.power === "2" && (named.operation === "norm" || named.operation === "distance")) {
    take(s);
    g.qualifiers = { ...g.qualifiers, squared: true };
    return "next";
  }
  if (
    meaning?.operation !== undefined &&
    (g.operands.length === 0 || g.join !== undefined) &&
    !runStarts(s)
  ) {
    if (depth > 10) return fault(s);
    const nested = parseNamed(s, { ...sentence, pending: {} }, depth + 1);
    if (nested === undefined) return "fault";
    if (nested.operands.length === 0) return fail(s, nested.span, "missing-operand") ?? "fault";
    return add(s, named, g, [nested]);
  }
  if (runStarts(s) && assignmentEnd(s, s.at) === undefined && !isNewStatement(s)) {
    const operands = parseRunHere(s);
    return operands === undefined ? "fault" : add(s, named, g, operands);
  }
  if (meaning?.joins !== undefined) return parseJoin(s, sentence, named, g);
  if (piece.text === "&" && piece.kind === "unknown") return joinWith(s, g, "and");
  if (piece.kind === "comma" && g.operands.length > 0 && g.join === undefined && isOperandAfter(s)) {
    take(s);
    return "next";
  }
  if (meaning?.points === true && (g.operands.length === 0 || g.join !== undefined)) {
    sentence.points ??= { start: piece.start, end: piece.end };
    if (s.pieces[s.at + 1]!.kind !== "colon") g.points = { start: piece.start, end: piece.end };
    g.join = undefined;
    take(s);
    return "next";
  }
  if (piece.kind === "colon" && g.operands.length === 0 && !isAtEnd(s)) {
    take(s);
    return "next";
  }
  if (
    meaning?.courtesy === true ||
    meaning?.article === true ||
    piece.kind === "courtesy" ||
    piece.kind === "layout"
  ) {
    pass(s);
    return "next";
  }
  return "done";
};

export const fault = (s: State): Step => fail(s, here(s), "nested-too-deeply") ?? "fault";

/** A line of its own is no operand of what stands above, where it begins another statement. */
const isNewStatement = (s: State): boolean =>
  here(s).before === "line" && here(s).kind === "word" && s.at > 0;

/** Takes the run at hand. */
export const parseRunHere = (s: State): readonly Tree[] | undefined => {
  const end = runEnd(s);
  const operands = parseRun(s, s.at, end);
  if (operands !== undefined) s.at = end;
  return operands;
};

const add = (
  s: State,
  { reversedAt, operation }: NamedOperation,
  g: Gathered,
  operands: readonly Tree[],
): Step => {
  const join = g.join?.kind;
  if (g.operands.length > 0 && join !== undefined && join === reversedAt) g.isReversed = true;
  if (g.operands.length === 0 && join === "onto" && /projection/.test(operation)) g.isReversed = true;
  g.operands.push(...operands);
  g.join = undefined;
  return s.fault === undefined ? "next" : "fault";
};

const parseQualifierHere = (s: State, word: QualifierWord, g: Gathered): Step => {
  const value = parseQualifier(s, word);
  if (value === undefined) return "fault";
  g.qualifiers = { ...g.qualifiers, ...value.qualifiers };
  g.operands.push(...value.rest);
  return "next";
};

/** "2, 1 and 0.1" as one list. */
const asOneList = (s: State, operands: readonly Tree[]): readonly Tree[] => {
  const isBare = (tree: Tree) =>
    tree.kind === "vector" &&
    !/[([{]/.test(s.text[tree.span.start - 1] ?? "") &&
    !/^[([{<⟨]/.test(s.text.slice(tree.span.start, tree.span.start + 1));
  const mayJoinIn =
    operands.length > 1 && operands.every((each) => shapeIn(s, each).kind === "number" || isBare(each));
  if (!mayJoinIn) return operands;
  const components = operands.flatMap((each) => (each.kind === "vector" ? each.components : [each]));
  return [{ kind: "vector", components, span: across(operands[0]!.span, operands.at(-1)!.span) }];
};
