import { flatten, parseBracket } from "../lists/parse-list.ts";
import { fail, here, isCall, namespaceEnd, type State, shapeIn, take } from "../state.ts";
import type { Piece } from "../tokens/mark-phrases.ts";
import { across, type Operation, type Qualifiers, type Span, type Tree } from "../tree.ts";
import { findFunction, isRefusedFunction, isWrapper, type KnownFunction } from "./functions.ts";
import { type Arguments, argumentsHere, close, measureOf, parseArguments } from "./parse-arguments.ts";
import { mostOperators } from "./parse-expression.ts";
import { parseOperand } from "./parse-operand.ts";

/** Parses np.linalg.norm(…), math.pi, np.inf: a path of names of libraries, and what it leads to. */
export const parsePath = (s: State): Tree | undefined => {
  const first = here(s);
  const path: string[] = [];
  for (let end = namespaceEnd(s, s.at); end !== undefined; end = namespaceEnd(s, s.at)) {
    path.push(here(s).text);
    while (s.at < end) take(s);
  }
  const tree = parseOperandOfLibrary(s, path);
  return tree === undefined ? undefined : { ...tree, span: across(first, tree.span) };
};

const parseOperandOfLibrary = (s: State, path: readonly string[]): Tree | undefined => {
  const name = here(s);
  // In scipy, the distance that is called cosine is 1 minus the similarity.
  if (path.at(-1) === "distance" && name.text === "cosine" && isCall(s, s.at))
    return parseCallOf(s, { operation: "cosine-distance", qualifiers: {} });
  if (isCall(s, s.at) && isWrapper(`${path.at(-1)}.${name.text}`)) return parseWrapped(s);
  return isCall(s, s.at) ? parseCall(s) : parseOperand(s);
};

/** Parses a function's name and its arguments. */
export const parseCall = (s: State): Tree | undefined => {
  const name = here(s);
  const known = findFunction(name.text) ?? name.meaning?.operation;
  if (known !== undefined) return parseCallOf(s, known);
  if (isWrapper(name.text)) return parseWrapped(s);
  const isRefused = isRefusedFunction(name.text) || name.meaning?.refused !== undefined;
  return fail(s, name, isRefused ? "operation-not-offered" : "unknown-function");
};

/** np.array([1, 2], dtype=float), vec3(1, 2, 3), c(1, 2), float("-inf"): what stands in the brackets. */
const parseWrapped = (s: State): Tree | undefined => {
  const name = take(s);
  const { partner, parts } = argumentsHere(s);
  const args = parseArguments(s, parts);
  if (args === undefined) return undefined;
  close(s, partner);
  const span = across(name, s.pieces[partner]!);
  const { operands } = args;
  const [only] = operands;
  if (only === undefined) return fail(s, span, "missing-operand");
  const isRows = operands.length > 1 && operands.every((each) => shapeIn(s, each).kind === "vector");
  if (operands.length === 1) {
    const isNumber =
      shapeIn(s, only).kind === "number" && /^(?:c|vec|Vec|SA|array|tensor|vector|Vector)$/.test(name.text);
    return isNumber ? { kind: "vector", components: [only], span } : { ...only, span };
  }
  return isRows ? flatten(s, operands, span) : vectorOf(s, operands, span);
};

const vectorOf = (s: State, components: readonly Tree[], span: Span): Tree | undefined => {
  const odd = components.find((each) => !["number", "unknown"].includes(shapeIn(s, each).kind));
  if (odd !== undefined) return fail(s, odd.span, "number-expected");
  s.vectors += 1;
  return { kind: "vector", components, span };
};

/** A call of a known function: dot(a, b), norm(a, 1), softmax(x, dim=0), Norm[{3, 4}]. */
const parseCallOf = (s: State, known: KnownFunction): Tree | undefined => {
  const name = take(s);
  const { partner, parts } = argumentsHere(s);
  const args = parseArguments(s, parts);
  if (args === undefined) return undefined;
  close(s, partner);
  return makeCall(s, known, args, name, across(name, s.pieces[partner]!));
};

const makeCall = (
  s: State,
  known: KnownFunction,
  args: Arguments,
  name: Piece,
  span: Span,
): Tree | undefined => {
  const { operation, qualifiers } = args.metric ?? known;
  const sorted = sortOperands(s, operation, args.operands, span);
  if (sorted === undefined) return undefined;
  return {
    kind: "operation",
    operation,
    qualifiers: { ...qualifiers, ...known.qualifiers, ...args.qualifiers, ...sorted.qualifiers },
    operands: sorted.operands,
    at: { start: name.start, end: name.end },
    span,
  };
};

/** Operations of one vector, of which norm(3, 4) and softmax(2, 1, 0.1) may have the components as arguments. */
const ofOneVector: ReadonlySet<Operation> = new Set([
  "norm",
  "normalise",
  "softmax",
  "total",
  "mean",
  "transpose",
]);

/** norm(a, 1) has its p as a second argument; norm(3, 4) has a vector without its brackets. */
const sortOperands = (
  s: State,
  operation: Operation,
  operands: readonly Tree[],
  span: Span,
): { readonly operands: readonly Tree[]; readonly qualifiers: Qualifiers } | undefined => {
  const areNumbers = operands.every((each) => shapeIn(s, each).kind === "number");
  const isFollowed = s.at < s.end && here(s).kind === "open" && here(s).text === "(";
  if (operands.length > 1 && areNumbers && (ofOneVector.has(operation) || isFollowed)) {
    const vector = vectorOf(s, operands, span);
    const further = isFollowed && !ofOneVector.has(operation) ? parseBracket(s) : undefined;
    if (vector === undefined || s.fault !== undefined) return undefined;
    return { operands: further === undefined ? [vector] : [vector, further], qualifiers: {} };
  }
  const [first, second] = operands;
  if (operation === "norm" && second !== undefined && operands.length === 2 && first !== undefined)
    return { operands: [first], qualifiers: measureOf(second) };
  return { operands, qualifiers: {} };
};

/** \frac{1}{2} and \frac12. */
export const parseFraction = (s: State): Tree | undefined => {
  const name = take(s);
  s.operators += 1;
  if (s.operators > mostOperators) return fail(s, name, "nested-too-deeply");
  const above = parseOperand(s);
  const below =
    above === undefined ? undefined : s.at < s.end ? parseOperand(s) : fail(s, name, "missing-operand");
  if (above === undefined || below === undefined) return undefined;
  const at = { start: name.start, end: name.end };
  return { kind: "binary", sign: "/", left: above, right: below, at, span: across(name, below.span) };
};

/** Members that change nothing of a list. */
const plainMembers =
  /^(?:item|tolist|numpy|detach|cpu|to|float|double|clone|copy|toFixed|flatten|ravel|squeeze|into)$/;

/** a.T, a.dot(b), a.norm(): the operand with what stands behind the point. */
export const parseMember = (s: State, of: Tree): Tree | undefined => {
  take(s);
  const name = here(s);
  const known = findFunction(name.text);
  const span = across(of.span, name);
  if (!isCall(s, s.at)) {
    if (name.text !== "T") return fail(s, name, known === undefined ? "unknown-word" : "missing-operand");
    take(s);
    return { kind: "transposed", of, span };
  }
  if (known === undefined && !plainMembers.test(name.text))
    return fail(s, name, isRefusedFunction(name.text) ? "operation-not-offered" : "unknown-function");
  take(s);
  const { partner, parts } = argumentsHere(s);
  const args = parseArguments(s, parts);
  if (args === undefined) return undefined;
  close(s, partner);
  const all = across(of.span, s.pieces[partner]!);
  if (known === undefined)
    return args.operands.length === 0 ? { kind: "group", of, span: all } : fail(s, all, "unknown-function");
  return makeCall(s, known, { ...args, operands: [of, ...args.operands] }, name, all);
};
