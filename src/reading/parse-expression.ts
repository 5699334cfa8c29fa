import type { Numeric } from "../math/scalar.ts";
import { negate } from "../math/scalar-arithmetic.ts";
import { isLetter, type Piece } from "./mark-phrases.ts";
import { measureOf, parseMember } from "./parse-call.ts";
import { parseNumber, parseOperand } from "./parse-operand.ts";
import { fail, here, isAtEnd, isCall, type State, shapeIn, startsOperand, take, within } from "./state.ts";
import { across, type Operation, operations, type Sign, type Span, signs, type Tree } from "./tree.ts";

/** How tightly signs bind. What stands between factors without a sign binds as a product does. */
export const tightness: Readonly<Record<Sign, number>> = {
  "+": 10,
  "-": 10,
  "*": 20,
  "·": 20,
  "×": 20,
  "/": 20,
  "@": 20,
  "∘": 20,
  "⊗": 20,
  implicit: 20,
  "^": 30,
};
const ofOperation = 20;
const ofNegation = 22;
const ofProjection = 5;
const ofGlued = 25;

/** More signs than this in one expression are not read: the tree would be too deep. */
export const mostOperators = 300;

/** What joins two operands: a sign or an operation named in a word, and how many pieces it takes. */
interface Infix {
  readonly sign: Sign | Operation;
  readonly pieces: number;
}

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

/** In 2u·3v the 3 belongs to v; but in 1/2u it belongs to the fraction. */
const isGlued = (s: State, { pieces }: Infix): boolean => {
  const [piece, last, former] = [here(s), s.pieces[s.at - 1], s.pieces[s.at - 2]];
  return (
    pieces === 0 &&
    piece.kind === "word" &&
    piece.before === "" &&
    last?.kind === "number" &&
    former?.text !== "/"
  );
};

const bindingOf = (sign: Sign | Operation): number =>
  isSign(sign) ? tightness[sign] : sign === "projection" ? ofProjection : ofOperation;

const isSign = (sign: string): sign is Sign => (signs as readonly string[]).includes(sign);

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
const binds = ({ kind, text, meaning, before }: Piece): boolean =>
  kind === "raised" ||
  kind === "degree" ||
  text === "^" ||
  meaning?.power !== undefined ||
  meaning?.unit !== undefined ||
  (kind === "word" && before === "");

/** What may stand behind an operand: ², ᵀ, °, "squared", .T */
const parsePostfix = (s: State, operand: Tree): Tree | undefined => {
  let tree: Tree | undefined = operand;
  while (tree !== undefined && !isAtEnd(s)) {
    const piece = here(s);
    const span = across(tree.span, piece);
    const of: Tree = tree;
    const { power, unit } = piece.meaning ?? {};
    if (piece.kind === "raised" && piece.before === "") {
      take(s);
      tree = { kind: "binary", sign: "^", left: of, right: wholeNumber(piece.text, piece), at: piece, span };
    } else if (piece.kind === "transpose" && piece.before === "") {
      take(s);
      tree = { kind: "transposed", of, span };
    } else if (piece.kind === "degree" || unit !== undefined) {
      if (shapeIn(s, of).kind !== "number") return fail(s, piece, "misplaced-word");
      take(s);
      tree = { kind: "angle", of, unit: unit ?? "degrees", span };
    } else if (power !== undefined && (of.kind !== "vector" || piece.kind === "word")) {
      take(s);
      tree = { kind: "binary", sign: "^", left: of, right: wholeNumber(power, piece), at: piece, span };
    } else if (piecesOfTranspose(s) > 0) {
      for (let i = piecesOfTranspose(s); i > 0; i -= 1) take(s);
      tree = { kind: "transposed", of, span: across(tree.span, s.pieces[s.at - 1]!) };
    } else if (isNormIndex(s, of)) tree = parseNormIndex(s, of);
    else if (piece.kind === "point" && piece.before === "" && isMember(s)) tree = parseMember(s, of);
    else return tree;
  }
  return tree;
};

/** ‖a‖₂, ||a||_1, ‖a‖_{\infty}: which norm stands as an index behind the bars. */
const isNormIndex = (s: State, of: Tree): boolean => {
  const { text, before } = here(s);
  const last = s.pieces[s.at - 1]!;
  return (
    of.kind === "operation" &&
    of.operation === "norm" &&
    before === "" &&
    /^[|‖]$/.test(last.text) &&
    (text === "_" || /^[₀-₉]$/.test(text))
  );
};

const parseNormIndex = (s: State, of: Tree): Tree | undefined => {
  const sign = take(s);
  const index =
    sign.text === "_"
      ? isAtEnd(s)
        ? fail(s, sign, "missing-operand")
        : parseOperand(s)
      : wholeNumber(sign.text.normalize("NFKC"), sign);
  if (index === undefined || of.kind !== "operation") return undefined;
  const p = index.kind === "group" ? index.of : index;
  return { ...of, qualifiers: { ...of.qualifiers, ...measureOf(p) }, span: across(of.span, index.span) };
};

/** How many pieces ^T, ^⊤ and LaTeX's ^{T} take; 0 where none stands here. */
const piecesOfTranspose = (s: State): number => {
  if (here(s).text !== "^" || here(s).kind !== "operator") return 0;
  const [next, further] = [s.pieces[s.at + 1]!, s.pieces[s.at + 2]];
  if (marksTranspose(s, next)) return 2;
  return next.text === "{" &&
    further !== undefined &&
    marksTranspose(s, further) &&
    s.pieces[s.at + 3]?.text === "}"
    ? 4
    : 0;
};

const marksTranspose = (s: State, { kind, text }: Piece): boolean =>
  kind === "transpose" || (kind === "word" && /^[Tt]$/.test(text) && !s.names.has(text));

const isMember = (s: State): boolean => {
  const next = s.pieces[s.at + 1];
  if (next?.kind !== "word" || next.before !== "" || s.at + 1 >= s.end) return false;
  // a.b of two names is their dot product.
  return isCall(s, s.at + 1) || !(s.names.has(next.text) || (isLetter(next.text) && next.text !== "T"));
};

const wholeNumber = (digits: string, span: Span): Tree =>
  parseNumber.of(digits, { start: span.start, end: span.end });

const infixAt = (s: State, left: Tree): Infix | undefined => {
  const piece = here(s);
  if (piece.kind === "operator") {
    if (isSign(piece.text)) return { sign: piece.text, pieces: 1 };
    return undefined;
  }
  if (piece.kind === "point") {
    const isEven = (piece.before === "") === (s.pieces[s.at + 1]!.before === "");
    return isEven && startsOperand(s, s.at + 1) ? { sign: "·", pieces: 1 } : undefined;
  }
  if (piece.kind === "word" && isTimes(s)) return { sign: "×", pieces: 1 };
  if (
    piece.meaning?.sign !== undefined &&
    mayFollowSign(s) &&
    !(isOperationName(piece.meaning.sign) && s.names.has(piece.text))
  )
    return { sign: piece.meaning.sign, pieces: 1 };
  return startsOperand(s, s.at) && isFactor(s, left) ? { sign: "implicit", pieces: 0 } : undefined;
};

const isOperationName = (sign: string): boolean => (operations as readonly string[]).includes(sign);

const mayFollowSign = (s: State): boolean =>
  startsOperand(s, s.at + 1) || (s.at + 1 < s.end && /^[-+]$/.test(s.pieces[s.at + 1]!.text));

/** The letter x between operands, where it is no name. */
const isTimes = (s: State): boolean => {
  const piece = here(s);
  if (piece.text !== "x" && !/^x_?\d+$/.test(piece.text)) return false;
  if (s.names.has(piece.text) || piece.text !== "x" || !mayFollowSign(s)) return false;
  const [last, next] = [s.pieces[s.at - 1]!, s.pieces[s.at + 1]!];
  const isSpaced = piece.before !== "" && next.before !== "";
  return isSpaced || (last.kind === "close" && next.kind === "open");
};

/** Whether what follows is a factor without a sign: 2a, 2(1,2), (1+2)(3,4), aᵀb. */
const isFactor = (s: State, left: Tree): boolean => {
  const piece = here(s);
  if (piece.kind === "number") return false;
  const shape = shapeIn(s, left);
  if (shape.kind === "vector") return shape.isRow === true;
  if (shape.kind === "matrix" || shape.kind === "truth") return false;
  if (piece.kind === "open" && isQuoteOrMark(piece.text)) return false;
  if (left.kind === "name") return piece.kind === "open" && piece.text === "(" && piece.before === "";
  return shape.kind === "number" || left.kind === "group" || left.kind === "binary";
};

const isQuoteOrMark = (text: string): boolean => /^["'`*_~]/.test(text);
