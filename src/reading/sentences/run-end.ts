import { skipTo } from "../lists/separators.ts";
import { isCall, isJoiningLetter, isOperandWord, namespaceEnd, type State, startsOperand } from "../state.ts";
import { isLetter } from "../tokens/mark-phrases.ts";
import { endsOperand } from "../tokens/pair-brackets.ts";
import { assignmentEnd, startsStatement, typeEnd } from "./parse-code.ts";

/** Where the run of operands ends that begins at the piece at hand: at a word of the sentence, a relation, a statement. */
export const runEnd = (s: State): number => {
  let i = s.at;
  let comma: number | undefined;
  while (i < s.end) {
    if (i > s.at && endsBefore(s, i)) break;
    if (s.pieces[i]!.kind === "comma") comma = i;
    i = skipTo(s, i);
  }
  // In "|a| = 3, |b| = 4" the second relation begins behind the comma.
  const isRelated = i < s.end && s.pieces[i]!.kind === "relation" && comma !== undefined && comma > s.at;
  const begins = s.pieces[(comma ?? 0) + 1]!.kind;
  return isRelated && (begins === "open" || begins === "word") ? comma! : Math.min(i, s.end);
};

const endsBefore = (s: State, at: number): boolean => {
  const piece = s.pieces[at]!;
  switch (piece.kind) {
    case "relation":
    case "question":
    case "courtesy":
    case "layout":
    case "end":
      return true;
    case "colon":
      return !isInPath(s, at);
    case "point":
      return !isInfixPoint(s, at);
    case "word":
      return endsAtWord(s, at);
    case "unknown":
      return piece.text === "&" || piece.text === ">>>";
    default:
      return false;
  }
};

/** The two colons behind the name of a library. */
const isInPath = (s: State, at: number): boolean => {
  const first = s.pieces[at - 1]!.kind === "colon" ? at - 2 : at - 1;
  return s.pieces[first]?.kind === "word" && namespaceEnd(s, first) !== undefined;
};

/** A point between two operands with equal gaps, or before a member; else it ends a sentence. */
const isInfixPoint = (s: State, at: number): boolean => {
  const [piece, next] = [s.pieces[at]!, s.pieces[at + 1]!];
  if (piece.before === "" && next.before === "" && next.kind === "word") return true;
  return (piece.before === "") === (next.before === "") && startsOperand(s, at + 1);
};

const endsAtWord = (s: State, at: number): boolean => {
  const { text, meaning } = s.pieces[at]!;
  if (assignmentEnd(s, at) !== undefined) return true;
  if (startsStatement(s, at) && (typeEnd(s, at) > at || isCall(s, at) || s.pieces[at + 1]?.kind === "point"))
    return true;
  if (meaning === undefined || namespaceEnd(s, at) !== undefined) return false;
  if (isJoiningLetter(s, at)) return true;
  const isAfterOperand = endsOperand(s.pieces[at - 1]);
  if (
    isAfterOperand &&
    (meaning.unit !== undefined || (meaning.power !== undefined && isPowerOfNumber(s, at)))
  )
    return false;
  if (isAfterOperand && meaning.sign !== undefined && startsNext(s, at)) return false;
  return !(isOperandWord(s, at) && (isLetter(text) || isCall(s, at)));
};

const isPowerOfNumber = (s: State, at: number): boolean =>
  s.pieces[at - 1]!.kind !== "close" || s.pieces[at - 1]!.text !== ")";

const startsNext = (s: State, at: number): boolean =>
  startsOperand(s, at + 1) || /^[-+]$/.test(s.pieces[at + 1]?.text ?? "");
