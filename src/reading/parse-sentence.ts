import type { Piece } from "./mark-phrases.ts";
import type { Meaning } from "./meaning.ts";
import { parseAssignments } from "./parse-assignments.ts";
import { importEnd, startsStatement, typeEnd } from "./parse-code.ts";
import { joined, refuseRest } from "./parse-expression.ts";
import { followsValue, parseNamed, parseQualifier, parseRunHere } from "./parse-named.ts";
import { runStarts } from "./parse-run.ts";
import { newSentence, type Sentence } from "./sentence.ts";
import { fail, here, isAtEnd, isCall, pass, type State, skip, take } from "./state.ts";
import { type AngleUnit, across, type Relation, relations, type Tree, type Verdict } from "./tree.ts";

/** Parses a whole text: words, assignments, expressions, one after the other. */
export const parseSentence = (s: State): Sentence | undefined => {
  const sentence = newSentence();
  if (!parseAssignments(s)) return undefined;
  while (!isAtEnd(s)) {
    const at = s.at;
    parsePiece(s, sentence);
    if (s.fault !== undefined) return undefined;
    if (s.at === at) return refuseRest(s);
  }
  if (sentence.weighted !== undefined && !hasWeights(sentence))
    return fail(s, sentence.weighted, "setting-without-value");
  return sentence;
};

const hasWeights = ({ goals }: Sentence): boolean =>
  goals.some((goal) => goal.kind === "operation" && goal.qualifiers.weights !== undefined);

const parsePiece = (s: State, sentence: Sentence): undefined => {
  const piece = here(s);
  if (piece.kind === "courtesy" || piece.kind === "layout") return pass(s);
  const afterImport = importEnd(s, s.at);
  if (afterImport !== undefined) return passTo(s, afterImport);
  const afterAssignment = s.assigned.get(s.at);
  if (afterAssignment !== undefined) {
    s.at = afterAssignment;
    return;
  }
  if (here(s).text === "return" && typeEnd(s, s.at) > s.at) return passTo(s, typeEnd(s, s.at));
  const afterDeclared = piece.meaning === undefined ? typeEnd(s, s.at) : s.at;
  if (afterDeclared > s.at && isDeclared(s.pieces[afterDeclared]!) && startsStatement(s, s.at)) {
    // A declaration without its sign: what stands in the place of the sign is at fault.
    s.at = afterDeclared + 1;
    return refuseRest(s);
  }
  if (piece.kind === "relation") return parseRelation(s, sentence);
  if (piece.meaning !== undefined && !runStarts(s)) return parseWords(s, sentence, piece.meaning);
  if (runStarts(s)) return parseGoals(s, sentence);
  parseMark(s, sentence);
};

const passTo = (s: State, end: number): undefined => {
  while (s.at < end) pass(s);
};

/** Signs between sentences, and at their ends. */
const parseMark = (s: State, sentence: Sentence): undefined => {
  const { kind, text, before } = here(s);
  const last = s.pieces[s.at - 1];
  const isRepeated =
    last !== undefined &&
    (last.kind === "comma" || last.kind === "semicolon" || last.kind === "colon") &&
    kind !== "question";
  if (text === "!" && last?.kind === "number" && before === "" && s.at + 1 < s.end)
    return fail(s, here(s), "operation-not-offered");
  if (kind === "question" && mayEnd(s)) return pass(s);
  if (kind === "colon" && isCell(last) && isCell(s.pieces[s.at + 1]))
    return fail(s, across(last!, s.pieces[s.at + 1]!), "cell-reference");
  if ((kind === "comma" || kind === "semicolon" || kind === "colon") && !isRepeated && s.at > 0) {
    if (kind !== "comma") sentence.isGiven = false;
    return skip(s);
  }
  if (kind === "point" && (last === undefined || before === "" || s.at + 1 >= s.end)) {
    sentence.isGiven = false;
    return pass(s);
  }
  if (text === "&" && sentence.goals.length > 0 && s.at + 1 < s.end) return skip(s);
};

/** A question mark or an exclamation mark ends something: it stands behind a word or an operand. */
const mayEnd = (s: State): boolean => {
  const [last, piece, next] = [s.pieces[s.at - 1], here(s), s.pieces[s.at + 1]!];
  if (last === undefined || last.kind === "operator" || last.kind === "comma") return false;
  if (piece.text === "?" || last.kind === "question" || last.kind === "courtesy") return true;
  return (
    last.meaning?.courtesy === true ||
    next.before === "line" ||
    ["end", "question", "courtesy"].includes(next.kind)
  );
};

/** A1 as in A1:A3, which names cells of a sheet. */
const isCell = (piece: Piece | undefined): boolean =>
  piece?.kind === "word" && /^[A-Z]{1,3}\d{1,5}$/.test(piece.text);

/** Whether what comes behind the piece at hand asks for nothing more: "= ?", "= please". */
const nothingFollows = (s: State): boolean => {
  let next = s.at + 1;
  while (next < s.end && isPolite(s.pieces[next]!)) next += 1;
  return next >= s.end || s.pieces[next]!.before === "line";
};

const isPolite = ({ kind, meaning }: Piece): boolean =>
  kind === "question" || kind === "courtesy" || kind === "point" || meaning?.courtesy === true;

const parseRelation = (s: State, sentence: Sentence): undefined => {
  const piece = here(s);
  const next = s.pieces[s.at + 1]!;
  const isLast = nothingFollows(s);
  const isFormula =
    s.at === 0 && next.kind === "word" && next.before === "" && isCall(s, 1) && next.text !== "\\frac";
  if (piece.text === "=" && ((isLast && s.at > 0) || isFormula)) return pass(s);
  relate(s, sentence, piece.text);
};

/** Sets what comes next in relation to what came last. */
const relate = (s: State, sentence: Sentence, sign: string): undefined => {
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

const parseOne = (s: State): Tree | undefined => {
  if (isAtEnd(s) || !runStarts(s)) return refuseRest(s);
  const [only, second] = parseRunHere(s) ?? [];
  return second === undefined ? only : fail(s, second.span, "missing-sign");
};

const parseGoals = (s: State, sentence: Sentence): undefined => {
  const isShare = s.pieces[s.at - 1]?.meaning?.courtesy === true && isPercent(sentence.goals.at(-1));
  const operands = parseRunHere(s);
  if (operands === undefined) return;
  const share = sentence.goals.at(-1);
  if (isShare && share !== undefined && operands.length === 1) {
    sentence.goals.pop();
    sentence.goals.push(
      joined("implicit", share, operands[0]!, { start: share.span.end, end: operands[0]!.span.start }),
    );
    return;
  }
  const areLetters = operands.every(
    (each) =>
      each.kind === "name" ||
      (each.kind === "vector" && each.components.every(({ kind }) => kind === "name")),
  );
  const [first] = operands;
  // "given a, b, c: …" and "find x so that …" name letters; they ask for nothing.
  if (areLetters && sentence.purpose === "solve" && sentence.sought === undefined && first?.kind === "name")
    sentence.sought = first.name;
  else if (!(areLetters && sentence.isGiven)) sentence.goals.push(...operands);
};

/** "50% of (3,4)" is a factor. */
const isPercent = (tree: Tree | undefined): boolean => tree?.kind === "number" && tree.written === "percent";

/** The name that a declaration gives, rather than a word of a sentence. */
const isDeclared = ({ kind, text, meaning }: Piece): boolean =>
  kind === "word" && (meaning === undefined || text.length === 1);

/** A word of the sentence, by what it may mean at this place. */
const parseWords = (s: State, sentence: Sentence, meaning: Meaning): undefined => {
  const piece = here(s);
  if (meaning.refused !== undefined && meaning.operation === undefined)
    return fail(s, piece, "operation-not-offered");
  if (meaning.weighted === true) {
    sentence.weighted = { start: piece.start, end: piece.end };
    return skip(s);
  }
  if (meaning.qualifier !== undefined && followsValue(s)) return qualify(s, sentence, meaning);
  if (meaning.verdict !== undefined) return judge(s, sentence, meaning.verdict);
  if (meaning.is === true && sentence.goals.length > 0 && !sentence.asksWhether && isValueNext(s))
    return relate(s, sentence, "=");
  if (meaning.resultUnit !== undefined) return applyUnit(s, sentence, meaning.resultUnit);
  if (meaning.operation !== undefined) return operate(s, sentence);
  if (meaning.ask !== undefined) return ask(s, sentence, meaning);
  if (meaning.points === true) {
    sentence.points ??= { start: piece.start, end: piece.end };
    return skip(s);
  }
  if (meaning.joins?.includes("onto") === true && sentence.pending.length !== undefined)
    return along(s, sentence);
  if (meaning.where === true) {
    sentence.isGiven = true;
    return pass(s);
  }
  if (meaning.is === true || meaning.maybe === true) {
    sentence.asksWhether ||= sentence.goals.length === 0 && meaning.is === true;
    return pass(s);
  }
  if (meaning.courtesy === true || meaning.article === true) return pass(s);
  if (meaning.joins !== undefined && isBetween(s, sentence)) return pass(s);
  fail(s, piece, meaning.qualifier === undefined ? "misplaced-word" : "setting-without-value");
};

/** A join stands between two operands, or between two sentences. */
const isBetween = (s: State, sentence: Sentence): boolean =>
  s.at + 1 < s.end &&
  (sentence.goals.length > 0 || sentence.facts.length > 0 || s.names.size > 0) &&
  s.pieces[s.at - 1]?.meaning?.joins === undefined;

const isValueNext = (s: State): boolean => {
  const at = s.at;
  s.at += 1;
  while (s.at < s.end && here(s).meaning?.article === true) s.at += 1;
  const is = s.at < s.end && runStarts(s);
  s.at = at;
  return is;
};

const ask = (s: State, sentence: Sentence, { ask: purpose }: Meaning): undefined => {
  if (purpose !== "value" && purpose !== undefined) sentence.purpose = purpose;
  sentence.isGiven = false;
  const [only, second] = sentence.goals;
  if (purpose === "solve" && only?.kind === "name" && second === undefined) {
    sentence.sought = only.name;
    sentence.goals.pop();
  }
  pass(s);
};

const qualify = (s: State, sentence: Sentence, { qualifier }: Meaning): undefined => {
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

const applyUnit = (s: State, sentence: Sentence, unit: AngleUnit): undefined => {
  const last = sentence.goals.at(-1);
  if (last?.kind !== "operation") return fail(s, here(s), "misplaced-word");
  take(s);
  sentence.goals.pop();
  sentence.goals.push({ ...last, qualifiers: { ...last.qualifiers, unit } });
};

/** "A vector of length 5 along (3,4)". */
const along = (s: State, sentence: Sentence): undefined => {
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
const operate = (s: State, sentence: Sentence): undefined => {
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
const judge = (s: State, sentence: Sentence, verdict: Verdict): undefined => {
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
