import { enableCompileCache } from "node:module";

// What is imported statically would be compiled before this is run.
enableCompileCache();
const { now } = await import("../clock.ts");
const { configOrExit, exitCodes } = await import("../config/config.ts");
const { restoreBackup } = await import("../store/sqlite/backup.ts");
const { readFileArgument, runProgram, showUsage } = await import("./run.ts");

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
