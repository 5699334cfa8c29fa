import { configOrExit, exitCodes } from "../config/config.ts";
import { writeBackup } from "../store/sqlite/backup.ts";
import { readFileArgument, runProgram, showUsage } from "./run.ts";

/** Writes all that is kept in DATA_DIR into one file, while the tutor may go on working with it. */
const { file, replace } =
  readFileArgument(process.argv.slice(2)) ??
  showUsage(
    "Say which file to write, as in: npm run backup -- tutor.backup\nA file that is there already is replaced only with --replace.",
  );
const { dataDir, databaseUrl } = configOrExit();
if (databaseUrl !== undefined) {
  console.error(
    `DATABASE_URL is set, and a server has a backup of its own: pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
  );
  process.exit(exitCodes.usage);
}
await runProgram(async () => {
  await writeBackup(dataDir, file, { replace });
  return `All that is kept in ${dataDir} is in ${file} now.`;
});
