import type { Numeric } from "../../math/scalar.ts";
import type { UnreadReason } from "../reading.ts";
import type { Written } from "../tree.ts";

export const tokenKinds = [
  "number",
  "word",
  /** + - * / ^ · × @ ∘ ⊗, spelt as in `Sign`. */
  "operator",
  "relation",
  "open",
  "close",
  /** | and ‖, which may open, close or part. */
  "bar",
  "comma",
  "semicolon",
  "colon",
  /** A full stop, or the point between two names or vectors. */
  "point",
  "question",
  "root",
  "degree",
  "percent",
  "transpose",
  /** Raised digits: ², ⁻¹. */
  "raised",
  /** ¿ and ¡, an emoji, a mention, a fence: seen, and without a meaning for what is asked. */
  "courtesy",
  /** What is understood and stands for nothing: \left, \,. */
  "layout",
  "unknown",
  /** The end of the text. */
  "end",
] as const;

export type TokenKind = (typeof tokenKinds)[number];

/** The smallest part of a text that means something. */
export interface Token {
  readonly kind: TokenKind;
  /** The sign, word or bracket, each look-alike as one. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it: nothing, a gap, a tab, a new line. */
  readonly before: "" | "gap" | "tab" | "line";
  readonly value?: Numeric | undefined;
  readonly written?: Written | undefined;
  /** Why it cannot be read, though it is seen what it was to be. */
  readonly fault?: UnreadReason | undefined;
  /** A letter with a hat or in a LaTeX accent: î is the unit vector. */
  readonly hat?: true;
}
