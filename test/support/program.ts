import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../src/", import.meta.url));

/** Runs one of our programs to its end, with these settings and no others. */
export const runProgram = (
  program: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["--liftoff-only", `${root}${program}`, ...words], {
      cwd: "/",
      env: { PATH: process.env.PATH ?? "", ...settings },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
    child.on("close", (code) => resolve({ code, said }));
  });
