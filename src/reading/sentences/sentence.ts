import type { Purpose } from "../reading.ts";
import type { Join } from "../tokens/meaning.ts";
import type { Operation, Qualifiers, Span, Tree } from "../tree.ts";

/** What a sentence has said so far. Only the parsers of sentences change it. */
export interface Sentence {
  readonly goals: Tree[];
  readonly facts: Tree[];
  /** Qualifiers that came before their operation: "with weights (1,2), the dot product of …". */
  pending: Qualifiers;
  purpose: Purpose;
  sought: string | undefined;
  /** Whether what is said is given, after "where" and "if". */
  isGiven: boolean;
  /** Whether it began as a yes-or-no question: "are (1,2) and (3,4) …". */
  asksWhether: boolean;
  /** A word that points back: this, these. */
  points: Span | undefined;
  /** A word that asks for weights. */
  weighted: Span | undefined;
  /** Whether an operation was named that has no operands. */
  hasBare: boolean;
}

export const newSentence = (): Sentence => ({
  goals: [],
  facts: [],
  pending: {},
  purpose: "value",
  sought: undefined,
  isGiven: false,
  asksWhether: false,
  points: undefined,
  weighted: undefined,
  hasBare: false,
});

/** Which joins an operation has between its operands, beside "and". */
const joinsOf: Partial<Readonly<Record<Operation, readonly Join[]>>> = {
  dot: ["with"],
  cross: ["with"],
  outer: ["with"],
  elementwise: ["with"],
  multiply: ["with", "by"],
  distance: ["from", "to"],
  cosine: ["with", "to"],
  "cosine-distance": ["from", "to"],
  angle: ["with", "to", "from"],
  projection: ["onto", "to"],
  "scalar-projection": ["onto", "to"],
  rejection: ["from", "onto"],
  add: ["to", "with"],
  subtract: ["from", "to"],
  scale: ["by", "with", "to"],
  divide: ["by"],
  compare: ["with", "to"],
  midpoint: ["to", "from"],
  correlation: ["with"],
  along: ["onto", "to"],
  "orthogonal-to": ["to"],
  are: ["to", "with", "from"],
  attention: ["with", "to"],
  softmax: ["with"],
};

export const mayJoin = (operation: Operation, join: Join): boolean =>
  join === "and" || (joinsOf[operation]?.includes(join) ?? false);

/** Operations of one vector: "2, 1 and 0.1" is one list to them. */
export const ofOne: ReadonlySet<Operation> = new Set<Operation>([
  "norm",
  "normalise",
  "softmax",
  "transpose",
  "total",
  "orthogonal-to",
]);

/** Operations that take matrices: rows in brackets stay together. */
export const ofMatrices: ReadonlySet<Operation> = new Set<Operation>(["multiply", "transpose", "attention"]);

/** The most operands that an operation takes where it stands within another: "norm of the cross product of a and b". */
export const mostOperands = (operation: Operation): number =>
  ofOne.has(operation) ? 1 : operation === "add" || operation === "mean" ? 9 : 2;
