import type { Say } from "../../base/say.ts";
import type { NumberStyle } from "../number-text.ts";
import type { Expression } from "./expression.ts";
import type { Typesetter, Typesetting } from "./typesetter.ts";
import type { Value } from "./value.ts";

/**
 * How tightly a plain printing holds together. What is looser than its surroundings is bracketed, as a sum is as a
 * factor.
 */
export const tightness = { sum: 1, negative: 2, quotient: 3, product: 4, atom: 5 } as const;

export interface Plain {
  readonly text: string;
  readonly tightness: number;
}

/** Prints the parts of a node as plain text. */
export interface PlainPrinter {
  readonly style: NumberStyle;
  readonly say: Say;
  readonly print: (part: Expression) => Plain;
  /** A part, bracketed unless it holds together this tightly. */
  readonly within: (least: number, part: Expression) => string;
}

/** Sets the parts of a node in two dimensions. */
export interface Setter {
  readonly style: NumberStyle;
  readonly say: Say;
  readonly by: Typesetter;
  readonly set: (part: Expression) => Typesetting;
}

/** Reads the parts of a node aloud. */
export interface Reader {
  readonly style: NumberStyle;
  readonly say: Say;
  readonly read: (part: Expression) => string;
  /** A part; where it begins and ends is said if it is made of several, since brackets cannot be heard. */
  readonly group: (part: Expression) => string;
  /** A part, whose beginning and end are said. */
  readonly enclose: (part: Expression) => string;
  /** A factor or a component: as above, but a minus before a number is heard to belong to it. */
  readonly readItem: (part: Expression) => string;
}

/** All that is known of one kind of expression. */
export interface Node<E> {
  /** Its parts, in the order in which they are written. */
  readonly children: (e: E) => readonly Expression[];
  /** The same with other parts, of which there are as many. */
  readonly withChildren: (e: E, children: readonly Expression[]) => E;
  /** Throws a TypeError where scalars, vectors or dimensions do not fit. */
  readonly evaluate: (e: E, value: (part: Expression) => Value) => Value;
  readonly plain: (e: E, printer: PlainPrinter) => Plain;
  readonly set: (e: E, setter: Setter) => Typesetting;
  readonly spoken: (e: E, reader: Reader) => string;
  /** Whether it is several parts to an ear, such as a sum or a fraction. */
  readonly isCompound: (e: E, style: NumberStyle) => boolean;
}

export const atom = (text: string): Plain => ({ text, tightness: tightness.atom });

export const yes = (): boolean => true;
export const no = (): boolean => false;

/** Of an expression with a left and a right part. */
export const binary = <E extends { readonly left: Expression; readonly right: Expression }>(): Pick<
  Node<E>,
  "children" | "withChildren"
> => ({
  children: ({ left, right }) => [left, right],
  withChildren: (e, [left, right]) => ({ ...e, left: left!, right: right! }),
});

/** Of an expression with one part. */
export const unary = <E extends { readonly of: Expression }>(): Pick<
  Node<E>,
  "children" | "withChildren"
> => ({
  children: ({ of }) => [of],
  withChildren: (e, [of]) => ({ ...e, of: of! }),
});

/** Of an expression without parts. */
export const leaf = <E>(): Pick<Node<E>, "children" | "withChildren"> => ({
  children: () => [],
  withChildren: (e) => e,
});
