import type { Problem, Unreadable } from "../problem.ts";
import { childrenOf } from "../reading/children.ts";
import { read } from "../reading/read.ts";
import type { Reading, Unread } from "../reading/reading.ts";
import { spell } from "../reading/spell.ts";
import type { Tree } from "../reading/tree.ts";
import type { Call } from "../reply/reply.ts";
import type { Command } from "./command.ts";
import { operandsOf, operationOf, unreadableAt } from "./typed-vectors.ts";

/**
 * What a reading asks for, as a call: an operation of the command that works it out, vectors of the usual one for so many,
 * an expression of /work. Undefined where no vectors or numbers are worked with.
 */
export const callFor = (commands: readonly Command[], reading: Reading): Call | undefined => {
  const { goals, names } = reading;
  const [goal] = goals;
  if (goal === undefined) return undefined;
  if (goals.length > 1 || isPlainVector(goal, reading))
    return { command: usualFor(goals.length), options: { vectors: together(goals, reading) } };
  const operation = operationOf(goal);
  const command = operation === undefined ? undefined : commands.find((each) => each.operation === operation);
  const operands = operandsOf([goal], operation);
  const isOwn = goal.kind === "operation" || operands.every((each) => isPlainVector(each, reading));
  if (command !== undefined && isOwn && operands.length > 0)
    return { command: command.name, options: { vectors: together(operands, reading) } };
  return { command: "work", options: { expression: spell(goal, names) } };
};

/** What is worked out of so many vectors where nothing is asked for. */
const usualFor = (count: number): string => ["norm", "dot", "compare"][Math.min(count, 3) - 1]!;

/** Vectors as the text of an option; a number is one of a single component. */
const together = (trees: readonly Tree[], { names }: Reading): string =>
  trees
    .map((tree) => (tree.kind === "number" ? `(${spell(tree, names)},)` : spell(tree, names)))
    .map((text) => (text.startsWith("-") ? `(${text})` : text))
    .join(" ");

const isPlainVector = (tree: Tree, reading: Reading): boolean => {
  if (tree.kind === "vector") return true;
  if (tree.kind === "group") return isPlainVector(tree.of, reading);
  const means =
    tree.kind === "name" && Object.hasOwn(reading.names, tree.name) ? reading.names[tree.name] : undefined;
  return means?.kind === "vector";
};

/** Whether numbers, or vectors of letters, stand in what was read. */
export const hasNumbers = ({ goals, names }: Reading): boolean => {
  const open: Tree[] = [...goals, ...Object.values(names)];
  for (let tree = open.pop(); tree !== undefined; tree = open.pop()) {
    if (tree.kind === "number" || tree.kind === "vector" || tree.kind === "matrix") return true;
    for (const child of childrenOf(tree)) open.push(child);
  }
  return false;
};

/** What a sentence with numbers of its own comes to; `words` where it has none, or asks about an idea. */
export type OwnNumbers =
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "words" };

/** Reads a sentence for vectors and numbers of its own, and what is asked of them. */
export const askedOfNumbers = (commands: readonly Command[], text: string): OwnNumbers => {
  const reading = read(text);
  if (!reading.ok) return { kind: "problem", problem: unreadableWith(commands, reading.problem) };
  const { purpose, pointsBack, goals } = reading.value;
  if (purpose === "idea" || pointsBack || !hasNumbers(reading.value)) return { kind: "words" };
  // A number by itself asks for nothing.
  if (goals.length === 1 && goals[0]!.kind === "number") return { kind: "words" };
  const call = callFor(commands, reading.value);
  return call === undefined ? { kind: "words" } : { kind: "call", call };
};

/** What could not be read, with what may have been meant as calls of commands. */
export const unreadableWith = (commands: readonly Command[], unread: Unread): Unreadable => ({
  ...unreadableAt(unread),
  meant: unread.choices.flatMap(({ doubt, reading }) => {
    const does = callFor(commands, reading);
    return does === undefined ? [] : [{ doubt, does }];
  }),
});
