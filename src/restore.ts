import { countRows, runCarrying, showUsage, withSession } from "./carry.ts";
import { configOrExit } from "./config/config.ts";
import { checkBackup, readBackup } from "./store/backup-file.ts";
import { writeData } from "./store/restore.ts";

/** Writes what a backup holds into the database that is configured, all of it or nothing. */
const words = process.argv.slice(2);
const replace = words.includes("--replace");
const [file, ...more] = words.filter((word) => word !== "--replace");
if (file === undefined || file.startsWith("-") || more.length > 0)
  showUsage(
    "Say which file to restore, as in: npm run restore -- tutor.backup.gz\nWith --replace, what the database holds is forgotten first.",
  );
const config = configOrExit();
await runCarrying(async (progress) => {
  const held = await checkBackup(file!, progress);
  return withSession(config, { made: true }, async (session) => {
    progress.begin("restoring", held);
    const rows = await writeData(session, readBackup(file!), { replace, progress: progress.reach });
    return `${countRows(rows)} are restored from ${file}.`;
  });
});
