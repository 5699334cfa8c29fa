import { spawnSync } from "node:child_process";
import { browserFile } from "./browser/browser.ts";
import { openPostgresServer } from "./postgres.ts";
import { makeEmptyDatabase } from "./store.ts";

/** As root the first server to be opened makes the user that it runs as. */
const needsPostgresUser = (): boolean =>
  process.getuid?.() === 0 && spawnSync("id", ["postgres"]).status !== 0;

/**
 * Makes, before any test, what all files share on this machine: two files that make it at the same moment would find
 * it half made.
 */
export const setup = async (): Promise<void> => {
  await Promise.all([makeEmptyDatabase(), browserFile()]);
  if (needsPostgresUser()) await (await openPostgresServer()).close();
};
