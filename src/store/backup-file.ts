import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Progress } from "../progress.ts";
import type { Data } from "./backup.ts";
import {
  BackupRefused,
  isHeader,
  isRow,
  isTableStart,
  readLine,
  refuseNewer,
  writeLine,
} from "./backup-format.ts";
import { countKnown } from "./migrate.ts";

/**
 * Writes data to a file: gzip of one JSON value a line, with their number and checksum at the end. The file appears
 * when it is whole. Resolves to the number of rows; throws `BackupRefused` when the file cannot be written.
 */
export const writeBackup = async (
  path: string,
  data: Data,
  progress: (rows: number) => void,
): Promise<number> => {
  const part = `${path}.part`;
  let rows = 0;
  const text = async function* () {
    const hash = createHash("sha256");
    for await (const line of data) {
      if (isRow(line)) rows += 1;
      progress(rows);
      const written = writeLine(line);
      hash.update(written);
      yield written;
    }
    yield writeLine({ rows, sha256: hash.digest("hex") });
  };
  try {
    // What learners said is for the eyes of the one who keeps it.
    await pipeline(
      Readable.from(text()),
      createGzip(),
      createWriteStream(part, { mode: 0o600, flush: true }),
    );
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw fileTrouble(error, `${path} cannot be written`);
  }
  return rows;
};

/**
 * Reads what `writeBackup` wrote. Ends with `BackupRefused` when the file is not as it was written: nobody may build on
 * what was read before the end is reached. `hear` is told how many bytes of the file have been read.
 */
export async function* readBackup(path: string, hear: (bytes: number) => void = () => undefined): Data {
  const hash = createHash("sha256");
  let [rows, begun, ended] = [0, false, false];
  try {
    for await (const text of linesOf(path, hear)) {
      const line = readLine(text);
      if (!begun && (line === undefined || isRow(line) || !isHeader(line)))
        throw new BackupRefused(`${path} is not a backup of the tutor.`);
      begun = true;
      if (line === undefined || ended) throw damaged(path);
      if (isRow(line) || isTableStart(line) || isHeader(line)) {
        hash.update(`${text}\n`);
        if (isRow(line)) rows += 1;
        yield line;
      } else {
        ended = true;
        if (line.rows !== rows || line.sha256 !== digestOf(hash)) throw damaged(path);
      }
    }
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "Z_BUF_ERROR") throw cutShort(path);
    if (code.startsWith("Z_"))
      throw begun
        ? damaged(path)
        : new BackupRefused(`${path} is not a backup of the tutor, or it is damaged.`);
    throw fileTrouble(error, `${path} cannot be read`);
  }
  if (!ended) throw cutShort(path);
}

/**
 * Reads a whole backup, so that what is wrong with it is known before anything changes. Resolves to the number of rows;
 * throws `BackupRefused`.
 */
export const checkBackup = async (path: string, { begin, reach }: Progress): Promise<number> => {
  let rows = 0;
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  begin("checking", size);
  for await (const line of readBackup(path, reach)) {
    if (isRow(line)) rows += 1;
    else if (isHeader(line)) refuseNewer(line, countKnown());
  }
  return rows;
};

const digestOf = (hash: Hash): string => hash.digest("hex");

/** A line ends where "\n" stands, and nowhere else: learners' words may hold other signs that end lines. */
async function* linesOf(path: string, hear: (bytes: number) => void): AsyncIterable<string> {
  let rest = Buffer.alloc(0);
  const [file, gunzip] = [createReadStream(path), createGunzip()];
  const done = pipeline(file, gunzip);
  done.catch(() => undefined);
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    hear(file.bytesRead);
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let to = rest.indexOf(10); to >= 0; to = rest.indexOf(10, from)) {
      yield rest.toString("utf8", from, to);
      from = to + 1;
    }
    rest = rest.subarray(from);
  }
  await done;
  if (rest.length > 0) yield rest.toString("utf8");
}

const damaged = (path: string) =>
  new BackupRefused(`${path} is damaged: what it holds is not what was written. Nothing was changed.`);

const cutShort = (path: string) =>
  new BackupRefused(`${path} is cut short: its end is missing. Nothing was changed.`);

/** A complaint of the file system as a sentence; any other error as it is. */
const fileTrouble = (error: unknown, what: string): unknown => {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined || error instanceof BackupRefused
    ? error
    : new BackupRefused(`${what} (${code}).`);
};
