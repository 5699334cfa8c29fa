import { type Names, type Shape, shapeOf } from "./check/shape.ts";
import { isNamespaceName } from "./expressions/functions.ts";
import type { Doubt, Known, UnreadReason } from "./reading.ts";
import { isLetter, type Piece } from "./tokens/mark-phrases.ts";
import type { Span, Tree } from "./tree.ts";

/** A place that could not be read, before it is told to anybody. */
export interface Fault {
  readonly span: Span;
  readonly reason: UnreadReason;
  readonly instead?: string;
  readonly vector?: number;
  readonly component?: number;
  readonly dimensions?: readonly [number, number];
  /** Readings that may have been meant, by the doubt that decides between them. */
  readonly doubts?: readonly Doubt[];
}

/** What is under way while a text is read. Only the parsers change it. */
export interface State {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly partners: ReadonlyMap<number, number>;
  readonly known: Known;
  /** Doubts in which the less likely reading is to be taken. */
  readonly turned: ReadonlySet<Doubt>;
  /** Doubts that were met, where. */
  readonly met: Map<Doubt, Span>;
  readonly names: Map<string, Tree>;
  /** Names that the text itself gives. */
  readonly given: Set<string>;
  /** Where each assignment ends, by the place at which it begins. */
  readonly assigned: Map<number, number>;
  /** Which pieces were understood, by their place. */
  readonly taken: Uint8Array;
  readonly courtesies: Span[];
  readonly left: Span[];
  /** The place of the next piece, and where what is being read ends. */
  at: number;
  end: number;
  /** How many vectors are behind, and at which component of one the reading is. */
  vectors: number;
  component: number | undefined;
  /** Whether rows in brackets make a matrix, or a vector each. */
  rows: "matrix" | "vectors";
  operators: number;
  fault: Fault | undefined;
}

/** Notes the first place that cannot be read. */
export const fail = (
  s: State,
  span: Span,
  reason: UnreadReason,
  more: Partial<Omit<Fault, "span" | "reason">> = {},
): undefined => {
  const place = s.component === undefined ? {} : { vector: s.vectors + 1, component: s.component };
  s.fault ??= { span: { start: span.start, end: span.end }, reason, ...place, ...more };
  return undefined;
};

/** The piece at hand; the last one is the end of the text. */
export const here = (s: State): Piece => s.pieces[s.at]!;

/** Takes the piece at hand as understood. */
export const take = (s: State): Piece => {
  const piece = s.pieces[s.at]!;
  s.taken[s.at] = 1;
  s.at += 1;
  return piece;
};

/** Takes the piece at hand as a courtesy. */
export const pass = (s: State): undefined => {
  const { start, end } = take(s);
  s.courtesies.push({ start, end });
};

/** Takes the piece at hand, which was understood, and needs nothing of it. */
export const skip = (s: State): undefined => {
  take(s);
};

export const isAtEnd = (s: State): boolean => s.at >= s.end;

/** Whether a doubt is to be decided against the likelier reading; that it was met is noted. */
export const isTurned = (s: State, doubt: Doubt, span: Span): boolean => {
  if (!s.met.has(doubt)) s.met.set(doubt, { start: span.start, end: span.end });
  return s.turned.has(doubt);
};

export const shapeIn = (s: State, tree: Tree): Shape => shapeOf(tree, s.names as Names);

/** Whether an operand may begin with a piece. */
export const startsOperand = (s: State, at: number): boolean => {
  const piece = s.pieces[at];
  if (piece === undefined || at >= s.end) return false;
  switch (piece.kind) {
    case "number":
    case "open":
    case "root":
      return true;
    case "word":
      return isOperandWord(s, at);
    default:
      return false;
  }
};

/** A word that is a name or a function, rather than one of a sentence. */
export const isOperandWord = (s: State, at: number): boolean => {
  const { text, meaning } = s.pieces[at]!;
  if (meaning === undefined || namespaceEnd(s, at) !== undefined) return true;
  if (isCall(s, at)) return meaning.operation !== undefined || meaning.refused !== undefined;
  return isLetter(text) && meaning.article !== true && !isJoiningLetter(s, at);
};

/** A letter that joins operands in Spanish, as in (1,2) y (3,4): between gaps, behind a list or a name that is known. */
export const isJoiningLetter = (s: State, at: number): boolean => {
  const [last, piece, next] = [s.pieces[at - 1], s.pieces[at]!, s.pieces[at + 1]!];
  if (piece.meaning?.joins === undefined || !isLetter(piece.text) || s.names.has(piece.text)) return false;
  if (last === undefined || piece.before === "" || next.before === "" || at + 1 >= s.end) return false;
  const isAfterOperand = last.kind === "close" || last.kind === "number" || s.names.has(last.text);
  return (
    isAfterOperand &&
    (next.kind === "number" || next.kind === "open" || next.kind === "word" || next.kind === "operator")
  );
};

/** Where the name behind a library's begins: np.dot, glm::dot; undefined where no library is named. */
export const namespaceEnd = (s: State, at: number): number | undefined => {
  if (!isNamespaceName(s.pieces[at]!.text)) return undefined;
  const isTight = (i: number) => s.pieces[i]?.before === "";
  const [first, second] = [s.pieces[at + 1], s.pieces[at + 2]];
  const end =
    first?.kind === "point"
      ? at + 2
      : first?.kind === "colon" && second?.kind === "colon" && isTight(at + 2)
        ? at + 3
        : undefined;
  return end !== undefined && isTight(at + 1) && isTight(end) && s.pieces[end]!.kind === "word"
    ? end
    : undefined;
};

/** Whether a word is followed by the bracket of its arguments. */
export const isCall = (s: State, at: number): boolean => {
  const next = s.pieces[at + 1];
  return (
    next?.kind === "open" &&
    next.before === "" &&
    (next.text === "(" || next.text === "[" || next.text === "{")
  );
};

/** Parses what lies in a range with a parser that reads up to the end. */
export const within = <T>(s: State, from: number, to: number, parse: (s: State) => T): T => {
  const [at, end] = [s.at, s.end];
  s.at = from;
  s.end = to;
  const result = parse(s);
  s.at = at;
  s.end = end;
  return result;
};
