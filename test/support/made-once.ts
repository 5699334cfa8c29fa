import type { TestProject } from "vitest/node";
import { browserFile } from "./browser/browser.ts";
import { openPostgresServer } from "./postgres.ts";

/**
 * Makes, before any test, what all files share: the browser, which two files that make it at the same moment would find
 * half made, and one PostgreSQL server. Resolves to what ends it.
 */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const [server] = await Promise.all([openPostgresServer(), browserFile()]);
  provide("postgres", server.address);
  return server.close;
};
