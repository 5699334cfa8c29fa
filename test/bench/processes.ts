import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Inside } from "./inside.ts";
import { secondsOf } from "./scale/processor.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The flags of Node that `npm start` has. */
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  scripts: Readonly<Record<"start", string>>;
};
export const flags = scripts.start.split(" ").filter((word) => word.startsWith("--"));

/** A program at work in a process of its own. */
export interface Running {
  readonly pid: number;
  /** Resident memory now, and the most that it was, in megabytes. */
  readonly memory: () => number;
  readonly peak: () => number;
  /** Seconds that it has computed. */
  readonly seconds: () => number;
  readonly stop: () => Promise<void>;
}

/** The tutor, as `npm start` starts it. */
export interface Tutor extends Running {
  readonly address: string;
  /** What it did since it was last asked; only where it was started with `isWatched`. */
  readonly look: () => Promise<Inside>;
}

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

const megabytes = (pid: number, field: "VmRSS" | "VmHWM"): number =>
  Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024;

const running = (child: ChildProcess): Running => {
  const pid = child.pid!;
  children.add(child);
  child.once("exit", () => children.delete(child));
  return {
    pid,
    memory: () => megabytes(pid, "VmRSS"),
    peak: () => megabytes(pid, "VmHWM"),
    seconds: () => secondsOf(pid, false),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      if (child.exitCode === null && child.signalCode === null) await ended;
    },
  };
};

/** Starts a bot that does the least that can be done, and waits until it is connected. */
export const startBare = async (name: "discord-bare" | "slack-bare", apiUrl: string): Promise<Running> => {
  const child = fork(new URL(`bots/${name}.ts`, import.meta.url), [apiUrl], { execArgv: [] });
  const bot = running(child);
  await once(child, "message");
  return bot;
};

/** Starts the tutor with these settings and no others; resolves once it says that it is open. */
export const startTutor = async (
  settings: Readonly<Record<string, string>>,
  { isWatched = false }: { readonly isWatched?: boolean } = {},
): Promise<Tutor> => {
  const inside = isWatched ? ["--import", join(root, "test/bench/inside.ts")] : [];
  const child = spawn(process.execPath, [...flags, ...inside, join(root, "src/run.js"), "main"], {
    cwd: "/",
    env: { PATH: process.env.PATH ?? "", PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe", ...(isWatched ? (["ipc"] as const) : [])],
  });
  const bot = running(child);
  let said = "";
  let isOpen = false;
  const port = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!])
      stream.on("data", (chunk) => {
        // What it logs later is read, so that it need not wait, and forgotten.
        if (isOpen) return;
        said += String(chunk);
        const found = /The tutor is open at http:\/\/localhost:(\d+)/.exec(said);
        if (found === null) return;
        isOpen = true;
        resolve(found[1]!);
      });
    child.once("exit", () => reject(new Error(`The tutor ended: ${said}`)));
  });
  return {
    ...bot,
    address: `http://127.0.0.1:${port}`,
    look: async () => {
      child.send("look");
      const [found] = (await once(child, "message")) as [Inside];
      return found;
    },
  };
};

/** Does work in a folder that is there for its sake. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
