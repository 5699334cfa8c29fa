import type { Numeric } from "../../math/scalar.ts";
import { negate } from "../../math/scalar-arithmetic.ts";
import { fail, here, isAtEnd, type State, startsOperand, take, within } from "../state.ts";
import type { Piece } from "../tokens/mark-phrases.ts";
import { across, type Operation, type Sign, type Span, type Tree } from "../tree.ts";
import { bindingOf, infixAt, isGlued, isSign, ofGlued, ofNegation } from "./infix.ts";
import { parseNumber, parseOperand } from "./parse-operand.ts";
import { parsePostfix } from "./parse-postfix.ts";

/** More signs than this in one expression are not read: the tree would be too deep. */
export const mostOperators = 300;

/** Parses all of a range as one expression. */
export const parseRange = (s: State, from: number, to: number): Tree | undefined => {
  return within(s, from, to, parseWhole);
};

const parseWhole = (s: State): Tree | undefined => {
  // Nearly all components are one number, perhaps with a sign.
  if (s.end === s.at + 1 && here(s).kind === "number") return parseNumber(s);
  const { operators } = s;
  s.operators = 0;
  const tree = parseExpression(s, 0);
  s.operators = operators;
  return tree === undefined || isAtEnd(s) ? tree : refuseRest(s);
};

/** Says what is wrong with a piece that cannot follow an operand. */
export const refuseRest = (s: State): undefined => {
  const piece = here(s);
  if (piece.fault !== undefined) return fail(s, piece, piece.fault);
  const last = s.pieces[s.at - 1];
  if (piece.kind === "end" && last !== undefined) return fail(s, last, "missing-operand");
  if (piece.kind === "colon" && last !== undefined && /^[A-Z]{1,3}\d{1,5}$/.test(last.text))
    return fail(s, across(last, s.pieces[s.at + 1]!), "cell-reference");
  if (piece.kind === "unknown") return fail(s, piece, "unknown-sign");
  if (piece.kind === "word" && piece.meaning === undefined) return fail(s, piece, "unknown-word");
  if (piece.kind === "word") return fail(s, piece, "misplaced-word");
  return fail(s, piece, startsOperand(s, s.at) ? "missing-sign" : "misplaced-sign");
};

/** Parses an expression as far as it goes; signs that bind less tightly are left. */
export const parseExpression = (s: State, least: number): Tree | undefined => {
  let left = parsePrefix(s);
  while (left !== undefined && !isAtEnd(s)) {
    const infix = infixAt(s, left);
    if (infix === undefined) return left;
    const binds = isGlued(s, infix) ? ofGlued : bindingOf(infix.sign);
    if (binds < least || (binds === least && infix.sign !== "^")) return left;
    s.operators += 1;
    if (s.operators > mostOperators) return fail(s, here(s), "nested-too-deeply");
    const at: Span =
      infix.pieces === 0
        ? { start: left.span.end, end: here(s).start }
        : { start: here(s).start, end: s.pieces[s.at + infix.pieces - 1]!.end };
    for (let i = 0; i < infix.pieces; i += 1) take(s);
    const right: Tree | undefined = isAtEnd(s)
      ? fail(s, at, "missing-operand")
      : parseExpression(s, infix.sign === "^" ? binds - 1 : binds);
    left = right === undefined ? undefined : joined(infix.sign, left, right, at);
  }
  return left;
};

/** Two operands with what stands between them. */
export const joined = (sign: Sign | Operation, left: Tree, right: Tree, at: Span): Tree => {
  const span = across(left.span, right.span);
  return isSign(sign)
    ? { kind: "binary", sign, left, right, at, span }
    : { kind: "operation", operation: sign, qualifiers: {}, operands: [left, right], at, span };
};

const parsePrefix = (s: State): Tree | undefined => {
  const piece = here(s);
  if (isAtEnd(s)) return fail(s, piece, "missing-operand");
  if (piece.kind !== "operator" || (piece.text !== "-" && piece.text !== "+")) {
    const operand = parseOperand(s);
    return operand === undefined ? undefined : parsePostfix(s, operand);
  }
  const signed = signedNumber(s, piece);
  if (signed !== undefined) return parsePostfix(s, signed);
  take(s);
  s.operators += 1;
  if (s.operators > mostOperators) return fail(s, piece, "nested-too-deeply");
  if (isAtEnd(s)) return fail(s, piece, "missing-operand");
  const of = parseExpression(s, ofNegation);
  if (of === undefined) return undefined;
  const span = across(piece, of.span);
  // A plus changes nothing, but it was typed.
  return piece.text === "-" ? { kind: "negation", of, span } : { kind: "group", of, span };
};

/** A number with its sign, unless a power follows: −2² is −(2²). */
const signedNumber = (s: State, sign: Piece): Tree | undefined => {
  const [next, further] = [s.pieces[s.at + 1]!, s.pieces[s.at + 2]];
  if (next.kind !== "number" || next.before !== "" || next.value === undefined || s.at + 1 >= s.end)
    return undefined;
  if (further !== undefined && s.at + 2 < s.end && binds(further)) return undefined;
  take(s);
  const number = parseNumber(s);
  if (number === undefined || number.kind !== "number") return number;
  const value = sign.text === "-" ? (negate(number.value) as Numeric) : number.value;
  return {
    ...number,
    value,
    typed: s.text.slice(sign.start, number.span.end),
    span: across(sign, number.span),
  };
};

/** Whether what follows a number binds it before the sign does: ^, ², "squared", a unit of angle. */
export const binds = ({ kind, text, meaning, before }: Piece): boolean =>
  kind === "raised" ||
  kind === "degree" ||
  text === "^" ||
  meaning?.power !== undefined ||
  meaning?.unit !== undefined ||
  (kind === "word" && before === "");
