import { cut } from "../base/cut.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Vector } from "../math/vector.ts";
import { vectorToText } from "../present/vector.ts";
import type { Problem, Unread } from "../problem.ts";
import { read } from "../reading/read.ts";
import type { Reading, Unread as UnreadText } from "../reading/reading.ts";
import type { Operation, Span, Tree } from "../reading/tree.ts";
import { newConversion, type ValueFault } from "../reading/values/conversion.ts";
import { toVector } from "../reading/values/vectors.ts";

/** What a command wants of the text of its vectors. */
export interface Wanted {
  readonly least: number;
  readonly most: number;
  /** What the command itself works out: (1, 2)·(3, 4) as the text of /dot holds its two vectors. */
  readonly operation?: Operation;
}

/**
 * The vectors in the text of an option, each worked out where it was typed as an expression. What cannot be read with
 * commas between components may have them before decimals, and semicolons between components: 1,5;2,5 3,5;4.
 */
export const readTypedVectors = (text: string, wanted: Wanted): Result<readonly Vector[], Problem> => {
  const found = readAsTyped(text, wanted);
  if (found.ok || !/\d,\d/.test(text) || !text.includes(";")) return found;
  const withPoints = readAsTyped(text.replace(/(?<=\d),(?=\d)/g, ".").replaceAll(";", ","), wanted);
  return withPoints.ok ? withPoints : found;
};

const readAsTyped = (
  text: string,
  { least, most, operation }: Wanted,
): Result<readonly Vector[], Problem> => {
  if (text.trim() === "") return err({ kind: "wrong-count", least, most, read: [] });
  // Two vectors where one is wanted are two: the commas of 1,2 3,4 do not become decimal ones for that.
  const areComponents = most === 1 && /\d,\d/.test(text) && !text.includes(";");
  const reading = read(text, { ...(areComponents ? {} : { operands: { least, most } }), rows: "vectors" });
  if (!reading.ok) return err(unreadAt(reading.problem));
  const left = Object.values(reading.value.qualifiers).find(isTree);
  if (left !== undefined) return err(faultAt(text, { span: left.span, reason: "unknown-setting" }));
  const operands = operandsOf(reading.value.goals, operation);
  // In "/subtract (1,2) from (3,4)" the name of the command is the verb of the sentence.
  const isTurned = operation !== undefined && turnsOperands(`${operation} ${text}`);
  const vectors = toVectors(text, reading.value, isTurned ? operands.toReversed() : operands);
  if (!vectors.ok || (vectors.value.length >= least && vectors.value.length <= most)) return vectors;
  return err({ kind: "wrong-count", least, most, read: vectors.value.map(vectorToText) });
};

/** All the vectors in a text, however many they are. */
export const readAnyVectors = (text: string): Result<readonly Vector[], Problem> =>
  readTypedVectors(text, { least: 1, most: Number.POSITIVE_INFINITY });

/** What a question is about, as it was typed, signs and factors included: -(1,2) (3,4); undefined where that is not read. */
export const operandsIn = (text: string, count: number): string | undefined => {
  const reading = read(text);
  if (!reading.ok || reading.value.goals.length !== count) return undefined;
  const typed = reading.value.goals.map(({ span }) => text.slice(span.start, span.end));
  return typed.every((each) => /\d/.test(each)) ? typed.join(" ") : undefined;
};

/** Whether a sentence gives the operands in another order than the formula: "subtract (1,2) from (3,4)". */
export const turnsOperands = (text: string): boolean => {
  const reading = read(text);
  const [goal] = reading.ok ? reading.value.goals : [];
  return (
    goal?.kind === "operation" &&
    goal.operands.some(({ span }, i) => span.start > (goal.operands[i + 1]?.span.start ?? span.start))
  );
};

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && "span" in value;

const toVectors = (
  text: string,
  { names }: Reading,
  trees: readonly Tree[],
): Result<readonly Vector[], Unread> => {
  const conversion = newConversion(names);
  const vectors: Vector[] = [];
  for (const tree of trees) {
    const vector = toVector(conversion, tree);
    if (vector === undefined) return err(faultAt(text, conversion.fault!));
    vectors.push(vector);
  }
  return ok(vectors);
};

/** What a sign between two operands asks for. */
const signOperations: Partial<Readonly<Record<string, Operation>>> = { "+": "add", "-": "subtract" };

/** An operation that is named before its operands takes them: "the cosine similarity? (1,2) (3,4)". */
export const joinedGoals = (goals: readonly Tree[]): readonly Tree[] => {
  const [first, ...rest] = goals;
  return first?.kind === "operation" && first.operands.length === 0 && rest.length > 0
    ? [{ ...first, operands: rest }]
    : goals;
};

/** The operands of the one goal, where that is what the command works out; else each goal is one. */
export const operandsOf = (goals: readonly Tree[], operation: Operation | undefined): readonly Tree[] => {
  const [goal, ...others] = goals;
  if (goal === undefined || others.length > 0) return goals;
  if (goal.kind === "group") return operandsOf([goal.of], operation);
  if (operation === undefined || operationOf(goal) !== operation) return goals;
  if (goal.kind === "operation") return goal.operands;
  return goal.kind === "binary" ? [goal.left, goal.right] : goals;
};

/** What a tree asks for at its top: an operation by its name or by its sign. */
export const operationOf = (tree: Tree): Operation | undefined => {
  if (tree.kind === "operation") return isQualified(tree) ? undefined : tree.operation;
  if (tree.kind !== "binary") return undefined;
  if (tree.product === "dot" || tree.product === "cross") return tree.product;
  return signOperations[tree.sign];
};

/** Whether an operation is asked for in another manner than the usual one. */
const isQualified = ({ qualifiers }: Extract<Tree, { kind: "operation" }>): boolean => {
  const { unit: _, verdicts: __, ...rest } = qualifiers;
  return Object.values(rest).some((value) => value !== undefined && value !== "euclidean");
};

/** What could not be read, as a problem: the place, what was understood, what to type instead. */
export const unreadAt = ({ choices: _, dimensions: __, ...unread }: UnreadText): Unread => ({
  kind: "unread",
  ...unread,
  meant: [],
});

/** What was read and has no value, as a problem. */
export const faultAt = (text: string, { span, reason }: ValueFault): Unread => ({
  kind: "unread",
  span,
  found: found(text, span),
  reason,
  understood: [],
  meant: [],
});

const found = (text: string, { start, end }: Span): string => cut(text.slice(start, end).trim(), 60);
