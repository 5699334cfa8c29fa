import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect } from "vitest";

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
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** Starts one of our programs with these settings and no others; it ends with the test at the latest. */
export const run = (
  program: string,
  settings: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Running => {
  const child = spawn(process.execPath, ["--liftoff-only", ...nodeOptions, `${source}${program}`], {
    cwd: "/",
    env: { PATH: process.env.PATH ?? "", PORT: "0", DATA_DIR: "memory://", ...settings },
  });
  started.push(child);
  let said = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (chunk) => (said += String(chunk)));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return {
    child,
    said: () => said,
    says: async (what) => {
      await expect.poll(() => said, { timeout: 45_000 }).toMatch(what);
      return what.exec(said)!;
    },
    ends: () => ended,
  };
};
