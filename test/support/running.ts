import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect } from "vitest";
import { drawsSeeds } from "./draw.ts";

const source = fileURLToPath(new URL("../../src/", import.meta.url));

/** One of our programs at work. */
export interface Running {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Waits until it has said something that fits. */
  readonly says: (what: RegExp) => Promise<RegExpExecArray>;
  readonly ends: () => Promise<number | null>;
}

const started: ChildProcess[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const child of started) child.kill("SIGKILL");
  await Promise.all(
    started.splice(0).map((child) => child.exitCode ?? child.signalCode ?? once(child, "exit")),
  );
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Where a program keeps its data that is told nothing else. */
const folderOfOwn = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "data-"));
  folders.push(folder);
  return folder;
};

/** Starts one of our programs with these settings and no others; it ends with the test at the latest. */
export const run = (
  program: string,
  settings: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Running => {
  const needsFolder = program === "main.ts" && !("DATA_DIR" in settings || "DATABASE_URL" in settings);
  const place = needsFolder ? { DATA_DIR: folderOfOwn() } : {};
  const child = spawn(
    process.execPath,
    [...drawsSeeds, ...nodeOptions, `${source}run.js`, program.replace(/\.ts$/, "")],
    {
      cwd: "/",
      env: { PATH: process.env.PATH ?? "", PORT: "0", ...place, ...settings },
    },
  );
  started.push(child);
  let said = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (chunk) => (said += String(chunk)));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return {
    child,
    said: () => said,
    says: async (what) => {
      await expect.poll(() => said, { timeout: 90_000 }).toMatch(what);
      return what.exec(said)!;
    },
    ends: () => ended,
  };
};
