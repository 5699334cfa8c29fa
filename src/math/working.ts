import { type Expression, evaluate } from "./expression.ts";
import { asExpression, type Scalar } from "./scalar.ts";
import type { Vector } from "./vector.ts";

/** Why a line follows from the one above. */
export const rules = [
  "multiply-partners",
  "work-out-products",
  "add-up",
  "sum-of-squares",
  "work-out-squares",
  "take-root",
] as const;

export type Rule = (typeof rules)[number];

export interface Step {
  readonly rule: Rule;
  readonly line: Expression;
}

/** A computation laid open: each line equals the one above, and the last is the value. */
export interface Working {
  readonly subject: Expression;
  readonly given: readonly Vector[];
  readonly steps: readonly [Step, ...Step[]];
  /** Exact wherever possible, never rounded. */
  readonly value: Scalar;
}

export const toExpression = (a: Vector): Expression => ({
  kind: "vector",
  components: a.components.map(asExpression),
});

/** The values of the subject and of every line, which must all be the same. */
export const valuesOf = ({ subject, steps }: Working) =>
  [subject, ...steps.map(({ line }) => line)].map(evaluate);
