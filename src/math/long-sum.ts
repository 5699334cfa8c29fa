import { type Expression, evaluateScalar } from "./expression/expression.ts";
import { asExpression, type Scalar, toFraction } from "./scalar.ts";
import { subtract, sum } from "./scalar-arithmetic.ts";

/** Lists longer than this are folded: the first and the last items stay. */
export const mostItems = 12;
export const [firstItems, lastItems] = [6, 3];

/** What is worked out when it is first asked for, and once. */
export const once = <T>(work: () => T): (() => T) => {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
};

/** A sum as it is worked out. Of a long one only the terms that are shown are made. */
export interface SumParts {
  readonly count: number;
  readonly term: (index: number) => Expression;
  /** What all terms come to. */
  readonly value: Scalar;
  /** What the terms from one index up to another come to. */
  readonly between: (from: number, to: number) => Scalar;
}

/** The line with the terms as they are, and the line with each worked out. */
export const linesOfSum = ({ count, term, value, between }: SumParts): readonly [Expression, Expression] => {
  const indices = Array.from({ length: Math.min(count, mostItems + 1) }, (_, i) => i);
  const isLong = indices.length > mostItems;
  const shown = isLong
    ? [...indices.slice(0, firstItems), ...indices.slice(0, lastItems).map((i) => count - lastItems + i)]
    : indices;
  const written = shown.map(term);
  const values = written.map(evaluateScalar);
  if (!isLong)
    return [
      { kind: "sum", terms: written },
      { kind: "sum", terms: values.map(asExpression) },
    ];
  const total = once(() =>
    [value, ...values].every((each) => toFraction(each) !== undefined)
      ? subtract(value, sum(values))
      : between(firstItems, count - lastItems),
  );
  const folded: Expression = { kind: "folded", of: "terms", count: count - shown.length, total };
  const around = (terms: readonly Expression[]): Expression => ({
    kind: "sum",
    terms: [...terms.slice(0, firstItems), folded, ...terms.slice(firstItems)],
  });
  return [around(written), around(values.map(asExpression))];
};
