import { fail, here, isAtEnd, isCall, type State, shapeIn, take } from "../state.ts";
import { isLetter, type Piece } from "../tokens/mark-phrases.ts";
import { across, type Span, type Tree } from "../tree.ts";
import { measureOf } from "./parse-arguments.ts";
import { parseMember } from "./parse-call.ts";
import { parseNumber, parseOperand } from "./parse-operand.ts";

/** What may stand behind an operand: ², ᵀ, °, "squared", .T */
export const parsePostfix = (s: State, operand: Tree): Tree | undefined => {
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
