import { joined, refuseRest } from "../expressions/parse-expression.ts";
import { runStarts } from "../lists/parse-run.ts";
import { fail, here, isAtEnd, pass, type State, skip } from "../state.ts";
import type { Piece } from "../tokens/mark-phrases.ts";
import type { Meaning } from "../tokens/meaning.ts";
import { across, type Tree } from "../tree.ts";
import { parseAssignments } from "./parse-assignments.ts";
import { importEnd, startsStatement, typeEnd } from "./parse-code.ts";
import { parseRunHere } from "./parse-named.ts";
import { followsValue } from "./parse-qualifier.ts";
import { parseRelation, relate } from "./parse-relation.ts";
import { along, applyUnit, judge, operate, qualify } from "./parse-request.ts";
import { newSentence, type Sentence } from "./sentence.ts";

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
