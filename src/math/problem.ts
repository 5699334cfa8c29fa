import type { Scalar } from "./scalar.ts";
import type { Vector } from "./vector.ts";

// What a learner can get wrong about vectors, as data.

/** A component, or a vector, that is not one. */
export interface Unreadable {
  readonly kind: "unreadable";
  /** Where: both count from 1; no component when the vector as a whole is at fault. */
  readonly vector: number;
  readonly component?: number;
  /** The text at fault, as it was typed, shortened to at most 60 characters. */
  readonly found: string;
  readonly reason: UnreadableReason;
  /** The vectors read before the place, as text. */
  readonly understood: readonly string[];
}

export const unreadableReasons = [
  "not-a-number",
  "empty-component",
  "unbalanced-bracket",
  "not-allowed",
  "division-by-zero",
  "root-of-negative",
  "too-many-digits",
  "exponent-too-large",
  "nested-too-deeply",
  "too-many-components",
  "too-many-terms",
  "too-laborious",
  "too-many-vectors",
  "too-many-numbers",
  "ragged-matrix",
] as const;

export type UnreadableReason = (typeof unreadableReasons)[number];

export interface TooLong {
  readonly kind: "too-long";
  readonly length: number;
  readonly limit: number;
}

export interface DimensionMismatch {
  readonly kind: "dimension-mismatch";
  readonly operation: string;
  /** The two vectors, and which they are, counted from 1. */
  readonly vectors: readonly [Vector, Vector];
  readonly positions: readonly [number, number];
  readonly dimensions: readonly [number, number];
  /** The components of the longer one that have no partner. */
  readonly unpaired: readonly Scalar[];
}

/** An operation that is there for one dimension only. */
export interface WrongDimension {
  readonly kind: "wrong-dimension";
  /** A message. */
  readonly operation: string;
  /** Which vector does not fit, counted from 1, and how many components it has. */
  readonly vector: number;
  readonly dimension: number;
  readonly wanted: number;
}

/** An operation that needs a direction was asked of a vector that has none. */
export interface ZeroVector {
  readonly kind: "zero-vector";
  readonly operation: string;
  /** Which vector, counted from 1. */
  readonly vector: number;
}

/** Letters where only numbers will do. */
export interface NeedsNumbers {
  readonly kind: "needs-numbers";
  readonly operation: string;
  readonly letters: readonly string[];
}
