import { runStarts } from "../lists/parse-run.ts";
import { fail, here, pass, type State, take } from "../state.ts";
import type { Join, NamedOperation } from "../tokens/meaning.ts";
import { assignmentEnd } from "./parse-code.ts";
import type { Gathered, Step } from "./parse-named.ts";
import { mayJoin, type Sentence } from "./sentence.ts";

export const parseJoin = (s: State, sentence: Sentence, named: NamedOperation, g: Gathered): Step => {
  const piece = here(s);
  const { joins = [], where, courtesy } = piece.meaning!;
  if (where === true && assignmentEnd(s, s.at + 1) !== undefined) return "done";
  // "Cosine similarity and angle between …" are two operations.
  if (joins.includes("and") && g.operands.length === 0 && g.points === undefined) return "done";
  const join = joins.find((each) => mayJoin(named.operation, each));
  // A word such as "von" or "de" opens the operands, and joins only where the operation is turned by it.
  const isTurning = named.reversedAt !== undefined && joins.includes(named.reversedAt);
  if (courtesy === true && !(g.operands.length > 0 && isTurning)) {
    pass(s);
    return "next";
  }
  if (join === undefined) {
    if (where === true || sentence.asksWhether) return "done";
    return fail(s, piece, "misplaced-word") ?? "fault";
  }
  return joinWith(s, g, isTurning ? named.reversedAt! : join);
};

export const joinWith = (s: State, g: Gathered, kind: Join): Step => {
  const piece = here(s);
  if (g.join !== undefined) return fail(s, piece, "misplaced-word") ?? "fault";
  if (g.operands.length > 0 && !isOperandAfter(s)) return "done";
  take(s);
  g.join = { kind, span: { start: piece.start, end: piece.end } };
  return "next";
};

/** Whether an operand comes after the piece at hand and what may stand between. */
export const isOperandAfter = (s: State): boolean => {
  const at = s.at;
  s.at += 1;
  while (s.at < s.end && isPassed(s)) s.at += 1;
  const { meaning, kind } = here(s);
  const is =
    s.at < s.end &&
    ((runStarts(s) && assignmentEnd(s, s.at) === undefined) ||
      meaning?.operation !== undefined ||
      meaning?.points === true ||
      kind === "unknown");
  s.at = at;
  return is;
};

const isPassed = (s: State): boolean => {
  const { meaning, kind } = here(s);
  return (
    kind === "courtesy" ||
    kind === "layout" ||
    meaning?.courtesy === true ||
    meaning?.article === true ||
    (meaning?.joins !== undefined && !runStarts(s))
  );
};
