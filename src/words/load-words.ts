import { open } from "node:fs/promises";
import { basename } from "node:path";
import { setImmediate as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { err, ok, type Result } from "../base/result.ts";
import type { NoWords } from "../problem.ts";
import { decodeWords } from "./decode-words.ts";
import { createEmbeddings, type Embeddings } from "./embeddings.ts";
import { quantilesOf } from "./quantiles.ts";
import { readText } from "./read-text.ts";
import { explainTrouble, WordsError } from "./trouble.ts";
import { magic } from "./words-header.ts";

/** The vectors that come with the tutor. */
const shipped = fileURLToPath(new URL("glove-100k.words", import.meta.url));

/** How many words of a text file are read. */
const mostWords = 100_000;

/** How many pairs the quantiles of a text file are drawn from, while others wait for their answers. */
const pairsOfText = 20_000;

/** Bytes of text worked through at one go: a few milliseconds. */
const pieceOfText = 64 * 1024;

/** Words put into the index at one go: a few milliseconds. */
const wordsAtOnce = 10_000;

/**
 * Reads a file of vectors, without holding up others: a compact one, or text in word2vec's or GloVe's format, of which
 * the first 100,000 words are kept, fewer when they have more than 300 components. A file that is missing or spoilt is a problem, with a sentence for whoever runs
 * the bot.
 */
export const loadWords = async (file: string = shipped): Promise<Result<Embeddings, NoWords>> => {
  try {
    return ok(await read(file));
  } catch (error) {
    return err(explainTrouble(file, error));
  }
};

const read = async (file: string): Promise<Embeddings> => {
  await using handle = await open(file);
  const head = await handle.read({ buffer: Buffer.alloc(magic.length), position: 0 });
  if (head.bytesRead === 0) throw new WordsError("empty", "there is nothing in it");
  if (head.buffer.equals(magic)) {
    const { header, table } = await decodeWords((await handle.readFile()) as Buffer<ArrayBuffer>);
    return createEmbeddings(table, await index(table.words), header);
  }
  const table = await readText(
    handle.createReadStream({ start: 0, autoClose: false, highWaterMark: pieceOfText }),
    mostWords,
  );
  const about = { source: { name: basename(file) }, quantiles: await quantilesOf(table, pairsOfText) };
  return createEmbeddings(table, await index(table.words), about);
};

/** The row of each word. */
const index = async (words: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = new Map<string, number>();
  for (let row = 0; row < words.length; row += 1) {
    rows.set(words[row]!, row);
    if (row % wordsAtOnce === 0) await pause();
  }
  return rows;
};
