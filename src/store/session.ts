import { existsSync } from "node:fs";
import { BackupRefused } from "./backup-format.ts";
import { databaseIn, inMemory, openPgliteSession } from "./open-pglite.ts";
import { openPostgresSession } from "./open-postgres.ts";
import type { Where } from "./open-store.ts";

/** One connection to a database, on which transactions can be built. */
export interface Session {
  readonly query: <Row = Readonly<Record<string, string | null>>>(
    text: string,
    values?: readonly string[],
  ) => Promise<readonly Row[]>;
  /** Brings the database up to date. */
  readonly migrate: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database that is configured as it is, without bringing it up to date. Unless it is to be `made`, it must be
 * there. Throws `FolderTaken`, `ServerTrouble` and `BackupRefused`.
 */
export const openSession = async (
  { dataDir, databaseUrl }: Where,
  { made }: { readonly made: boolean },
): Promise<Session> => {
  if (databaseUrl !== undefined) return openPostgresSession(databaseUrl);
  if (dataDir.startsWith(inMemory))
    throw new BackupRefused(
      "DATA_DIR is memory://, where nothing is kept. Set it to the folder of the database.",
    );
  if (!made && !existsSync(databaseIn(dataDir)))
    throw new BackupRefused(`There is no database in ${dataDir}. Set DATA_DIR to the folder that has it.`);
  return openPgliteSession(dataDir);
};
