import { refuseRest } from "../expressions/parse-expression.ts";
import { runStarts } from "../lists/parse-run.ts";
import { fail, here, isAtEnd, isCall, pass, type State, take } from "../state.ts";
import type { Piece } from "../tokens/mark-phrases.ts";
import { across, type Relation, relations, type Tree } from "../tree.ts";
import { parseNamed, parseRunHere } from "./parse-named.ts";
import type { Sentence } from "./sentence.ts";

/** Whether what comes behind the piece at hand asks for nothing more: "= ?", "= please". */
const nothingFollows = (s: State): boolean => {
  let next = s.at + 1;
  while (next < s.end && isPolite(s.pieces[next]!)) next += 1;
  return next >= s.end || s.pieces[next]!.before === "line";
};

const isPolite = ({ kind, meaning }: Piece): boolean =>
  kind === "question" || kind === "courtesy" || kind === "point" || meaning?.courtesy === true;

export const parseRelation = (s: State, sentence: Sentence): undefined => {
  const piece = here(s);
  const next = s.pieces[s.at + 1]!;
  const isLast = nothingFollows(s);
  const isFormula =
    s.at === 0 && next.kind === "word" && next.before === "" && isCall(s, 1) && next.text !== "\\frac";
  if (piece.text === "=" && ((isLast && s.at > 0) || isFormula)) return pass(s);
  relate(s, sentence, piece.text);
};

/** Sets what comes next in relation to what came last. */
export const relate = (s: State, sentence: Sentence, sign: string): undefined => {
  const piece = take(s);
  const relation = relations.find((each) => each === sign);
  const left = sentence.goals.at(-1);
  if (relation === undefined || left === undefined) return fail(s, piece, "misplaced-sign");
  while (
    !isAtEnd(s) &&
    (here(s).meaning?.article === true || here(s).meaning?.courtesy === true) &&
    !runStarts(s)
  )
    pass(s);
  const right =
    here(s).meaning?.operation !== undefined && !runStarts(s) ? parseNamed(s, sentence) : parseOne(s);
  if (right === undefined) return;
  sentence.goals.pop();
  const tree = related(left, right, relation);
  if (sentence.isGiven) sentence.facts.push(tree);
  else sentence.goals.push(tree);
};

const related = (left: Tree, right: Tree, relation: Relation): Tree => {
  const span = across(left.span, right.span);
  return left.kind === "relation"
    ? { ...left, parts: [...left.parts, right], relations: [...left.relations, relation], span }
    : { kind: "relation", parts: [left, right], relations: [relation], span };
};

export const parseOne = (s: State): Tree | undefined => {
  if (isAtEnd(s) || !runStarts(s)) return refuseRest(s);
  const [only, second] = parseRunHere(s) ?? [];
  return second === undefined ? only : fail(s, second.span, "missing-sign");
};
