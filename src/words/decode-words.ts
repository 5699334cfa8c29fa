import { createHash, webcrypto } from "node:crypto";
import { endianness } from "node:os";
import { visible } from "../base/visible.ts";
import { WordsError } from "./trouble.ts";
import type { WordTable } from "./word-table.ts";
import { anyVersion, formatVersion, magic, partsOf, type WordsHeader, wordsHeader } from "./words-header.ts";

export interface Decoded {
  readonly header: WordsHeader;
  readonly table: WordTable;
}

/** No header is longer; what claims to be is not one. */
const longestHeader = 1_000_000;

/**
 * What a file of vectors holds. The numbers are copies of its bytes, so that the rest of it need not be kept; the
 * checksum is worked out on another thread. Throws a WordsError where the bytes are not what they should be.
 */
export const decodeWords = async (bytes: Buffer<ArrayBuffer>): Promise<Decoded> => {
  const parted = part(bytes);
  const digest = await webcrypto.subtle.digest("SHA-256", parted.body);
  return decodeParted(parted, Buffer.from(digest).toString("hex"));
};

/** The same at once, for a small file. */
export const decodeWordsNow = (bytes: Buffer<ArrayBuffer>): Decoded => {
  const parted = part(bytes);
  return decodeParted(parted, createHash("sha256").update(parted.body).digest("hex"));
};

interface Parted {
  readonly header: WordsHeader;
  readonly body: Buffer<ArrayBuffer>;
}

const part = (bytes: Buffer<ArrayBuffer>): Parted => {
  const start = magic.length + 4;
  if (bytes.length < start) throw cutShort();
  const length = bytes.readUInt32LE(magic.length);
  if (length > longestHeader || length % 4 !== 0)
    throw new WordsError("damaged", "the length of its header makes no sense");
  if (bytes.length < start + length) throw cutShort();
  const header = readHeader(bytes.toString("utf8", start, start + length));
  const body = bytes.subarray(start + length);
  const { end } = partsOf(header);
  if (body.length < end) throw cutShort();
  if (body.length > end) throw new WordsError("damaged", "it is longer than its header says");
  return { header, body };
};

const decodeParted = ({ header, body }: Parted, sha256: string): Decoded => {
  if (sha256 !== header.sha256) throw new WordsError("damaged", "its checksum does not fit what it holds");
  const parts = partsOf(header);
  // A file that others made may hold words that are not what they look like.
  const words = body.toString("utf8", parts.words, parts.components).split("\n").map(visible);
  if (words.length !== header.count)
    throw new WordsError("damaged", `it holds ${words.length} words where its header says ${header.count}`);
  return {
    header,
    table: {
      dimension: header.dimension,
      words,
      components: new Int8Array(copyOf(body.subarray(parts.components, parts.end))),
      scales: floats(body.subarray(0, parts.norms)),
      norms: floats(body.subarray(parts.norms, parts.words)),
    },
  };
};

const cutShort = () => new WordsError("cut-short", "it is shorter than it should be");

const readHeader = (text: string): WordsHeader => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new WordsError("damaged", "its header is not JSON");
  }
  const version = anyVersion.safeParse(json);
  if (version.success && version.data.format !== formatVersion)
    throw new WordsError(
      "other-version",
      `it has format ${version.data.format}, and this tutor reads ${formatVersion}`,
    );
  const read = wordsHeader.safeParse(json);
  if (!read.success) throw new WordsError("damaged", "its header lacks something");
  return read.data;
};

const copyOf = ({ buffer, byteOffset, length }: Buffer<ArrayBuffer>): ArrayBuffer =>
  buffer.slice(byteOffset, byteOffset + length);

/** The file is little-endian. */
const floats = (bytes: Buffer<ArrayBuffer>): Float32Array =>
  endianness() === "LE"
    ? new Float32Array(copyOf(bytes))
    : Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
