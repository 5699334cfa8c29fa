import { exitCodes } from "./config.ts";
import { BackupRefused } from "./store/backup-format.ts";
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
  if (error instanceof ServerTrouble)
    return { sentence: error.message, code: error.misconfigured ? exitCodes.config : exitCodes.failed };
  if (error instanceof BackupRefused) return { sentence: error.message, code: exitCodes.failed };
  return undefined;
};
