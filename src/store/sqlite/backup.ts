import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { backup, DatabaseSync } from "node:sqlite";
import { refuseNewer } from "../migrate.ts";
import { inMemory } from "../open-store.ts";
import { StoreRefused } from "../refusal.ts";
import { applicationId, checkFolder, databaseIn, makeFile, makeFolder, readHeader } from "./folder.ts";
import { lockFolder } from "./lock.ts";
import { troubleIn } from "./trouble.ts";

export interface CopyOptions {
  /** Whether what is there already may be replaced. */
  readonly replace: boolean;
}

/** Refuses a folder in which there is no database to work with. Throws `StoreRefused`. */
export const needDatabase = (folder: string): void => {
  if (folder.startsWith(inMemory))
    throw new StoreRefused(
      "unfit",
      "DATA_DIR is memory://, where nothing is kept. Set it to the folder of the database.",
    );
  checkFolder(folder);
  if (!existsSync(databaseIn(folder)))
    throw new StoreRefused(
      "unfit",
      `There is no database in ${folder}. Set DATA_DIR to the folder that has it.`,
    );
};

/**
 * Copies the database in a folder, as it is at one moment, into a file of its own, while a tutor may go on working with
 * it. The file appears when it is whole and sound. Throws `StoreRefused`.
 */
export const writeBackup = async (folder: string, path: string, { replace }: CopyOptions): Promise<void> => {
  needDatabase(folder);
  if (existsSync(path) && !replace)
    throw new StoreRefused(
      "unfit",
      `${path} is there already, and I write over nothing. Name another file, or add --replace.`,
    );
  const part = `${path}.part`;
  let source: DatabaseSync | undefined;
  try {
    rmSync(part, { force: true });
    // What learners said is for the eyes of its keeper.
    makeFile(part);
    source = new DatabaseSync(databaseIn(folder), { readOnly: true, timeout: 5_000 });
    await backup(source, part);
    checkWhole(part, `The database in ${folder}`);
    sync(part);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw troubleWith(path, error, () => troubleIn(folder, error));
  } finally {
    source?.close();
  }
};

/**
 * Puts a backup in the place of the database in a folder: the whole of it, once it has been found sound, or nothing.
 * Throws `StoreRefused`.
 */
export const restoreBackup = (
  folder: string,
  path: string,
  { replace }: CopyOptions,
  now: () => Date,
): void => {
  if (folder.startsWith(inMemory)) needDatabase(folder);
  checkBackup(path);
  const target = databaseIn(folder);
  const part = `${target}.part`;
  try {
    makeFolder(folder);
    const lock = lockFolder(folder, now);
    try {
      if (existsSync(target) && statSync(target).size > 0 && !replace)
        throw new StoreRefused(
          "unfit",
          `There is a database in ${folder}, and nothing was changed. Set DATA_DIR to an empty folder, or add --replace, which forgets what it holds.`,
        );
      rmSync(part, { force: true });
      makeFile(part);
      copyFileSync(path, part);
      checkWhole(part, path);
      sync(part);
      settle(target);
      renameSync(part, target);
      lock.noteMade();
    } finally {
      lock.release();
    }
  } catch (error) {
    rmSync(part, { force: true });
    throw troubleIn(folder, error);
  }
};

/** Refuses what cannot be a backup, by its first bytes and its size. */
const checkBackup = (path: string): void => {
  let header: ReturnType<typeof readHeader>;
  try {
    header = readHeader(path);
  } catch (error) {
    throw troubleWith(path, error, () => error);
  }
  if (header?.application !== applicationId)
    throw new StoreRefused("unfit", `${path} is not a backup of the tutor. Nothing was changed.`);
  if (statSync(path).size < header.size)
    throw new StoreRefused("unfit", `${path} is cut short: its end is missing. Nothing was changed.`);
};

/** Reads a copy from end to end, and makes one file of it. */
const checkWhole = (path: string, what: string): void => {
  const file = new DatabaseSync(path);
  try {
    file.exec("pragma journal_mode = delete");
    const { integrity_check: found } = file.prepare("pragma integrity_check(1)").get() as {
      integrity_check: string;
    };
    const { version } = file.prepare("select max(version) as version from migrations").get() as {
      version: number;
    };
    if (found !== "ok") throw new Error(found);
    refuseNewer(version, what);
  } catch (error) {
    if (error instanceof StoreRefused) throw error;
    throw new StoreRefused(
      "damaged",
      `${what} is damaged: it cannot be read to its end. Nothing was changed.`,
      error,
    );
  } finally {
    file.close();
  }
};

/** Brings the log of changes of a database that is to be replaced to its end: it must not be read into the new one. */
const settle = (target: string): void => {
  if (existsSync(`${target}-wal`)) {
    try {
      const file = new DatabaseSync(target);
      file.exec("pragma wal_checkpoint(truncate)");
      file.close();
    } catch {
      // A damaged one has nothing that could be brought to its end.
    }
  }
  for (const beside of ["-wal", "-shm"]) rmSync(`${target}${beside}`, { force: true });
};

/** Waits until a file is on the disk. */
const sync = (path: string): void => {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
};

/** A complaint of the file system about the file of a backup as a sentence. */
const troubleWith = (path: string, error: unknown, otherwise: () => unknown): unknown => {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined || error instanceof StoreRefused) return otherwise();
  return new StoreRefused(
    code === "ENOSPC" ? "full" : "unfit",
    `${path} cannot be ${code === "ENOENT" ? "found" : "read or written"} (${code}).`,
    error,
  );
};
