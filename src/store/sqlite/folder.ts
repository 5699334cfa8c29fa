import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { StoreRefused } from "../refusal.ts";
import { damaged } from "./trouble.ts";

export const databaseIn = (folder: string): string => join(folder, "tutor.sqlite");

/** The number that stands in each database of the tutor's, and in no other: "DOTT" in ASCII. */
export const applicationId = 0x444f5454;

/** Makes the folder, for its owner alone, if it is not there. */
export const makeFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
};

/** Makes a file, for its owner alone, if it is not there. SQLite gives its other files the rights of this one. */
export const makeFile = (path: string): void => {
  closeSync(openSync(path, "a", 0o600));
  chmodSync(path, 0o600);
};

/** What the first 100 bytes of a database say. See https://sqlite.org/fileformat.html, 1.3. */
export interface Header {
  readonly application: number;
  /** The size that the file had when it was last written as a whole, in bytes. */
  readonly size: number;
}

/** Reads the header; undefined for a file that is no database of SQLite's. An empty file is an empty database. */
export const readHeader = (path: string): Header | undefined => {
  const bytes = Buffer.alloc(100);
  const file = openSync(path, "r");
  try {
    if (readSync(file, bytes, 0, 100, 0) < 100 || bytes.toString("latin1", 0, 16) !== "SQLite format 3\0")
      return undefined;
  } finally {
    closeSync(file);
  }
  const page = bytes.readUInt16BE(16);
  return {
    application: bytes.readUInt32BE(68),
    size: (page === 1 ? 65_536 : page) * bytes.readUInt32BE(28),
  };
};

/** Refuses a folder in which what is there is not a sound database of the tutor's. Reads only. Throws `StoreRefused`. */
export const checkFolder = (folder: string): void => {
  const path = databaseIn(folder);
  if (!existsSync(path)) {
    if (existsSync(join(folder, "database", "PG_VERSION")))
      throw new StoreRefused(
        "first-edition",
        `${folder} holds a database of the first edition, which this one cannot read, so I leave it as it is. To keep what is in it, move it to a PostgreSQL server with the first edition (npm run move -- postgres://…) and set DATABASE_URL here. To begin anew, set DATA_DIR to another folder.`,
      );
    if (existsSync(`${path}-wal`)) throw lost(folder);
    return;
  }
  const { size } = statSync(path);
  if (size === 0) {
    if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0) throw lost(folder);
    return;
  }
  const header = readHeader(path);
  if (header === undefined) throw damaged(folder);
  // Where there is a log of changes beside it, the file may be behind it.
  if (size < header.size && !existsSync(`${path}-wal`)) throw damaged(folder);
  if (header.application !== applicationId) throw foreign(path);
};

/** The database that was in a folder is gone, or what is there is a part of it. */
export const lost = (folder: string): StoreRefused =>
  new StoreRefused(
    "lost",
    `There was a database in ${folder}, and ${databaseIn(folder)} is gone, so I make no empty one in its place. Put it back, or restore a backup (npm run restore -- FILE --replace). To begin anew, set DATA_DIR to another folder.`,
  );

export const foreign = (path: string): StoreRefused =>
  new StoreRefused(
    "foreign",
    `${path} is a database of another program, so I leave it as it is. Set DATA_DIR to another folder.`,
  );
