import { type Expression, evaluate } from "./expression/expression.ts";
import { toPlain } from "./expression/plain.ts";
import type { Value } from "./expression/value.ts";
import { asExpression, type Scalar } from "./scalar.ts";
import { type Vector, vectorOf } from "./vector.ts";

/** Why a line follows from the one above. */
export const rules = [
  "multiply-partners",
  "work-out-products",
  "add-up",
  "square-components",
  "work-out-squares",
  "take-root",
  "put-in-numbers",
  "simplify",
  "component-by-component",
  "in-degrees",
  "divide-by-sum",
  "work-out-powers",
  "work-out-innermost",
] as const;

export type Rule = (typeof rules)[number];

export interface Step {
  readonly rule: Rule;
  readonly line: Expression;
  /** The workings for parts of the line. */
  readonly asides?: readonly Working<Scalar | Vector>[];
}

/** A computation laid open: each line equals the one above, and the last is the value. */
export interface Working<V extends Scalar | Vector = Scalar> {
  readonly subject: Expression;
  readonly given: readonly Vector[];
  readonly steps: readonly [Step, ...Step[]];
  /** Exact wherever possible, never rounded. */
  readonly value: V;
}

/** The working of a subject through its lines; a line that reads the same as the one above is left out. */
export const workThrough = <V extends Scalar | Vector>(
  subject: Expression,
  given: readonly Vector[],
  [first, ...rest]: readonly [Step, ...Step[]],
  value: V,
): Working<V> => {
  const steps: [Step, ...Step[]] = [first];
  for (const step of rest) if (!readsTheSame(step.line, steps.at(-1)!.line)) steps.push(step);
  return { subject, given, steps, value };
};

/** No single number is printed like a list of more items than this. */
const longest = 64;

/** Whether two lines are printed alike. Long lists are told apart by their first items, without printing the rest. */
const readsTheSame = (x: Expression, y: Expression): boolean => {
  const [xs, ys] = [itemsOf(x), itemsOf(y)];
  if (x.kind === y.kind && xs !== undefined && xs.length === ys?.length)
    return xs.every((item, i) => readsTheSame(item, ys[i]!));
  const isLong = Math.max(xs?.length ?? 0, ys?.length ?? 0) > longest;
  return !isLong && toPlain(x) === toPlain(y);
};

const itemsOf = (e: Expression): readonly Expression[] | undefined => {
  if (e.kind === "root") return [e.of];
  if (e.kind === "quotient") return [e.numerator, e.denominator];
  if (e.kind === "vector") return e.components;
  return e.kind === "sum" ? e.terms : undefined;
};

/** A vector stands in many lines. */
const expressions = new WeakMap<Vector["components"], Expression>();

export const toExpression = ({ components }: Vector): Expression => {
  const known = expressions.get(components);
  if (known !== undefined) return known;
  const expression = vectorExpression(components);
  expressions.set(components, expression);
  return expression;
};

export const vectorExpression = (components: readonly Scalar[]): Expression => ({
  kind: "vector",
  components: components.map(asExpression),
});

/** A computed vector, written as the vectors it comes from are. */
export const vectorLike = (components: readonly Scalar[], ...sources: readonly Vector[]): Vector =>
  vectorOf(components, sources.every(({ notation }) => notation === "decimal") ? "decimal" : "fraction");

/** The values of the subject and of every line, which must all be the same. */
export const valuesOf = ({ subject, steps }: Working<Scalar | Vector>): readonly Value[] =>
  [subject, ...steps.map(({ line }) => line)].map(evaluate);
