import { type State, startsOperand } from "../state.ts";
import { endsOperand } from "../tokens/pair-brackets.ts";

/** The place after a piece, or after the partner of a bracket. */
export const skipTo = (s: State, at: number): number => {
  const partner = s.pieces[at]!.kind === "open" ? s.partners.get(at) : undefined;
  return (partner ?? at) + 1;
};

/**
 * Whether the gap before a piece parts two elements: 1 2, 1 -2 and 1 √2; but not 1 + 2, 1 - 2, 2 a and 3 (1,2).
 */
export const isGapBetween = (s: State, at: number): boolean => {
  const [last, piece, next] = [s.pieces[at - 1]!, s.pieces[at]!, s.pieces[at + 1]];
  if (!endsOperand(last)) return false;
  if (piece.kind === "operator")
    return (
      (piece.text === "-" || piece.text === "+") && next?.before === "" && startsOperandOrSign(s, at + 1)
    );
  if (!startsOperand(s, at)) return false;
  if (piece.kind === "word" && piece.text === "x" && isSpacedTimes(s, at)) return false;
  if (last.kind === "word" && last.text === "x" && isSpacedTimes(s, at - 1)) return false;
  if (piece.kind === "word" && piece.meaning?.sign !== undefined) return false;
  return !(last.kind === "word" && isFunctionBefore(s, at));
};

const startsOperandOrSign = (s: State, at: number): boolean =>
  startsOperand(s, at) || /^[-+]$/.test(s.pieces[at]?.text ?? "");

/** x with gaps on both sides and an operand on either. */
const isSpacedTimes = (s: State, at: number): boolean => {
  const [last, piece, next] = [s.pieces[at - 1], s.pieces[at]!, s.pieces[at + 1]];
  if (
    s.names.has("x") ||
    piece.text !== "x" ||
    piece.before === "" ||
    next === undefined ||
    next.before === ""
  )
    return false;
  return endsOperand(last) && startsOperand(s, at + 1);
};

/** cos 60°: the word before is a function of what follows. */
const isFunctionBefore = (s: State, at: number): boolean =>
  /^(?:sqrt|cos|sin|tan|exp|abs|arccos|acos|√)$/.test(s.pieces[at - 1]!.text);
