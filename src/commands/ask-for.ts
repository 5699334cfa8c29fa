import type { Problem, Unread } from "../problem.ts";
import { childrenOf } from "../reading/children.ts";
import { read } from "../reading/read.ts";
import type { Reading, Unread as UnreadText } from "../reading/reading.ts";
import { spell } from "../reading/spell.ts";
import type { Tree } from "../reading/tree.ts";
import type { Call } from "../reply/reply.ts";
import type { Command } from "./command.ts";
import { joinedGoals, operandsOf, operationOf, unreadAt } from "./typed-vectors.ts";
import { optionsOf } from "./usage.ts";

/**
 * What a reading asks for, as a call: an operation of the command that works it out, vectors of the usual one for so many,
 * an expression of /work. Undefined where no vectors or numbers are worked with.
 */
export const callFor = (commands: readonly Command[], reading: Reading, typed?: string): Call | undefined => {
  const { names, facts, purpose } = reading;
  const goals = joinedGoals(reading.goals);
  const [goal] = goals;
  if (goal === undefined) return undefined;
  const worked = { command: "work", options: { expression: typed ?? spell(goal, names) } };
  if (facts.length > 0 || purpose === "solve") return worked;
  if (goals.length > 1 || isPlainVector(goal, reading))
    return { command: usualFor(goals.length), options: { vectors: together(goals, reading) } };
  const operation = operationOf(goal);
  const command = operation === undefined ? undefined : commands.find((each) => each.operation === operation);
  const operands = operandsOf([goal], operation);
  const places = command === undefined ? [] : optionsOf(command).filter(({ readsVectors }) => readsVectors);
  if (command !== undefined && places.length > 1 && operands.length <= places.length)
    return {
      command: command.name,
      options: Object.fromEntries(operands.map((each, i) => [places[i]!.name, spell(each, names)])),
    };
  const isOwn = goal.kind === "operation" || operands.every((each) => isPlainVector(each, reading));
  if (command !== undefined && isOwn && operands.length > 0)
    return { command: command.name, options: { vectors: together(operands, reading) } };
  return worked;
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
const hasNumbers = ({ goals, names, facts }: Reading): boolean => {
  const open: Tree[] = [...goals, ...facts, ...Object.values(names)];
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
  if (!reading.ok) return { kind: "problem", problem: unreadWith(commands, reading.problem) };
  const { purpose, pointsBack, goals } = reading.value;
  if (purpose === "idea" || pointsBack || !hasNumbers(reading.value)) return { kind: "words" };
  // A number by itself asks for nothing.
  if (goals.length === 1 && goals[0]!.kind === "number") return { kind: "words" };
  const call = callFor(commands, reading.value, text);
  return call === undefined ? { kind: "words" } : { kind: "call", call };
};

/** What could not be read, with what may have been meant as calls of commands. */
export const unreadWith = (commands: readonly Command[], unread: UnreadText): Unread => ({
  ...unreadAt(unread),
  meant: unread.choices.flatMap(({ doubt, reading }) => {
    const does = callFor(commands, reading);
    return does === undefined ? [] : [{ doubt, does }];
  }),
});
