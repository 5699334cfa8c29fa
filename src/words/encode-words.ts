import { createHash } from "node:crypto";
import type { EmbeddingSource } from "./embeddings.ts";
import { quantilesOf } from "./quantiles.ts";
import type { WordTable } from "./word-table.ts";
import { formatVersion, magic, type WordsHeader } from "./words-header.ts";

/** How many pairs the quantiles of a file are drawn from. */
export const pairsOfFile = 200_000;

/** The bytes of a file of vectors; `words-header.ts` tells the layout. */
export const encodeWords = async (table: WordTable, source: EmbeddingSource): Promise<Buffer> => {
  const words = Buffer.from(table.words.join("\n"));
  const body = Buffer.concat([
    littleEndian(table.scales),
    littleEndian(table.norms),
    words,
    Buffer.from(table.components.buffer, table.components.byteOffset, table.components.byteLength),
  ]);
  const header: WordsHeader = {
    format: formatVersion,
    source,
    dimension: table.dimension,
    count: table.words.length,
    wordsBytes: words.length,
    sha256: createHash("sha256").update(body).digest("hex"),
    quantiles: [...(await quantilesOf(table, pairsOfFile))],
  };
  const json = JSON.stringify(header);
  const length = Math.ceil(Buffer.byteLength(json) / 4) * 4;
  const head = Buffer.alloc(magic.length + 4 + length, " ");
  magic.copy(head);
  head.writeUInt32LE(length, magic.length);
  head.write(json, magic.length + 4);
  return Buffer.concat([head, body]);
};

const littleEndian = (floats: Float32Array): Buffer => {
  const bytes = Buffer.alloc(floats.length * 4);
  floats.forEach((value, i) => {
    bytes.writeFloatLE(value, i * 4);
  });
  return bytes;
};
