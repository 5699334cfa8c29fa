import { here, type State, shapeIn, startsOperand } from "../state.ts";
import { type Operation, operations, type Sign, signs, type Tree } from "../tree.ts";

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
export const ofNegation = 22;
const ofProjection = 5;
export const ofGlued = 25;

/** What joins two operands: a sign or an operation named in a word, and how many pieces it takes. */
interface Infix {
  readonly sign: Sign | Operation;
  readonly pieces: number;
}

/** In 2u·3v the 3 belongs to v; but in 1/2u it belongs to the fraction. */
export const isGlued = (s: State, { pieces }: Infix): boolean => {
  const [piece, last, former] = [here(s), s.pieces[s.at - 1], s.pieces[s.at - 2]];
  return (
    pieces === 0 &&
    piece.kind === "word" &&
    piece.before === "" &&
    last?.kind === "number" &&
    former?.text !== "/"
  );
};

export const bindingOf = (sign: Sign | Operation): number =>
  isSign(sign) ? tightness[sign] : sign === "projection" ? ofProjection : ofOperation;

export const isSign = (sign: string): sign is Sign => (signs as readonly string[]).includes(sign);

export const infixAt = (s: State, left: Tree): Infix | undefined => {
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
