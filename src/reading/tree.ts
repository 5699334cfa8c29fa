import type { Numeric } from "../math/scalar.ts";

/** A part of the text: from the character at `start` up to, and without, the one at `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a number was written, so that the answer is written the same way. */
export const writtenForms = ["whole", "decimal", "fraction", "percent", "infinite"] as const;

export type Written = (typeof writtenForms)[number];

/** The signs that stand between two operands, each look-alike as one. `implicit` is a factor without a sign: 2(1,2). */
export const signs = ["+", "-", "*", "·", "×", "/", "^", "@", "∘", "⊗", "implicit"] as const;

export type Sign = (typeof signs)[number];

/** What a product is, as far as it is known from what stands on its two sides. */
export const products = [
  "number",
  "scaled",
  "dot",
  "cross",
  "elementwise",
  "outer",
  "matrix",
  "unknown",
] as const;

export type Product = (typeof products)[number];

/** What can be asked of vectors, by the names of the field. */
export const operations = [
  "dot",
  "cross",
  "outer",
  "elementwise",
  "multiply",
  "norm",
  "distance",
  "cosine",
  "cosine-distance",
  "angle",
  "projection",
  "scalar-projection",
  "rejection",
  "normalise",
  "add",
  "subtract",
  "scale",
  "divide",
  "softmax",
  "attention",
  "compare",
  "midpoint",
  "mean",
  "total",
  "correlation",
  "transpose",
  "along",
  "orthogonal-to",
  "are",
  "square-root",
  "absolute",
  "exp",
  "sin",
  "cos",
  "tan",
  "arccos",
] as const;

export type Operation = (typeof operations)[number];

/** What a yes-or-no question asks of vectors. */
export const verdicts = [
  "orthogonal",
  "parallel",
  "opposite",
  "unit",
  "equal",
  "similar",
  "neither",
] as const;

export type Verdict = (typeof verdicts)[number];

export const measures = ["euclidean", "manhattan", "chebyshev", "minkowski"] as const;

export type Measure = (typeof measures)[number];

/** What qualifies an operation: the L1 norm, a squared distance, a softmax with a temperature. */
export interface Qualifiers {
  readonly measure?: Measure;
  /** The p of a p-norm. */
  readonly p?: Tree;
  readonly squared?: true;
  readonly weights?: Tree;
  readonly temperature?: Tree;
  readonly length?: Tree;
  readonly unit?: AngleUnit;
  readonly verdicts?: readonly Verdict[];
}

export type AngleUnit = "degrees" | "radians";

/** What was typed, as a tree; every node knows where it stands in the text. */
export type Tree =
  /** An exact number, with the characters that were typed. */
  | {
      readonly kind: "number";
      readonly value: Numeric;
      readonly typed: string;
      readonly written: Written;
      readonly span: Span;
    }
  /** ∞ as a score of softmax or the p of a norm. */
  | { readonly kind: "infinity"; readonly span: Span }
  | { readonly kind: "pi"; readonly typed: string; readonly span: Span }
  | { readonly kind: "name"; readonly name: string; readonly span: Span }
  /** A unit vector i, j or k; none is left in a reading: 2i + 3j has become a vector. */
  | { readonly kind: "axis"; readonly axis: 0 | 1 | 2; readonly span: Span }
  | { readonly kind: "vector"; readonly components: readonly Tree[]; readonly span: Span }
  /** Rows of one length. */
  | { readonly kind: "matrix"; readonly rows: readonly (readonly Tree[])[]; readonly span: Span }
  /** Round brackets around an operand. */
  | { readonly kind: "group"; readonly of: Tree; readonly span: Span }
  | { readonly kind: "negation"; readonly of: Tree; readonly span: Span }
  | {
      readonly kind: "binary";
      readonly sign: Sign;
      readonly left: Tree;
      readonly right: Tree;
      /** Where the sign stands; between factors without one, where it would stand. */
      readonly at: Span;
      /** Of a product: what it is. Absent until the shapes are known. */
      readonly product?: Product;
      readonly span: Span;
    }
  | { readonly kind: "transposed"; readonly of: Tree; readonly span: Span }
  /** An angle in degrees or radians. */
  | { readonly kind: "angle"; readonly of: Tree; readonly unit: AngleUnit; readonly span: Span }
  /** dot(a, b), ‖a‖, √2, "the angle between a and b": an operation with its operands in the order of the formula. */
  | {
      readonly kind: "operation";
      readonly operation: Operation;
      readonly qualifiers: Qualifiers;
      readonly operands: readonly Tree[];
      /** Where the name or the sign of the operation stands. */
      readonly at: Span;
      readonly span: Span;
    }
  /** a·b = 11, 3 < ‖a‖. */
  | {
      readonly kind: "relation";
      readonly parts: readonly Tree[];
      readonly relations: readonly Relation[];
      readonly span: Span;
    };

export const relations = ["=", "≈", "≤", "≥", "<", ">", "≠"] as const;

export type Relation = (typeof relations)[number];

export type Kind = Tree["kind"];
export type TreeOf<K extends Kind> = Extract<Tree, { readonly kind: K }>;

/** The span from the beginning of one to the end of the other. */
export const across = (first: Span, last: Span): Span => ({ start: first.start, end: last.end });
