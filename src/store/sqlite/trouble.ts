import { StoreRefused } from "../refusal.ts";

/** Primary result codes of SQLite. See https://sqlite.org/rescode.html. */
const codes = {
  busy: 5,
  readonly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/** SQLite's primary result code of an error; undefined for an error of anything else. */
const resultOf = (error: unknown): number | undefined => {
  const { errcode } = error as { errcode?: unknown };
  // The low byte of an extended code is the primary one.
  return typeof errcode === "number" ? errcode & 0xff : undefined;
};

export const isBusy = (error: unknown): boolean => resultOf(error) === codes.busy;

/** What an error of SQLite or of the file system means for the database in a folder; any other error as it is. */
export const troubleIn = (folder: string, error: unknown): unknown => {
  if (error instanceof StoreRefused) return error;
  const result = resultOf(error);
  const code = String((error as { code?: unknown }).code);
  if (result === codes.full || code === "ENOSPC")
    return new StoreRefused(
      "full",
      `There is no room left on the disk of ${folder}. Make room there, and start me again: all that I acknowledged is kept.`,
      error,
    );
  if (result === codes.corrupt || result === codes.notADatabase) return damaged(folder, error);
  if (result === codes.readonly || result === codes.cannotOpen || /^E(ACCES|PERM|ROFS)$/.test(code))
    return new StoreRefused(
      "misconfigured",
      `I may not write in ${folder}. Let the user that I run as write there (chown), or set DATA_DIR to another folder.`,
      error,
    );
  if (code === "ENOTDIR" || code === "EEXIST")
    return new StoreRefused("misconfigured", `${folder} is not a folder. Set DATA_DIR to one.`, error);
  return error;
};

export const damaged = (folder: string, cause?: unknown): StoreRefused =>
  new StoreRefused(
    "damaged",
    `The database in ${folder} is damaged, so I leave it as it is. Restore a backup (npm run restore -- FILE --replace), or begin anew with another DATA_DIR.`,
    cause,
  );
