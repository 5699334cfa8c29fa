import { childrenOf } from "../children.ts";
import { tightness } from "../expressions/infix.ts";
import { joined, mostOperators, parseExpression, refuseRest } from "../expressions/parse-expression.ts";
import { fail, here, isAtEnd, isTurned, type State, shapeIn, startsOperand, within } from "../state.ts";
import { across, type Sign, type Span, type Tree } from "../tree.ts";
import { cutRun } from "./cut-run.ts";
import type { Group } from "./group-cuts.ts";
import { decimalNumber, parseElement } from "./parse-list.ts";
import { isDecimal, type Parts } from "./split-rows.ts";

/** The most operands that are read at once. */
const mostVectors = 1_000;

/**
 * Parses a range that words or the ends of the text bound: bare lists as `2,3,4 1,0,2` and `1 2 3`, rows, columns, and
 * expressions. Gives the operands in order.
 */
export const parseRun = (s: State, from: number, to: number): readonly Tree[] | undefined => {
  const groups = cutRun(s, from, to);
  if (groups === undefined) return undefined;
  const operands: Tree[] = [];
  for (let i = 0; i < groups.length; i += 1) {
    if (groups[i]!.operator !== undefined && i > 0) continue;
    const isJoined = groups[i + 1]?.operator !== undefined;
    const made = isJoined ? parseJoined(s, groups, i) : parseGroup(s, groups[i]!);
    if (made === undefined) return undefined;
    operands.push(...made);
    if (operands.length > mostVectors) return fail(s, made[0]!.span, "too-many-numbers");
  }
  return operands.flatMap((operand) => rowsIfVectors(s, operand));
};

/** A matrix among operands may be a list of vectors. */
const rowsIfVectors = (s: State, operand: Tree): readonly Tree[] => {
  if (operand.kind !== "matrix" || s.component !== undefined) return [operand];
  if (isTurned(s, "matrix-or-vectors", operand.span) === (s.rows === "matrix"))
    return operand.rows.map((components) => ({
      kind: "vector",
      components,
      span: across(components[0]!.span, components.at(-1)!.span),
    }));
  return [operand];
};

/** A group of elements: a bare list, or operands that stand side by side. */
const parseGroup = (
  s: State,
  { parts, isDecimal: mayBeDecimal, isThousands }: Group,
): readonly Tree[] | undefined => {
  const [only] = parts;
  if (parts.length === 1 && mayBeDecimal && isDecimal(s, only!.from, only!.to) !== undefined) {
    const tree = parseElement(s, only!, true);
    return tree === undefined ? undefined : [tree];
  }
  if (isThousands) {
    const typed = s.text.slice(s.pieces[only!.from]!.start, s.pieces[parts.at(-1)!.to - 1]!.end);
    const tree = decimalNumber(s, only!.from, parts.at(-1)!.to, typed, "");
    return tree === undefined ? undefined : [tree];
  }
  if (parts.length === 1) return within(s, only!.from, only!.to, parseSideBySide);
  const trees: Tree[] = [];
  for (const part of parts) {
    s.component = isComponent(s, part) ? trees.length + 1 : undefined;
    const tree = parseElement(s, part, mayBeDecimal);
    if (tree === undefined) return undefined;
    trees.push(tree);
  }
  s.component = undefined;
  return gather(s, trees, parts);
};

/** Whether an element is a component for sure: between commas, or one number. Between gaps, 2i + 3j is a vector. */
const isComponent = (s: State, { from, to }: Parts): boolean => {
  if (s.partners.get(from) === to - 1) return false;
  return (
    (to === from + 1 && s.pieces[from]!.kind === "number") ||
    s.pieces[to]?.kind === "comma" ||
    s.pieces[from - 1]?.kind === "comma"
  );
};

/** Numbers make a vector; vectors, and names alone, are operands each. */
const gather = (s: State, trees: readonly Tree[], parts: readonly Parts[]): readonly Tree[] => {
  const shapes = trees.map((tree) => shapeIn(s, tree).kind);
  const isList =
    shapes.every((shape) => shape === "number" || shape === "unknown") &&
    (s.pieces[parts[0]!.to]?.kind === "comma" || !trees.some(holdsVectors));
  const areLetters = trees.every(({ kind }) => kind === "name");
  const span = across(trees[0]!.span, trees.at(-1)!.span);
  const hasCommas = s.text.slice(span.start, span.end).includes(",") || parts.length > 3;
  if (isList && (!areLetters || hasCommas)) {
    s.vectors += 1;
    return [{ kind: "vector", components: trees, span }];
  }
  const [first, second, third] = trees;
  const isFactor =
    third === undefined &&
    shapes[0] === "number" &&
    shapes[1] !== "number" &&
    s.pieces[parts[1]!.from]!.kind === "open";
  const isTransposed = shapeIn(s, first!).kind === "vector" && first!.kind === "transposed";
  const isMatrix = shapes[0] === "matrix" && s.text.includes("\\begin");
  if (third === undefined && (isTransposed || isMatrix) && !hasSign(s, first!, second!))
    return [joined("implicit", first!, second!, { start: first!.span.end, end: second!.span.start })];
  if (isFactor && !hasSign(s, first!, second!) && !isTurned(s, "factor-or-operand", span))
    return [joined("implicit", first!, second!, { start: first!.span.end, end: second!.span.start })];
  return trees;
};

/** (1,2)·(3,4) is a number, and yet no component of a list without commas. */
const holdsVectors = (tree: Tree): boolean =>
  tree.kind === "vector" || (tree.kind !== "number" && childrenOf(tree).some(holdsVectors));

/** Whether a comma stands between two operands. */
const hasSign = (s: State, left: Tree, right: Tree): boolean =>
  s.text.slice(left.span.end, right.span.start).trim() !== "";

/** Expressions that stand side by side without a sign, as (1,2)(3,4). */
const parseSideBySide = (s: State): readonly Tree[] | undefined => {
  const trees: Tree[] = [];
  while (!isAtEnd(s)) {
    const last = trees.at(-1);
    if (last !== undefined) {
      const isList = ["vector", "matrix", "unknown"].includes(shapeIn(s, last).kind);
      if (!isList || !startsOperand(s, s.at)) return refuseRest(s);
    }
    const tree = parseExpression(s, 0);
    if (tree === undefined) return undefined;
    trees.push(tree);
  }
  return trees;
};

/** Lists with signs between them: 2,3,4 - 1,0,2. Products are made before sums. */
const parseJoined = (s: State, groups: readonly Group[], from: number): readonly Tree[] | undefined => {
  const trees: Tree[] = [];
  const signs: { readonly sign: Sign; readonly at: Span }[] = [];
  for (let i = from; i < groups.length && (i === from || groups[i]!.operator !== undefined); i += 1) {
    const group = groups[i]!;
    const made = parseGroup(s, group);
    const [tree, second] = made ?? [];
    if (tree === undefined) return undefined;
    if (second !== undefined) return fail(s, second.span, "missing-sign");
    if (group.operator !== undefined && i > from) signs.push(group.operator);
    if (signs.length > mostOperators) return fail(s, group.operator!.at, "nested-too-deeply");
    trees.push(tree);
  }
  return [foldSigns(trees, signs)];
};

const foldSigns = (
  trees: readonly Tree[],
  signs: readonly { readonly sign: Sign; readonly at: Span }[],
): Tree => {
  const operands: Tree[] = [trees[0]!];
  const waiting: (typeof signs)[number][] = [];
  const fold = () => {
    const [right, left, { sign, at }] = [operands.pop()!, operands.pop()!, waiting.pop()!];
    operands.push(joined(sign, left, right, at));
  };
  for (const [i, next] of signs.entries()) {
    while (waiting.length > 0 && tightness[waiting.at(-1)!.sign] >= tightness[next.sign]) fold();
    waiting.push(next);
    operands.push(trees[i + 1]!);
  }
  while (waiting.length > 0) fold();
  return operands[0]!;
};

/** Where a run starts that begins with an operand. */
export const runStarts = (s: State): boolean =>
  startsOperand(s, s.at) ||
  (here(s).kind === "operator" && /^[-+]$/.test(here(s).text) && startsOperand(s, s.at + 1));
