import { statfsSync } from "node:fs";

/** The disk has too little room for a database to be opened. */
export class DiskFull extends Error {
  readonly code = "ENOSPC";
  readonly folder: string;

  constructor(folder: string, cause: unknown) {
    super(`There is no room left on the disk of ${folder}`, { cause });
    this.folder = folder;
  }
}

/** With less than this, in bytes, an opening can fail for want of room: PostgreSQL writes its log in files of 16 MiB. */
const leastRoom = 16 * 1024 * 1024;

/** Whether a folder's disk has too little room; false where that cannot be known. */
export const isFull = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < leastRoom;
  } catch {
    return false;
  }
};
