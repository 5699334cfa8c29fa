import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type BrowserServer, chromium } from "playwright-core";

/** Whether the machine has the libraries that Chromium needs and that a bare system lacks. */
const hasLibraries = (): boolean =>
  String(spawnSync("/sbin/ldconfig", ["-p"]).stdout ?? "").includes("libnss3.so");

/**
 * Where the Chromium is that npm itself delivers; it is unpacked if it is not there. Its package brings the missing
 * libraries, too, which it unpacks where it believes itself to run in a function of Amazon's.
 */
const browserFile = async (): Promise<string> => {
  if (!hasLibraries()) process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
};

/** That Chromium, for all who ask at an address where it is. */
export interface SharedBrowser {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Starts it, headless, when the first asks: most files of tests need none. */
export const shareBrowser = async (): Promise<SharedBrowser> => {
  let running: Promise<BrowserServer> | undefined;
  const launch = async () =>
    chromium.launchServer({
      executablePath: await browserFile(),
      args: ["--no-sandbox", "--font-render-hinting=none", "--disable-dev-shm-usage"],
    });
  const server = createServer(async (_, response) => {
    running ??= launch();
    const [code, said] = await running.then(
      (browser) => [200, browser.wsEndpoint()] as const,
      (error: unknown) => [500, String(error)] as const,
    );
    response.writeHead(code).end(said);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await (await running)?.close();
    },
  };
};
