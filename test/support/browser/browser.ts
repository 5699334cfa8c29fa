import { spawnSync } from "node:child_process";
import { type Browser, chromium } from "playwright-core";

/** Whether the machine has the libraries that Chromium needs and that a bare system lacks. */
const hasLibraries = (): boolean =>
  String(spawnSync("/sbin/ldconfig", ["-p"]).stdout ?? "").includes("libnss3.so");

/**
 * Where the Chromium is that npm itself delivers; it is unpacked if it is not there. Its package brings the missing
 * libraries, too, which it unpacks where it believes itself to run in a function of Amazon's.
 */
export const browserFile = async (): Promise<string> => {
  if (!hasLibraries()) process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
};

/** That Chromium, headless. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await browserFile(),
    args: ["--no-sandbox", "--font-render-hinting=none", "--disable-dev-shm-usage"],
  });
