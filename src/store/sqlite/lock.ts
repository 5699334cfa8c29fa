import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StoreRefused } from "../refusal.ts";
import { makeFile } from "./folder.ts";
import { isBusy } from "./trouble.ts";

/** A folder that belongs to this process. */
export interface FolderLock {
  /** Whether a database was made in this folder before. */
  readonly wasMade: boolean;
  /** Notes that one has been. */
  readonly noteMade: () => void;
  readonly release: () => void;
}

/** Who has a folder, as far as it said so. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** In ISO 8601. */
  readonly since: string;
}

/** How long others who are at the same file for a moment are waited for, in milliseconds. */
const moment = 500;

const lockIn = (folder: string): string => join(folder, "tutor.lock");

/**
 * Takes a folder for this process, or throws `StoreRefused`. What holds it is a write lock of the kernel's on a second,
 * tiny database: it ends with the process whatever ends that, processes in two containers with one volume see it alike,
 * where a process id means nothing, and the database itself stays free to be read for a backup.
 */
export const lockFolder = (folder: string, now: () => Date): FolderLock => {
  const path = lockIn(folder);
  makeFile(path);
  const file = new DatabaseSync(path, { timeout: moment });
  try {
    file.exec("begin immediate");
    file.exec(`create table if not exists holder (
      one integer primary key check (one = 1), pid integer not null, host text not null, since text not null,
      made integer not null default 0
    ) strict`);
    file
      .prepare(
        `insert into holder (one, pid, host, since) values (1, ?, ?, ?)
         on conflict (one) do update set pid = excluded.pid, host = excluded.host, since = excluded.since`,
      )
      .run(process.pid, hostname(), now().toISOString());
    file.exec("commit");
    file.exec("begin immediate");
  } catch (error) {
    file.close();
    if (isBusy(error)) throw taken(folder);
    throw error;
  }
  const { made } = file.prepare("select made from holder").get() as { made: number };
  return {
    wasMade: made === 1,
    noteMade: () => {
      // Another that tries to take the folder in between finds its holder, and is refused by the second of the two.
      file.exec("update holder set made = 1; commit; begin immediate");
    },
    release: () => file.close(),
  };
};

/** Who has a folder just now; undefined when it is free. */
export const holderOf = (folder: string): Holder | undefined => {
  if (!existsSync(lockIn(folder))) return undefined;
  const file = new DatabaseSync(lockIn(folder), { timeout: 0 });
  try {
    file.exec("begin immediate; rollback");
    return undefined;
  } catch (error) {
    if (!isBusy(error)) throw error;
    file.exec(`pragma busy_timeout = ${moment}`);
    return (file.prepare("select pid, host, since from holder").get() as Holder | undefined) ?? unknown;
  } finally {
    file.close();
  }
};

const unknown: Holder = { pid: 0, host: "this machine", since: "a moment ago" };

/** A holder in words. */
export const describeHolder = ({ pid, host, since }: Holder): string =>
  `Process ${pid} on ${host} has worked with it since ${since}`;

const taken = (folder: string): StoreRefused => {
  const holder = holderOf(folder);
  return new StoreRefused(
    "taken",
    `Another process works with ${folder}, and one at a time can.${holder === undefined ? "" : ` ${describeHolder(holder)}.`} End that one, or set DATA_DIR to another folder.`,
  );
};
