import { message } from "../base/message.ts";
import { err, ok, type Result } from "../base/result.ts";
import { dotProduct } from "./dot.ts";
import { type Expression, evaluateVector } from "./expression/expression.ts";
import type { DimensionMismatch, NeedsNumbers } from "./problem.ts";
import { asExpression, rational, type Scalar } from "./scalar.ts";
import { divide } from "./scalar-arithmetic.ts";
import { softmax } from "./softmax.ts";
import { squareRoot } from "./square-root.ts";
import { dimensionOf, lettersIn, type Vector } from "./vector.ts";
import { toExpression, vectorExpression, vectorLike, type Working, workThrough } from "./working.ts";

/** Queries and keys of one dimension d; as many values as keys, of one dimension of their own. */
export interface Head {
  readonly queries: readonly Vector[];
  readonly keys: readonly Vector[];
  readonly values: readonly Vector[];
  /** Whether scores are divided, by √d where no divisor is named. */
  readonly scaled: boolean;
  /** Positive. */
  readonly divisor?: Scalar;
  /** Whether query i sees only the keys up to i. */
  readonly causal: boolean;
}

/** What becomes of one query. Lists hold one entry for each key that it sees, in order. */
export interface AttentionRow {
  readonly scores: readonly [Working, ...Working[]];
  /** The scores as they go into softmax. */
  readonly scaled: readonly Scalar[];
  readonly weights: Working<Vector>;
  /** The sum of the values, each times its weight: the context vector. */
  readonly output: Working<Vector>;
}

export interface Attention {
  readonly rows: readonly AttentionRow[];
  /** The dimension d of queries and keys. */
  readonly dimension: number;
}

/**
 * Scaled dot-product attention of one head: softmax(QKᵀ/√d)·V, row by row. Scores are exact, weights are decimals of 64
 * digits that are positive and sum to 1. Source: Ashish Vaswani and others, “Attention Is All You Need”, 2017. Throws a
 * RangeError when there are not as many values as keys, or fewer keys than queries under a causal mask.
 */
export const attend = ({
  queries,
  keys,
  values,
  scaled,
  divisor = squareRoot(rational(dimensionOf(queries[0]!))),
  causal,
}: Head): Result<Attention, DimensionMismatch | NeedsNumbers> => {
  if (values.length !== keys.length || (causal && keys.length < queries.length))
    throw new RangeError(
      `${queries.length} queries, ${keys.length} keys and ${values.length} values do not fit`,
    );
  const letters = lettersIn([...queries, ...keys, ...values]);
  if (letters.length > 0) return err({ kind: "needs-numbers", operation: message("attention"), letters });
  const dimension = dimensionOf(queries[0]!);
  const over = scaled ? divisor : rational(1);
  const rows: AttentionRow[] = [];
  for (const [i, query] of queries.entries()) {
    const seen = causal ? i + 1 : keys.length;
    const row = rowFor(query, keys.slice(0, seen), values.slice(0, seen), over);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return ok({ rows, dimension });
};

const rowFor = (
  query: Vector,
  keys: readonly Vector[],
  values: readonly Vector[],
  divisor: Scalar,
): Result<AttentionRow, DimensionMismatch | NeedsNumbers> => {
  const scores: Working[] = [];
  for (const key of keys) {
    const score = dotProduct(query, key);
    if (!score.ok) return err({ ...score.problem, operation: message("attention score") });
    scores.push(score.value);
  }
  const scaled = scores.map(({ value }) => divide(value, divisor));
  const weights = softmax(vectorLike(scaled, query));
  if (!weights.ok) return weights;
  return ok({
    scores: scores as [Working, ...Working[]],
    scaled,
    weights: weights.value,
    output: mix(weights.value.value, values),
  });
};

/** The sum of the values, each times its weight. */
const mix = (weights: Vector, values: readonly Vector[]): Working<Vector> => {
  const times = (of: (value: Vector) => Expression): Expression => ({
    kind: "sum",
    terms: values.map(
      (value, j): Expression => ({
        kind: "product",
        factors: [asExpression(weights.components[j]!), of(value)],
      }),
    ),
  });
  const subject = times(toExpression);
  const components = evaluateVector(subject);
  return workThrough(
    subject,
    values,
    [
      {
        rule: "component-by-component",
        line: {
          kind: "vector",
          components: components.map((_, n) => times((value) => asExpression(value.components[n]!))),
        },
      },
      { rule: "add-up", line: vectorExpression(components) },
    ],
    vectorLike(components, ...values),
  );
};
