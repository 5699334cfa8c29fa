import { childrenOf } from "../children.ts";
import type { Reading, Remark } from "../reading.ts";
import type { Sentence } from "../sentences/sentence.ts";
import { fail, type State } from "../state.ts";
import type { Operation, Sign, Tree, TreeOf } from "../tree.ts";
import { axesDimension, foldAxes } from "./fold-axes.ts";

/** A reading before its shapes are checked. */
export type Completed = Omit<Reading, "courtesies" | "left" | "alternatives">;

/** Makes a reading of what a sentence said: operations get the operands that were named elsewhere. */
export const complete = (s: State, sentence: Sentence): Completed | undefined => {
  const given = [...s.given];
  const names = Object.fromEntries(
    [...s.names].filter(
      ([name]) => s.known.names === undefined || !Object.hasOwn(s.known.names, name) || s.given.has(name),
    ),
  );
  const goals = withOperands(s, sentence, given);
  if (goals === undefined) return undefined;
  const trees = [...goals, ...sentence.facts, ...Object.values(names)];
  const dimension = axesDimension(trees);
  const folded = (tree: Tree): Tree => (dimension === undefined ? tree : foldAxes(tree, dimension));
  const named = Object.fromEntries(Object.entries(names).map(([name, tree]) => [name, folded(tree)]));
  for (const [name, tree] of Object.entries(named)) s.names.set(name, tree);
  const letters = lettersIn(trees, s);
  const pointsBack = sentence.points !== undefined && trees.every(isBare);
  const all = goals.map(folded);
  return {
    goals: all,
    facts: sentence.facts.map(folded),
    names: named,
    qualifiers: goals.some(({ kind }) => kind === "operation") ? {} : sentence.pending,
    ...soughtIn(sentence, letters),
    letters,
    purpose: purposeOf(sentence, all),
    pointsBack,
    remarks: all.flatMap(remarksOn),
  };
};

const isBare = (tree: Tree): boolean => tree.kind === "operation" && tree.operands.length === 0;

const soughtIn = (
  { purpose, sought }: Sentence,
  letters: readonly string[],
): { readonly sought?: string } => {
  const name = sought ?? (purpose === "solve" ? letters[0] : undefined);
  return name === undefined ? {} : { sought: name };
};

const purposeOf = ({ purpose, goals }: Sentence, all: readonly Tree[]): Reading["purpose"] => {
  if (purpose !== "value") return purpose;
  return goals.length > 0 && all.at(-1)?.kind === "relation" ? "check" : "value";
};

/** Goals with operands: an operation without any takes the names; with no goals, the names are what is asked for. */
const withOperands = (
  s: State,
  { goals, points, facts, purpose }: Sentence,
  given: readonly string[],
): readonly Tree[] | undefined => {
  const settings = given.filter((name) => isSetting(name, goals));
  const free = given.filter((name) => !settings.includes(name));
  if (goals.length === 0) {
    const used = new Set([...s.names.values()].flatMap(namesIn));
    const asked = free.filter((name) => !used.has(name)).map((name) => nameNode(s, name));
    if (asked.length > 0 || points !== undefined || facts.length > 0) return asked;
    return fail(s, { start: 0, end: s.text.length }, "nothing");
  }
  // "Dot product and norm of (1,2) and (3,4)": the first has the operands of the other.
  const others = goals.find((goal) => goal.kind === "operation" && goal.operands.length > 0);
  const shared = others?.kind === "operation" ? others.operands : [];
  return goals.map((whole) => {
    const goal = whole.kind === "operation" ? unwrapped(whole) : whole;
    if (goal.kind !== "operation") return goal;
    const named =
      goal.operands.length === 0 && purpose !== "idea"
        ? { ...goal, operands: free.length > 0 ? free.map((name) => nameNode(s, name)) : shared }
        : goal;
    return withSettings(s, named, settings);
  });
};

/** The signs in which an operation may be written beside its name: "cross product (1,2,3) x (4,5,6)". */
const signsOf: Partial<Readonly<Record<Operation, readonly Sign[]>>> = {
  dot: ["·", "*", "@"],
  cross: ["×"],
  outer: ["⊗"],
  elementwise: ["∘", "*"],
  multiply: ["*", "·", "×", "@", "implicit"],
  add: ["+"],
  subtract: ["-"],
  divide: ["/"],
};

/** An operation with one operand that is the operation once more, in signs. */
const unwrapped = (tree: TreeOf<"operation">): TreeOf<"operation"> => {
  const [only, second] = tree.operands;
  if (only === undefined || second !== undefined) return tree;
  if (only.kind === "operation" && only.operation === tree.operation && only.operands.length > 1)
    return { ...tree, operands: only.operands };
  const isSame = only.kind === "binary" && (signsOf[tree.operation]?.includes(only.sign) ?? false);
  return isSame ? { ...tree, operands: [only.left, only.right] } : tree;
};

/** T in "softmax of … with T = 0.5" is a temperature, p in "p-norm with p = 3" the p of the norm. */
const isSetting = (name: string, goals: readonly Tree[]): boolean =>
  goals.some(
    (goal) =>
      goal.kind === "operation" &&
      ((/^(?:T|τ|temp|tau)$/.test(name) &&
        (goal.operation === "softmax" || goal.operation === "attention")) ||
        (name === "p" && goal.qualifiers.measure === "minkowski")),
  );

const withSettings = (s: State, goal: TreeOf<"operation">, settings: readonly string[]): Tree => {
  const temperature = settings.find((name) => name !== "p");
  const p = settings.includes("p") ? { p: nameNode(s, "p") } : {};
  const warmth = temperature === undefined ? {} : { temperature: nameNode(s, temperature) };
  return { ...goal, qualifiers: { ...goal.qualifiers, ...warmth, ...p } };
};

const nameNode = (s: State, name: string): Tree => {
  const span = s.names.get(name)!.span;
  return { kind: "name", name, span };
};

const namesIn = (tree: Tree): readonly string[] => {
  if (tree.kind === "name") return [tree.name];
  return tree.kind === "number" ? [] : childrenOf(tree).flatMap(namesIn);
};

const lettersIn = (trees: readonly Tree[], s: State): readonly string[] => {
  const letters = new Set<string>();
  const open: Tree[] = [...trees].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "name" && !s.names.has(next.name)) letters.add(next.name);
    else if (next.kind !== "number" && next.kind !== "name")
      for (const child of [...childrenOf(next)].reverse()) open.push(child);
  }
  return [...letters];
};

/** (a·b)·c is worked out as it stands, but a·b is a number: that is worth a word. */
const remarksOn = (tree: Tree): readonly Remark[] => {
  if (tree.kind === "number" || tree.kind === "vector" || tree.kind === "matrix") return [];
  const further = childrenOf(tree).flatMap(remarksOn);
  const isFactor =
    tree.kind === "binary" &&
    tree.sign === "·" &&
    tree.left.kind === "group" &&
    tree.left.of.kind === "binary" &&
    tree.left.of.sign === "·";
  return isFactor ? [{ kind: "dot-product-as-factor", span: tree.span }, ...further] : further;
};
