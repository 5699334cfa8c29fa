import type { TestProject } from "vitest/node";
import { shareBrowser } from "./browser/chromium.ts";
import { openPostgresServer } from "./postgres.ts";

/** Makes, before any test, what all files share: one PostgreSQL server and one browser. Resolves to what ends them. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const [server, browser] = await Promise.all([openPostgresServer(), shareBrowser()]);
  provide("postgres", server.address);
  provide("browser", browser.address);
  return async () => {
    await Promise.all([server.close(), browser.close()]);
  };
};
