import { type Browser, chromium } from "playwright-core";

/**
 * A headless Chromium that npm itself delivers. Its package brings the shared libraries that a bare machine lacks; it
 * unpacks them where it believes itself to run in a function of Amazon's.
 */
export const openBrowser = async (): Promise<Browser> => {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ["--no-sandbox", "--font-render-hinting=none", "--disable-dev-shm-usage"],
  });
};
