import type { Scalar } from "../scalar.ts";
import type { Node } from "./node.ts";
import * as nodes from "./nodes.ts";
import { asScalar, asVector, type Value } from "./value.ts";

type ExpressionOf<N> = N extends Node<infer E> ? E : never;

/** A formula as a tree. Each kind of node is a file in `nodes`. */
export type Expression = ExpressionOf<(typeof nodes)[keyof typeof nodes]>;

export type Kind = Expression["kind"];

const byKind: { readonly [K in Kind]: Node<Extract<Expression, { readonly kind: K }>> } = { ...nodes };

/** What is known of an expression's kind. */
export const nodeOf = <E extends Expression>(e: E): Node<E> => byKind[e.kind] as unknown as Node<E>;

/** The value of an expression; exact wherever scalars are. Throws a TypeError where kinds or dimensions do not fit. */
export const evaluate = (e: Expression): Value => nodeOf(e).evaluate(e, evaluate);

export const evaluateScalar = (e: Expression): Scalar => asScalar(evaluate(e));

export const evaluateVector = (e: Expression): readonly Scalar[] => asVector(evaluate(e));

/** The expression with each of its parts put through a function. */
export const mapChildren = (e: Expression, change: (part: Expression) => Expression): Expression => {
  const node = nodeOf(e);
  const children = node.children(e);
  return children.length === 0 ? e : node.withChildren(e, children.map(change));
};
