import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { drawsSeeds } from "./draw.ts";

const root = fileURLToPath(new URL("../../src/", import.meta.url));

/** Runs one of our programs to its end, with these settings and no others. */
export const runProgram = (
  program: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`${root}run.js`, program.replace(/\.ts$/, ""), ...words], {
      cwd: "/",
      env: { PATH: process.env.PATH ?? "", ...settings },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
    child.on("close", (code) => resolve({ code, said }));
  });

/** The tutor as a process of its own that goes on. */
export interface Running {
  readonly pid: number;
  /** All that it has printed. */
  readonly said: () => string;
  /** Asks it to end; resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
  readonly isRunning: () => boolean;
}

/** Starts the tutor with these settings and no others; resolves once it has said something that fits. */
export const startProgram = async (
  settings: Readonly<Record<string, string>>,
  fits: RegExp,
): Promise<Running & { readonly found: RegExpExecArray }> => {
  const child = spawn(process.execPath, [...drawsSeeds, `${root}run.js`, "main"], {
    cwd: "/",
    env: { PATH: process.env.PATH ?? "", PORT: "0", ...settings },
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  let said = "";
  const found = await new Promise<RegExpExecArray>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        said += String(chunk);
        const match = fits.exec(said);
        if (match !== null) resolve(match);
      });
    child.on("close", () => reject(new Error(`It ended: ${said}`)));
  });
  return {
    found,
    pid: child.pid!,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    said: () => said,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
};
