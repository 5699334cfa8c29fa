import { exitCodes } from "./config/config.ts";
import { BackupRefused } from "./store/backup-format.ts";
import { DatabaseEnded, diskFull } from "./store/database-ended.ts";
import { DiskFull } from "./store/disk-room.ts";
import { FolderTaken } from "./store/lock-folder.ts";
import { ServerTrouble } from "./store/server-trouble.ts";

/** What went wrong and what to do, in a sentence, and the code to exit with. */
export interface Failure {
  readonly sentence: string;
  readonly code: number;
}

/** Why the database cannot be worked with; undefined when the error is about something else. */
export const explainStore = (error: unknown): Failure | undefined => {
  if (error instanceof FolderTaken)
    return {
      sentence: `${error.message}. One process at a time can: end that one, or set DATA_DIR to another folder.`,
      code: exitCodes.failed,
    };
  if (error instanceof DiskFull)
    return {
      sentence: `${error.message}. Make room there, and start me again: all that I acknowledged is kept.`,
      code: exitCodes.failed,
    };
  if (error instanceof DatabaseEnded)
    return {
      sentence:
        error.code === diskFull
          ? "There is no room left on the disk of DATA_DIR, so the database had to end. Make room there, and start me again: all that I acknowledged is kept."
          : `The database in DATA_DIR had to end (${error.code}). Start me again: all that I acknowledged is kept.`,
      code: exitCodes.failed,
    };
  if (error instanceof ServerTrouble)
    return { sentence: error.message, code: error.misconfigured ? exitCodes.config : exitCodes.failed };
  if (error instanceof BackupRefused) return { sentence: error.message, code: exitCodes.failed };
  return undefined;
};
