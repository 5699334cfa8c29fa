import { countRows, runCarrying, showUsage, withSession } from "./carry.ts";
import { now } from "./clock.ts";
import { configOrExit } from "./config/config.ts";
import { countKept, readData } from "./store/backup.ts";
import { writeBackup } from "./store/backup-file.ts";

/** Writes all that is kept into a file. On a server, the tutor may go on meanwhile. */
const [file, ...more] = process.argv.slice(2);
if (file === undefined || file.startsWith("-") || more.length > 0)
  showUsage("Say which file to write, as in: npm run backup -- tutor.backup.gz");
const config = configOrExit();
await runCarrying((progress) =>
  withSession(config, { made: false }, async (session) => {
    progress.begin("writing", await countKept(session));
    const rows = await writeBackup(file!, readData(session, now), progress.reach);
    return `${countRows(rows)} are kept in ${file}.`;
  }),
);
