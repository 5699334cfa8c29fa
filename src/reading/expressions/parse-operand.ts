import { Fraction } from "fraction.js";
import { multiplyFractions } from "../../math/fraction.ts";
import { fromFraction, toFraction } from "../../math/scalar.ts";
import { parseBracket } from "../lists/parse-list.ts";
import { fail, here, isAtEnd, isCall, namespaceEnd, type State, startsOperand, take } from "../state.ts";
import { isLetter, type Piece } from "../tokens/mark-phrases.ts";
import { across, type Operation, type Span, type Tree } from "../tree.ts";
import { findFunction, isWrapper } from "./functions.ts";
import { parseCall, parseFraction, parsePath } from "./parse-call.ts";
import { mostOperators, parseExpression } from "./parse-expression.ts";

/** A number with what belongs to it: 50%. */
const readNumber = (s: State): Tree | undefined => {
  const piece = here(s);
  if (piece.fault !== undefined)
    return fail(s, piece, piece.fault, piece.fault === "unfinished-power" ? insteadOf(piece) : {});
  take(s);
  const next = s.at < s.end ? here(s) : undefined;
  const typed = s.text.slice(piece.start, piece.end);
  if (next?.kind === "percent" && next.before === "") {
    take(s);
    const fraction = toFraction(piece.value!)!;
    const value = fromFraction(multiplyFractions(fraction, new Fraction(1n, 100n)));
    return { kind: "number", value, typed: `${typed}%`, written: "percent", span: across(piece, next) };
  }
  if (next?.kind === "word" && next.before === "" && !mayBeGlued(s, s.at))
    return fail(s, across(piece, next), "digits-and-letters");
  const { start, end } = piece;
  return { kind: "number", value: piece.value!, typed, written: piece.written!, span: { start, end } };
};

export const parseNumber = Object.assign(readNumber, {
  /** A whole number that stands in a sign, as 2 in ². */
  of: (digits: string, span: Span): Tree => {
    const value = fromFraction(new Fraction(digits));
    return { kind: "number", value, typed: digits, written: "whole", span };
  },
});

const insteadOf = ({ text }: Piece): { readonly instead?: string } => {
  const power = /^([\d.]+)[dD]([-+]?\d+)$/.exec(text);
  return power === null ? {} : { instead: `${power[1]}e${power[2]}` };
};

/** What may follow digits without a gap: a letter, a name, a function; and x as a sign. */
const mayBeGlued = (s: State, at: number): boolean => {
  const { text, meaning } = s.pieces[at]!;
  if (s.names.has(text) || text.startsWith("\\") || text === "π") return true;
  if (meaning?.unit !== undefined || meaning?.sign !== undefined) return true;
  if (/^(?:pi|Pi|PI|sqrt|sin|cos|tan|exp|abs)$/.test(text) || isCall(s, at)) return true;
  return isLetter(text) && !/^\p{L}\d/u.test(s.text.slice(s.pieces[at]!.start, s.pieces[at]!.end));
};

/** Functions of one number, which need no brackets: cos 60°, sqrt 2. */
const ofNumbers: ReadonlySet<Operation> = new Set([
  "square-root",
  "absolute",
  "exp",
  "sin",
  "cos",
  "tan",
  "arccos",
]);
const ofFunction = 29;

/** Parses an operand: a number, a name, what stands in brackets or between bars, a function of what follows. */
export const parseOperand = (s: State): Tree | undefined => {
  const piece = here(s);
  switch (piece.kind) {
    case "number":
      return parseNumber(s);
    case "open":
      return parseBracket(s);
    case "root": {
      take(s);
      return parseFunctionOf(s, "square-root", piece);
    }
    case "word":
      return parseWord(s, piece);
    case "unknown":
      return fail(s, piece, piece.fault ?? "unknown-sign");
    case "operator":
    case "relation":
      return fail(s, piece, "missing-operand");
    case "comma":
    case "semicolon":
      return fail(s, piece, "empty-component");
    default:
      return fail(s, piece, "misplaced-sign");
  }
};

/** √2, cos 60°: the function of the next operand alone. */
const parseFunctionOf = (s: State, operation: Operation, name: Piece): Tree | undefined => {
  if (isAtEnd(s) || !startsOperand(s, s.at)) return fail(s, name, "missing-operand");
  s.operators += 1;
  if (s.operators > mostOperators) return fail(s, name, "nested-too-deeply");
  const of = parseExpression(s, ofFunction);
  if (of === undefined) return undefined;
  return {
    kind: "operation",
    operation,
    qualifiers: {},
    operands: [of],
    at: name,
    span: across(name, of.span),
  };
};

const infinities = /^(?:∞|inf|Inf|INF|infinity|Infinity)$/;
const axes: Readonly<Record<string, 0 | 1 | 2>> = { i: 0, j: 1, k: 2 };

const parseWord = (s: State, piece: Piece): Tree | undefined => {
  const { text, meaning, start, end } = piece;
  const span = { start, end };
  const isGiven = s.names.has(text);
  if (text === "\\frac") return parseFraction(s);
  if (isGiven && !(isCall(s, s.at) && findFunction(text) !== undefined)) {
    take(s);
    return { kind: "name", name: text, span };
  }
  if (infinities.test(text)) {
    take(s);
    return { kind: "infinity", span };
  }
  if (/^(?:π|pi|Pi|PI)$/.test(text)) {
    take(s);
    return { kind: "pi", typed: s.text.slice(start, end), span };
  }
  if (namespaceEnd(s, s.at) !== undefined) return parsePath(s);
  if (isCall(s, s.at) && !(isFactorLetter(text) && findFunction(text) === undefined && !isWrapper(text)))
    return parseCall(s);
  const known = findFunction(text)?.operation ?? meaning?.operation?.operation;
  if (known !== undefined && ofNumbers.has(known) && startsOperand(s, s.at + 1)) {
    take(s);
    return parseFunctionOf(s, known, piece);
  }
  if (text === "e" && isPowerAfter(s)) return parseExponential(s);
  if (meaning !== undefined && !isLetter(text)) return fail(s, piece, "misplaced-word");
  if (!isLetter(text)) return fail(s, piece, "unknown-word");
  take(s);
  if (
    Object.hasOwn(axes, text) &&
    (piece.hat === true || (s.component === undefined && !isCall(s, s.at - 1)))
  )
    return { kind: "axis", axis: axes[text]!, span };
  return { kind: "name", name: text, span };
};

/** A letter before a bracket is a factor, but for those that functions have as names. */
const isFactorLetter = (name: string): boolean => isLetter(name) && !/^[fgh]$/.test(name);

const isPowerAfter = (s: State): boolean => {
  const next = s.pieces[s.at + 1]!;
  return s.at + 1 < s.end && ((next.kind === "operator" && next.text === "^") || next.kind === "raised");
};

/** e^x and e² are the exponential function. */
const parseExponential = (s: State): Tree | undefined => {
  const name = take(s);
  const sign = take(s);
  const of = sign.kind === "raised" ? parseNumber.of(sign.text, sign) : parseExpression(s, ofFunction);
  if (of === undefined) return undefined;
  return {
    kind: "operation",
    operation: "exp",
    qualifiers: {},
    operands: [of],
    at: name,
    span: across(name, of.span),
  };
};
