/** A part set in two dimensions, in some markup. */
export interface Typesetting {
  readonly markup: string;
  /** What must be bracketed as a factor ("sum"), or anywhere but at the head of a sum ("negative"). */
  readonly loose?: "sum" | "negative";
  /** Whether it is taller than a line, so that brackets around it grow. */
  readonly isTall?: boolean;
  /** Whether a power behind it would be taken for one of its last part: 2√5, 1/2. */
  readonly isOpen?: boolean;
}

export const signs = ["+", "−", "×", "·", "="] as const;

export type Sign = (typeof signs)[number];

/** What every two-dimensional markup can do. Markup goes in, markup comes out. */
export interface Typesetter {
  /** Digits with the mark of a language, perhaps to a power of ten: 0.5, 1e16. */
  readonly number: (digits: string) => string;
  readonly name: (name: string) => string;
  readonly functionName: (name: string) => string;
  readonly words: (words: string) => string;
  readonly sign: (sign: Sign) => string;
  /** A sign that stands before a number and not between two. */
  readonly minus: string;
  readonly ellipsis: string;
  /** Letters one after the other: a²b. */
  readonly letters: (powers: readonly string[]) => string;
  readonly row: (parts: readonly string[]) => string;
  readonly list: (items: readonly string[], separator: ", " | "; ") => string;
  readonly fraction: (above: string, below: string) => string;
  readonly root: (of: string) => string;
  readonly power: (base: string, exponent: string) => string;
  readonly degrees: (digits: string) => string;
  readonly radians: (digits: string) => string;
  readonly bracketed: (inner: string, isTall: boolean) => string;
  readonly squareBracketed: (inner: string) => string;
  /** ‖…‖ */
  readonly normed: (inner: string, isTall: boolean) => string;
  /** |…| */
  readonly barred: (inner: string, isTall: boolean) => string;
}
