import { err, ok, type Result } from "../base/result.ts";
import { checkShapes } from "./check/check-shapes.ts";
import { type Completed, complete } from "./check/complete.ts";
import { newState, type Prepared, prepare } from "./prepare.ts";
import type { Alternative, Doubt, Known, Reading, Unread, UnreadReason } from "./reading.ts";
import { findIdea, isIdea } from "./sentences/find-idea.ts";
import { parseSentence } from "./sentences/parse-sentence.ts";
import type { Fault, State } from "./state.ts";
import { tokenise } from "./tokens/tokenise.ts";
import type { Span, Tree } from "./tree.ts";
import { understood, unread } from "./unread.ts";

/** The longest text that is read, in characters: two embeddings of 3,072 numbers with all their digits, and more. */
export const mostText = 262_144;

/**
 * Reads what a person typed about vectors: expressions in the notations of mathematics and of code, lists, assignments and
 * sentences. `2,3,4 1,0,2` gives two vectors, "the norm of 2(1,2)" an operation. Every character is accounted for: in the
 * reading, or by the place that the problem names.
 */
export const read = (text: string, known: Known = {}): Result<Reading, Unread> => {
  if (text.length > mostText)
    return err(unread(text, { span: { start: mostText, end: text.length }, reason: "too-long" }));
  const tokens = tokenise(text);
  const { kind, start, end } = tokens.at(-1)!;
  if (kind !== "end") return err(unread(text, { span: { start, end }, reason: "too-many-numbers" }));
  const prepared = prepare(tokens, text, known);
  const first = attempt(text, prepared, known, none);
  if (isIdea(first, prepared.pieces)) return findIdea(text, prepared, known);
  const others = alternativesOf(text, prepared, known, first);
  if (!first.ok) return err({ ...unread(text, first.problem, first.vectors), choices: others });
  return ok(likeliest({ ...first.value, alternatives: others }, known));
};

const none: ReadonlySet<Doubt> = new Set();

/** What an attempt came to, and which doubts it met. */
export type Attempt = (
  | { readonly ok: true; readonly value: Reading }
  | { readonly ok: false; readonly problem: Fault; readonly vectors: readonly string[] }
) & { readonly met: ReadonlyMap<Doubt, Span> };

const attempt = (text: string, prepared: Prepared, known: Known, turned: ReadonlySet<Doubt>): Attempt => {
  const s = newState(text, prepared, known, turned);
  if (prepared.fault !== undefined) return { ok: false, problem: prepared.fault, vectors: [], met: s.met };
  const sentence = parseSentence(s);
  const completed = sentence === undefined ? undefined : complete(s, sentence);
  const checked = completed === undefined ? undefined : check(s, completed);
  if (checked === undefined || s.fault !== undefined)
    return {
      ok: false,
      problem: s.fault ?? { span: { start: 0, end: text.length }, reason: "nothing" },
      vectors: understood(s),
      met: s.met,
    };
  const forgotten = s.taken.indexOf(0);
  if (forgotten >= 0 && forgotten < s.end) {
    const { start, end } = s.pieces[forgotten]!;
    return {
      ok: false,
      problem: { span: { start, end }, reason: "misplaced-sign" },
      vectors: understood(s),
      met: s.met,
    };
  }
  return { ok: true, value: checked, met: s.met };
};

const check = (s: State, { goals, facts, names, ...rest }: Completed): Reading | undefined => {
  const checked = (trees: readonly Tree[]): readonly Tree[] | undefined => {
    const made = trees.map((tree) => checkShapes(s, tree)?.tree);
    return made.every((tree) => tree !== undefined) ? made : undefined;
  };
  const [asked, said] = [checked(goals), checked(facts)];
  const given = checked(Object.values(names));
  if (asked === undefined || said === undefined || given === undefined) return undefined;
  return {
    ...rest,
    goals: asked,
    facts: said,
    names: Object.fromEntries(Object.keys(names).map((name, i) => [name, given[i]!])),
    courtesies: s.courtesies,
    left: s.left,
    alternatives: [],
  };
};

/** Why a reading with another meaning of a doubt may be offered even though the first one failed. */
const curable: ReadonlySet<UnreadReason> = new Set<UnreadReason>([
  "star-between-vectors",
  "three-vectors",
  "power-of-vector",
  "cross-needs-three",
  "dimensions-differ",
  "number-and-vector",
  "division-by-vector",
  "number-expected",
  "vector-expected",
  "ragged-matrix",
]);

/** The same text with each doubt decided the other way, as far as that can be read. */
const alternativesOf = (
  text: string,
  prepared: Prepared,
  known: Known,
  first: Attempt,
): readonly Alternative[] => {
  const doubts = new Map(first.met);
  if (!first.ok) {
    if (!curable.has(first.problem.reason)) return [];
    for (const doubt of first.problem.doubts ?? []) doubts.set(doubt, first.problem.span);
  }
  return [...doubts].flatMap(([doubt, span]) => {
    const other = attempt(text, prepared, known, new Set([doubt]));
    return other.ok ? [{ doubt, span, reading: other.value }] : [];
  });
};

/** Of a reading and its alternatives the first with as many operands as are wanted. */
const likeliest = (reading: Reading, { operands }: Known): Reading => {
  if (operands === undefined || fits(reading, operands)) return reading;
  const index = reading.alternatives.findIndex((each) => fits(each.reading, operands));
  const better = reading.alternatives[index];
  if (better === undefined) return reading;
  const { alternatives, ...rest } = reading;
  const others = alternatives.filter((_, i) => i !== index);
  return {
    ...better.reading,
    alternatives: [{ ...better, reading: { ...rest, alternatives: [] } }, ...others],
  };
};

const fits = (
  { goals }: Reading,
  { least, most }: { readonly least: number; readonly most: number },
): boolean => {
  const [only] = goals;
  const count =
    goals.length === 1 && only?.kind === "operation" && only.operands.length > 1
      ? only.operands.length
      : goals.length;
  return count >= least && count <= most;
};
