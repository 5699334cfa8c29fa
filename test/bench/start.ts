import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { percentile, type Row, row } from "./measure.ts";

const runs = 5;

/** The first start makes the database; the median is of those that find it there. */
const dataDir = mkdtempSync(join(tmpdir(), "bench-"));

const source = (name: string): string => fileURLToPath(new URL(`../../src/${name}`, import.meta.url));

const median = async (measure: () => Promise<number> | number): Promise<number> => {
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) times.push(await measure());
  return percentile(times, 0.5);
};

const timeOf = (args: readonly string[]): number => {
  const start = performance.now();
  spawnSync(process.execPath, args, { stdio: "ignore" });
  return performance.now() - start;
};

/** From nothing to the first answer on the local page, beside a bare web server. */
const untilPageAnswers = async (args: readonly string[], port: number): Promise<number> => {
  const start = performance.now();
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: "ignore",
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
  });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/ask`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: "text=/dot 2,3,4 1,0,2",
    }).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const time = performance.now() - start;
  child.kill();
  await once(child, "exit");
  return time;
};

const bareServer =
  "require('node:http').createServer((q, r) => r.end('10')).listen(Number(process.env.PORT), '127.0.0.1')";

export const benchStart = async (): Promise<readonly Row[]> => [
  row(
    "terminal: start to answer, beside an empty Node",
    await median(() => timeOf([source("ask.ts"), "/dot 2,3,4 1,0,2"])),
    await median(() => timeOf(["-e", "0"])),
    "ms",
  ),
  row(
    "page: start to first answer, beside a bare web server",
    await median(() => untilPageAnswers([source("main.ts")], 3970)),
    await median(() => untilPageAnswers(["-e", bareServer], 3971)),
    "ms",
  ),
];
