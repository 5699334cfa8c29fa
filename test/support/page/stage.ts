import type { Tutor } from "../../../src/commands/tutor.ts";
import { createLog } from "../../../src/log.ts";
import { createPage } from "../../../src/platforms/playground/page/page.ts";
import { createWebServer } from "../../../src/platforms/web-server.ts";
import { quietTutor } from "../tutor.ts";

/** The page on a port of this machine. */
export const openPage = async (tutor: Tutor = quietTutor()) => {
  const page = createPage({ hosts: ["tutor.example.org"], log: createLog("silent") });
  await page.start(tutor);
  const server = createWebServer([page.web!]);
  const port = await server.open(0, "127.0.0.1");
  return {
    tutor,
    port,
    url: `http://localhost:${port}`,
    close: async () => {
      await page.stop();
      await server.close();
    },
  };
};
