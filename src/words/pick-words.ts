import type { WordTable } from "./word-table.ts";

export interface Picked {
  readonly table: WordTable;
  /** The words that the table does not have. */
  readonly missing: readonly string[];
}

/** The rows of some words, as they are, in the order of the table: the commonest word first. */
export const pickWords = (table: WordTable, wanted: readonly string[]): Picked => {
  const asked = new Set(wanted);
  const rows = table.words.flatMap((word, row) => (asked.has(word) ? [row] : []));
  const { dimension } = table;
  const components = new Int8Array(rows.length * dimension);
  for (const [place, row] of rows.entries())
    components.set(table.components.subarray(row * dimension, (row + 1) * dimension), place * dimension);
  const words = rows.map((row) => table.words[row]!);
  const found = new Set(words);
  return {
    table: {
      dimension,
      words,
      components,
      scales: Float32Array.from(rows, (row) => table.scales[row]!),
      norms: Float32Array.from(rows, (row) => table.norms[row]!),
    },
    missing: [...asked].filter((word) => !found.has(word)),
  };
};
