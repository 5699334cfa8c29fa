import { type Effort, newEffort } from "../../math/effort.ts";
import { type Expression, nodeOf } from "../../math/expression/expression.ts";
import { isVector, type Value } from "../../math/expression/value.ts";
import type { UnreadableReason } from "../../math/problem.ts";
import { asExpression, type Scalar } from "../../math/scalar.ts";
import { isTooLarge } from "../../math/size.ts";
import type { UnreadReason } from "../reading.ts";
import type { Span, Tree } from "../tree.ts";

/** A part that was read and has no value: what divides by zero, what takes too long, what the tutor does not offer. */
export interface ValueFault {
  readonly span: Span;
  readonly reason: UnreadableReason | UnreadReason;
}

/** A part as an expression, with what it comes to. */
export interface Converted {
  readonly expression: Expression;
  readonly value: Value;
}

/** A conversion under way. */
export interface Conversion {
  readonly names: Readonly<Record<string, Tree>>;
  /** What names came to, each converted once. */
  readonly named: Map<string, Converted>;
  readonly effort: Effort;
  fault?: ValueFault;
}

export const newConversion = (names: Conversion["names"]): Conversion => ({
  names,
  named: new Map(),
  effort: newEffort(),
});

/** Notes the first part that has no value. */
export const refuse = (
  c: Conversion,
  { span }: Pick<Tree, "span">,
  reason: ValueFault["reason"],
): undefined => {
  c.fault ??= { span, reason };
  return undefined;
};

export const ofScalar = (value: Scalar): Converted => ({ expression: asExpression(value), value });

export const ofVector = (components: readonly Scalar[]): Converted => ({
  expression: { kind: "vector", components: components.map(asExpression) },
  value: components,
});

/** An expression of parts whose values are known; undefined where its numbers become too long. */
export const made = (
  c: Conversion,
  tree: Pick<Tree, "span">,
  expression: Expression,
  parts: readonly Converted[],
): Converted | undefined => {
  const values = new Map(parts.map((part) => [part.expression, part.value]));
  const worth = (e: Expression): Value => values.get(e) ?? nodeOf(e).evaluate(e, worth);
  const value = worth(expression);
  const scalars = isVector(value) ? value : [value];
  return scalars.some(isTooLarge) ? refuse(c, tree, "too-many-digits") : { expression, value };
};
