import type { Embeddings } from "./embeddings.ts";
import { foldWord } from "./tokenise.ts";

/** A table of a few words of a vocabulary, small enough to be sent to another thread, and where it is from. */
export const pick = (
  { table, rankOf, source }: Embeddings,
  words: readonly string[],
): Pick<Embeddings, "table" | "source"> => {
  const rows = [...new Set(words.map(foldWord))].flatMap((word) => {
    const rank = rankOf(word);
    return rank === undefined ? [] : [rank - 1];
  });
  const { dimension } = table;
  const components = new Int8Array(rows.length * dimension);
  for (const [i, row] of rows.entries())
    components.set(table.components.subarray(row * dimension, (row + 1) * dimension), i * dimension);
  return {
    source,
    table: {
      dimension,
      words: rows.map((row) => table.words[row]!),
      components,
      scales: Float32Array.from(rows, (row) => table.scales[row]!),
      norms: Float32Array.from(rows, (row) => table.norms[row]!),
    },
  };
};
