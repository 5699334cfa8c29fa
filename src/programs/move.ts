import { now } from "../clock.ts";
import { configOrExit, exitCodes, readConfig } from "../config/config.ts";
import { moveToServer } from "../store/move.ts";
import { runProgram, showUsage } from "./run.ts";

/** Copies what is kept in DATA_DIR into an empty database on a PostgreSQL server. What is in the folder stays there. */
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
const { databaseUrl = "" } = target.value;
await runProgram(async () => {
  const rows = await moveToServer(config.dataDir, databaseUrl, now);
  const counted = rows === 1 ? "1 row is" : `${rows.toLocaleString("en-GB")} rows are`;
  return `${counted} on the server now. Set DATABASE_URL to its address, and the tutor works there; ${config.dataDir} stays as it was.`;
});
