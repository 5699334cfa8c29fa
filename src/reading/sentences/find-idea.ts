import { ok, type Result } from "../../base/result.ts";
import { checkShapes } from "../check/check-shapes.ts";
import { runStarts } from "../lists/parse-run.ts";
import { newState, type Prepared } from "../prepare.ts";
import type { Attempt } from "../read.ts";
import type { Known, Reading, Unread } from "../reading.ts";
import { here, isAtEnd } from "../state.ts";
import type { Piece } from "../tokens/mark-phrases.ts";
import type { Tree } from "../tree.ts";
import { parseRunHere } from "./parse-named.ts";

/**
 * Whether a text asks about an idea rather than for a value: it begins with "why" or the like; or it names an operation, or
 * is a question, and has no vectors to work with.
 */
export const isIdea = (attempt: Attempt, pieces: readonly Piece[]): boolean => {
  const words = pieces.filter(({ meaning }) => meaning !== undefined && !isFiller(meaning));
  if (words[0]?.meaning?.ask === "idea" && pieces.indexOf(words[0]) <= 4) return true;
  if (hasLists(pieces)) return false;
  if (attempt.ok)
    return (
      !attempt.value.pointsBack && attempt.value.goals.length > 0 && attempt.value.goals.every(isUnfilled)
    );
  const hasNumbers = pieces.some(({ kind }) => kind === "number");
  const asks = pieces.some(({ text, kind }) => kind === "question" && text === "?");
  const first = words[0]?.meaning;
  const hasOperation = words.some(
    ({ meaning }) => meaning?.operation !== undefined || meaning?.verdict !== undefined,
  );
  if (
    attempt.problem.reason === "operation-not-offered" ||
    attempt.problem.reason === "points-back-beside-numbers"
  )
    return false;
  if (hasNumbers)
    return (
      (first?.maybe === true && asks && attempt.problem.reason !== "unknown-function") ||
      (first?.maybe === true && !first.ask && hasOperation)
    );
  return hasOperation || (first !== undefined && (asks || first.maybe === true) && hasOperation);
};

const isFiller = ({ courtesy, article, ask, maybe, operation }: NonNullable<Piece["meaning"]>): boolean =>
  (courtesy === true || article === true) &&
  ask === undefined &&
  maybe === undefined &&
  operation === undefined;

/** An operation without operands, or an operand that is no value. */
const isUnfilled = (goal: Tree): boolean => goal.kind === "operation" && goal.operands.length === 0;

/** Whether lists of numbers stand in a text: in brackets, or two numbers side by side. */
const hasLists = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece, i) => {
    const [next, after] = [pieces[i + 1], pieces[i + 2]];
    if (piece.kind !== "number") return false;
    return (
      next?.kind === "number" ||
      (next?.kind === "comma" && after?.kind === "number") ||
      (next?.kind === "semicolon" && after?.kind === "number")
    );
  });

/** Finds the mathematics in a question about an idea; its words are left. */
export const findIdea = (text: string, prepared: Prepared, known: Known): Result<Reading, Unread> => {
  const goals: Tree[] = [];
  const s = newState(text, prepared, known, new Set());
  if (prepared.fault === undefined)
    while (!isAtEnd(s)) {
      const { start, end } = here(s);
      const at = s.at;
      const found = runStarts(s) && mayBeMathematics(s.pieces, at) ? parseRunHere(s) : undefined;
      const checked = found?.map((tree) => checkShapes(s, tree)?.tree);
      s.fault = undefined;
      s.component = undefined;
      if (checked?.every((tree) => tree !== undefined) === true) goals.push(...checked);
      else {
        s.at = at + 1;
        s.left.push({ start, end });
      }
    }
  else s.left.push({ start: 0, end: text.length });
  return ok({
    goals,
    names: {},
    facts: [],
    qualifiers: {},
    letters: [],
    purpose: "idea",
    pointsBack: goals.length === 0 && prepared.pieces.some(({ meaning }) => meaning?.points === true),
    courtesies: s.courtesies,
    left: s.left,
    remarks: [],
    alternatives: [],
  });
};

/** A number or a bracket; a letter alone is an article or a word. */
const mayBeMathematics = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]!.kind !== "word" || pieces[at + 1]?.kind === "operator";
