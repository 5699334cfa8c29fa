import { now } from "../clock.ts";
import { configOrExit, exitCodes } from "../config/config.ts";
import { restoreBackup } from "../store/sqlite/backup.ts";
import { readFileArgument, runProgram, showUsage } from "./run.ts";

/** Puts a backup in the place of what is kept in DATA_DIR, all of it or nothing. */
const { file, replace } =
  readFileArgument(process.argv.slice(2)) ??
  showUsage(
    "Say which file to restore, as in: npm run restore -- tutor.backup\nWith --replace, what DATA_DIR holds is forgotten.",
  );
const { dataDir, databaseUrl } = configOrExit();
if (databaseUrl !== undefined) {
  console.error(
    `DATABASE_URL is set, and a server restores its own backups: pg_restore --clean --if-exists --dbname="$DATABASE_URL" ${file}`,
  );
  process.exit(exitCodes.usage);
}
await runProgram(async () => {
  restoreBackup(dataDir, file, { replace }, now);
  return `${dataDir} holds what was in ${file} now.`;
});
