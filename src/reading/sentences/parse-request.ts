import { runStarts } from "../lists/parse-run.ts";
import { fail, here, isAtEnd, pass, type State, take } from "../state.ts";
import type { Meaning } from "../tokens/meaning.ts";
import { type AngleUnit, across, type Tree, type Verdict } from "../tree.ts";
import { parseNamed, parseRunHere } from "./parse-named.ts";
import { parseQualifier } from "./parse-qualifier.ts";
import { parseOne } from "./parse-relation.ts";
import type { Sentence } from "./sentence.ts";

export const qualify = (s: State, sentence: Sentence, { qualifier }: Meaning): undefined => {
  const value = parseQualifier(s, qualifier!);
  if (value === undefined) return;
  const last = sentence.goals.at(-1);
  if (last?.kind === "operation") {
    sentence.goals.pop();
    sentence.goals.push({
      ...last,
      qualifiers: { ...last.qualifiers, ...value.qualifiers },
      operands: [...last.operands, ...value.rest],
    });
  } else {
    sentence.pending = { ...sentence.pending, ...value.qualifiers };
    sentence.goals.push(...value.rest);
  }
};

export const applyUnit = (s: State, sentence: Sentence, unit: AngleUnit): undefined => {
  const last = sentence.goals.at(-1);
  if (last?.kind !== "operation") return fail(s, here(s), "misplaced-word");
  take(s);
  sentence.goals.pop();
  sentence.goals.push({ ...last, qualifiers: { ...last.qualifiers, unit } });
};

/** "A vector of length 5 along (3,4)". */
export const along = (s: State, sentence: Sentence): undefined => {
  const at = take(s);
  while (!isAtEnd(s) && here(s).meaning?.courtesy === true) pass(s);
  const direction = parseOne(s);
  if (direction === undefined) return;
  sentence.goals.push({
    kind: "operation",
    operation: "along",
    qualifiers: sentence.pending,
    operands: [direction],
    at: { start: at.start, end: at.end },
    span: across(at, direction.span),
  });
};

/** An operation with its own operands, or with those that came before it: "(1,2) and (3,4): dot product". */
export const operate = (s: State, sentence: Sentence): undefined => {
  const tree = parseNamed(s, sentence);
  if (tree === undefined) return;
  if (tree.operation === "normalise" && sentence.asksWhether && tree.operands.length === 0) {
    const operands = sentence.goals.splice(0);
    sentence.purpose = "verdict";
    sentence.goals.push({ ...tree, operation: "are", qualifiers: { verdicts: ["unit"] }, operands });
    return;
  }
  // "The angle is 60°" says something of an operation that was named before.
  const isSaid = here(s).meaning?.is === true || here(s).kind === "relation";
  const waiting = sentence.isGiven || isSaid ? [] : sentence.goals.filter(isOperand);
  if (tree.operands.length === 0 && waiting.length > 0 && waiting.length === sentence.goals.length) {
    sentence.goals.splice(0);
    sentence.goals.push({ ...tree, operands: waiting, span: across(waiting[0]!.span, tree.span) });
  } else if (tree.operation === "compare" && waiting.length === sentence.goals.length) {
    sentence.goals.splice(0);
    sentence.goals.push({ ...tree, operands: [...tree.operands, ...waiting] });
  } else sentence.goals.push(tree);
};

const isOperand = (tree: Tree): boolean =>
  tree.kind !== "relation" && !(tree.kind === "operation" && tree.operands.length === 0);

/** "Are (1,2) and (3,6) parallel, orthogonal or neither?" */
export const judge = (s: State, sentence: Sentence, verdict: Verdict): undefined => {
  const piece = take(s);
  const at = { start: piece.start, end: piece.end };
  const last = sentence.goals.at(-1);
  if (sentence.purpose !== "solve") sentence.purpose = "verdict";
  if (last?.kind === "operation" && last.operation === "are") {
    sentence.goals.pop();
    sentence.goals.push({
      ...last,
      qualifiers: { verdicts: [...(last.qualifiers.verdicts ?? []), verdict] },
    });
    return;
  }
  while (!isAtEnd(s) && /^(?:colon|courtesy|layout)$/.test(here(s).kind)) take(s);
  const isFollowed =
    (here(s).meaning?.joins?.some((join) => join === "to" || join === "with" || join === "from") ?? false) &&
    !runStarts(s);
  if (isFollowed) take(s);
  const further = !isAtEnd(s) && runStarts(s) ? parseRunHere(s) : [];
  if (further === undefined) return;
  const operands = [...sentence.goals.splice(0), ...further];
  sentence.goals.push({
    kind: "operation",
    operation: "are",
    qualifiers: { verdicts: [verdict] },
    operands,
    at,
    span: operands.length === 0 ? at : across(operands[0]!.span, at),
  });
};
