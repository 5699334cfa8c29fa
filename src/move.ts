import { countRows, runCarrying, showUsage, withSession } from "./carry.ts";
import { now } from "./clock.ts";
import { configOrExit, exitCodes, readConfig } from "./config/config.ts";
import { countKept, readData } from "./store/backup.ts";
import { writeData } from "./store/restore.ts";

/** Carries the database in DATA_DIR into an empty one on a PostgreSQL server. What is in the folder stays there. */
const config = configOrExit();
const [given, ...more] = process.argv.slice(2);
const address = given ?? config.databaseUrl;
if (address === undefined || more.length > 0)
  showUsage(
    "Say where to, as in: npm run move -- postgres://name:password@host:5432/tutor (or set DATABASE_URL)",
  );
const target = readConfig({ DATABASE_URL: address });
if (!target.ok) {
  console.error(target.problem.join("\n"));
  process.exit(exitCodes.config);
}
const { databaseUrl } = target.value;
await runCarrying((progress) =>
  withSession({ dataDir: config.dataDir }, { made: false }, (from) =>
    withSession({ dataDir: "", databaseUrl }, { made: true }, async (to) => {
      progress.begin("moving", await countKept(from));
      const rows = await writeData(to, readData(from, now), { replace: false, progress: progress.reach });
      return `${countRows(rows)} are on the server now. Set DATABASE_URL to its address, and the tutor works there; ${config.dataDir} stays as it was.`;
    }),
  ),
);
