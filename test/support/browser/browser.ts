import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** The Chromium that all files of a run share; to close it is to leave it, with what was opened in it. */
export const openBrowser = async (): Promise<Browser> => {
  const response = await fetch(inject("browser"));
  const said = await response.text();
  if (!response.ok) throw new Error(said);
  return chromium.connect(said);
};

declare module "vitest" {
  interface ProvidedContext {
    readonly browser: string;
  }
}
