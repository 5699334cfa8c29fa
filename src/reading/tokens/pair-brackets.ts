import type { UnreadReason } from "../reading.ts";
import type { Span } from "../tree.ts";
import { isLetter, type Piece } from "./mark-phrases.ts";

/** Brackets within brackets deeper than this are not read. */
const deepestNesting = 20;

/** Tokens with their brackets, bars and quotes paired. */
export interface Paired {
  readonly pieces: readonly Piece[];
  /** The place of the partner of each bracket, by its own place. */
  readonly partners: ReadonlyMap<number, number>;
  readonly fault?: { readonly span: Span; readonly reason: UnreadReason };
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "⟨": "⟩", "<": ">" };

const pairless: ReadonlyMap<number, number> = new Map();

/** Whether an operand may end with it, so that what follows stands between or behind. */
export const endsOperand = (piece: Piece | undefined): boolean => {
  if (piece === undefined) return false;
  switch (piece.kind) {
    case "number":
    case "close":
    case "raised":
    case "transpose":
    case "degree":
    case "percent":
      return true;
    case "word":
      return piece.meaning === undefined ? true : isLetter(piece.text) && piece.meaning.article !== true;
    default:
      return false;
  }
};

/**
 * Pairs what opens with what closes. Bars, quotes and < > open where an operand would begin and close where one has
 * ended; elsewhere | parts, ' transposes and < compares.
 */
export const pairBrackets = (given: readonly Piece[]): Paired => {
  if (!given.some(({ kind, text }) => kind === "open" || kind === "close" || kind === "bar" || isQuote(text)))
    return { pieces: given, partners: pairless };
  const pieces: Piece[] = [...given];
  const partners = new Map<number, number>();
  const open: number[] = [];
  const shut = (opened: number, at: number) => {
    open.length = open.lastIndexOf(opened);
    partners.set(opened, at);
    partners.set(at, opened);
  };
  const look = { left: 8 * given.length };
  const fault = (at: number, reason: UnreadReason): Paired => ({
    pieces,
    partners,
    fault: { span: pieces[at]!, reason },
  });
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i]!;
    const top = open.at(-1);
    const opener = top === undefined ? undefined : pieces[top]!;
    const isAfterOperand = endsOperand(pieces[i - 1]) && i > 0;
    if (piece.kind === "open") {
      if (piece.text === "<" && (isAfterOperand || !closesLater(pieces, i, look)))
        pieces[i] = { ...piece, kind: "relation" };
      else {
        open.push(i);
        if (open.length > deepestNesting) return fault(i, "nested-too-deeply");
      }
    } else if (piece.kind === "close") {
      if (opener?.kind === "open" && (closing[opener.text] ?? opener.text) === piece.text) shut(top!, i);
      else if (piece.text === ">") pieces[i] = { ...piece, kind: "relation" };
      else return fault(i, "unbalanced-bracket");
    } else if (piece.kind === "bar") {
      if (opener?.kind === "open" && opener.text === piece.text && isAfterOperand) {
        pieces[i] = { ...piece, kind: "close" };
        shut(top!, i);
      } else if (
        opener?.text === "|" &&
        piece.text === "‖" &&
        isAfterOperand &&
        piece.end - piece.start === 2
      ) {
        const [first, second] = [
          { ...piece, text: "|", end: piece.start + 1 },
          { ...piece, text: "|", start: piece.start + 1, before: "" as const },
        ];
        pieces.splice(i, 1, first, second);
        i -= 1;
      } else if (!isAfterOperand || opensHere(pieces, i, look)) {
        pieces[i] = { ...piece, kind: "open" };
        open.push(i);
        if (open.length > deepestNesting) return fault(i, "nested-too-deeply");
      }
    } else if (isQuote(piece.text) && piece.kind === "unknown" && piece.fault === undefined) {
      if (
        opener?.text === piece.text &&
        (piece.text !== "'" || !isMinuteMark(piece, pieces[i - 1]) || closesQuote(pieces[i + 1]))
      ) {
        pieces[i] = { ...piece, kind: "close" };
        shut(top!, i);
      } else if (piece.text === "'" && isAfterOperand && piece.before === "")
        pieces[i] = { ...piece, kind: "transpose" };
      else {
        pieces[i] = { ...piece, kind: "open" };
        open.push(i);
        if (open.length > deepestNesting) return fault(i, "nested-too-deeply");
      }
    }
  }
  const left = open.at(-1);
  if (left === undefined) return { pieces, partners };
  return fault(left, isQuote(pieces[left]!.text) ? "unclosed-quote" : "unbalanced-bracket");
};

const isQuote = (text: string): boolean => text === '"' || text === "'" || text === "`";

/** Within a quote, ' after an operand may transpose; at the end of what is quoted it closes. */
const isMinuteMark = (piece: Piece, last: Piece | undefined): boolean =>
  piece.before === "" && endsOperand(last) && last?.kind !== "close";

const closesQuote = (next: Piece | undefined): boolean =>
  next === undefined ||
  next.before !== "" ||
  ["end", "comma", "colon", "close", "semicolon", "question", "point"].includes(next.kind);

/** How many pieces may still be looked ahead at: a text of nothing but < must not be gone through for each of them. */
interface Look {
  left: number;
}

/** Whether a < has a > that may close it, before anything else closes. */
const closesLater = (pieces: readonly Piece[], at: number, look: Look): boolean => {
  let depth = 0;
  for (let i = at + 1; i < pieces.length && look.left > 0; i += 1) {
    look.left -= 1;
    const { kind, text } = pieces[i]!;
    if (kind === "open" && text !== "<") depth += 1;
    else if (kind === "close" && text !== ">") depth -= 1;
    else if (kind === "close" && depth === 0) return true;
    if (depth < 0) return false;
  }
  return false;
};

/** 2|a| opens after an operand; 1|2|3 parts: the next bar tells, by whether an operand follows it. */
const opensHere = (pieces: readonly Piece[], at: number, look: Look): boolean => {
  const bar = pieces[at]!;
  let depth = 0;
  for (let i = at + 1; i < pieces.length && look.left > 0; i += 1) {
    look.left -= 1;
    const piece = pieces[i]!;
    if (piece.kind === "open" && piece.text !== "<") depth += 1;
    else if (piece.kind === "close" && piece.text !== ">") depth -= 1;
    if (depth < 0) return false;
    if (depth === 0 && i > at + 1 && piece.kind === "bar" && piece.text === bar.text) {
      const next = pieces[i + 1]!;
      const isFollowed =
        next.kind === "number" ||
        next.kind === "open" ||
        next.kind === "root" ||
        (next.kind === "word" && next.meaning === undefined);
      return bar.before === "" && piece.before === "" && !isFollowed;
    }
  }
  return false;
};
