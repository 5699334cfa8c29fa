import type { Qualifiers, Span, Tree } from "./tree.ts";

/** What was made of a text. Every character is in it: in a tree, in a word that was understood, or in a courtesy. */
export interface Reading {
  /**
   * What is asked for: one tree for each operand or expression, in order. `(1,2) (3,4)` has two vectors, "dot product of
   * (1,2) and (3,4)" one operation, `(1,2)·(3,4) = 10` one relation.
   */
  readonly goals: readonly Tree[];
  /** What names stand for, in the order in which they were given. */
  readonly names: Readonly<Record<string, Tree>>;
  /** What is said to hold: |a| = 3 in "a·b if |a| = 3". */
  readonly facts: readonly Tree[];
  /** Qualifiers that no operation in the text takes: "2,1,0.1 temperature: 0.5" as the text of a command. */
  readonly qualifiers: Qualifiers;
  /** What is sought: x in "find x so that …". */
  readonly sought?: string;
  /** Single letters that were given no meaning. */
  readonly letters: readonly string[];
  readonly purpose: Purpose;
  /** Whether it is about what was shown before: "why is this negative?" It then has no numbers of its own. */
  readonly pointsBack: boolean;
  readonly courtesies: readonly Span[];
  /** Words of a question about an idea, which are left to another module. */
  readonly left: readonly Span[];
  /** What is worth a sentence beside the answer. */
  readonly remarks: readonly Remark[];
  /** The same text read otherwise, the likeliest first. */
  readonly alternatives: readonly Alternative[];
}

/** What is wanted: a value, a yes or no, a check of what somebody worked out, an unknown, an explanation. */
export const purposes = ["value", "verdict", "check", "solve", "idea"] as const;

export type Purpose = (typeof purposes)[number];

export interface Remark {
  readonly kind: "dot-product-as-factor";
  readonly span: Span;
}

/** What can be read in two ways. */
export const doubts = [
  /** 1,5 2,5: decimal commas, or two components each. */
  "decimal-comma",
  /** (1,2) -(3,4): a difference, or two vectors. */
  "sign-after-gap",
  /** 1, 2 - 3, 4: a difference of lists, or one in the middle of a list. */
  "operator-between-lists",
  /** [[1,2],[3,4]]: a matrix, or a vector in each row. */
  "matrix-or-vectors",
  /** Two columns of a sheet: vectors down the columns, or along the rows. */
  "columns-or-rows",
  /** ||2,3,4||: a norm, or a vector between marks. */
  "norm-or-marks",
  /** 2 (1,3): a factor, or a number and a vector. */
  "factor-or-operand",
  /** a * b of two vectors: the dot product, or component by component. */
  "star",
  /** (1,2) × (3,4): no cross product in two dimensions; the dot product may be meant. */
  "times",
  /** a·b·c of three vectors. */
  "three-vectors",
  /** (3,4)^2: the square of the length, or component by component. */
  "square-of-vector",
  /** 1,000: a thousand, or two components. */
  "thousands",
] as const;

export type Doubt = (typeof doubts)[number];

export interface Alternative {
  readonly doubt: Doubt;
  readonly span: Span;
  readonly reading: Reading;
}

/** Why a place could not be read. */
export const unreadReasons = [
  "unknown-word",
  "unknown-sign",
  "unknown-function",
  "operation-not-offered",
  "unseen-sign",
  "misplaced-word",
  "misplaced-sign",
  "missing-operand",
  "missing-sign",
  "empty-component",
  "unbalanced-bracket",
  "unclosed-quote",
  "ragged-matrix",
  "digits-and-letters",
  "unfinished-power",
  "two-points",
  "too-many-digits",
  "exponent-too-large",
  "nested-too-deeply",
  "too-long",
  "too-many-numbers",
  "too-many-components",
  "looks-like-date",
  "looks-like-time",
  "cell-reference",
  "points-back-beside-numbers",
  "given-twice",
  "given-by-itself",
  "nothing",
  "unknown-setting",
  "setting-without-value",
  "dimensions-differ",
  "cross-needs-three",
  "matrix-does-not-fit",
  "number-and-vector",
  "number-expected",
  "vector-expected",
  "division-by-vector",
  "power-of-vector",
  "star-between-vectors",
  "three-vectors",
  "wrong-number-of-operands",
] as const;

export type UnreadReason = (typeof unreadReasons)[number];

/** The place that was not understood, and what may be done about it. */
export interface Unread {
  readonly span: Span;
  /** The text at fault as it was typed, shortened to 60 characters. */
  readonly found: string;
  readonly reason: UnreadReason;
  /** In which vector and component it stands, both from 1; absent outside of vectors. */
  readonly vector?: number;
  readonly component?: number;
  /** The vectors and numbers that were read before, as they were typed. */
  readonly understood: readonly string[];
  /** What to type instead, where that is plain. */
  readonly instead?: string;
  /** What it may have meant, each read as such. */
  readonly choices: readonly Alternative[];
  /** Dimensions that do not fit. */
  readonly dimensions?: readonly [number, number];
}

/** What is known before a text is read. */
export interface Known {
  /** What names already stand for. */
  readonly names?: Readonly<Record<string, Tree>>;
  /** How many operands the command takes: of two readings, the one that has as many is the likelier. */
  readonly operands?: { readonly least: number; readonly most: number };
  /** Whether the reader writes 1,5 for one and a half. */
  readonly decimalComma?: boolean;
  /** Whether rows make a matrix, as the options of attention do, or a vector each. */
  readonly rows?: "matrix" | "vectors";
}
