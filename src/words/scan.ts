import { createTop } from "./top.ts";
import type { WordTable } from "./word-table.ts";

/** What rows are ranked by: the dot product with a vector, or that divided by the row's norm, which ranks by cosine. */
export type Ranking = "cosine" | "dot";

export interface Sought {
  /** As many components as a row has. */
  readonly vector: Float64Array;
  readonly by: Ranking;
  readonly count: number;
  /** Whether a row may be among them; asked only of those near enough. */
  readonly may: (row: number) => boolean;
}

/**
 * The rows that rank highest, the best first; of equal ones, the first of the table. Looks at every row: with 100,000
 * words of 100 components that is ten million products, some 10 ms.
 */
export const scan = (table: WordTable, { vector, by, count, may }: Sought): readonly number[] => {
  const top = createTop(count);
  for (let row = 0; row < table.words.length; row += 1) {
    const score = scoreOfRow(table, row, vector, by);
    if (score > top.bar() && may(row)) top.add(row, score);
  }
  return top.list().map(({ row }) => row);
};

/** What a row is ranked by. */
const scoreOfRow = (
  { components, scales, norms, dimension }: WordTable,
  row: number,
  vector: Float64Array,
  by: Ranking,
): number => {
  const product = scales[row]! * productOfRow(components, row * dimension, vector);
  return by === "cosine" ? product / norms[row]! : product;
};

/** Four sums side by side: the processor need not wait for one product before it begins the next. */
const productOfRow = (components: Int8Array, start: number, vector: Float64Array): number => {
  const whole = vector.length - (vector.length % 4);
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    s0 += components[start + i]! * vector[i]!;
    s1 += components[start + i + 1]! * vector[i + 1]!;
    s2 += components[start + i + 2]! * vector[i + 2]!;
    s3 += components[start + i + 3]! * vector[i + 3]!;
  }
  for (let i = whole; i < vector.length; i += 1) s0 += components[start + i]! * vector[i]!;
  return s0 + s1 + s2 + s3;
};
