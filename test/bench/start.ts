import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { openDiscordArena } from "./arenas/discord.ts";
import { openSlackArena } from "./arenas/slack.ts";
import { median, pause } from "./measure.ts";
import { flags, inFolder, root } from "./processes.ts";
import { amount, type Row } from "./row.ts";

/** Beside the first start, which makes the database and does not count. */
const runs = 7;

const freePort = async (): Promise<string> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return String(port);
};

/** Milliseconds from nothing to the end of a program. */
const untilEnd = (args: readonly string[]): number => {
  const begin = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore", cwd: root });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return performance.now() - begin;
};

/** Milliseconds from nothing to a server that says that it is ready and has answered its first question. */
const untilAnswer = async (settings: Readonly<Record<string, string>>): Promise<number> => {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(process.execPath, [...flags, join(root, "src/run.js"), "main"], {
    stdio: "ignore",
    env: { PATH: process.env.PATH ?? "", PORT: port, ...settings },
  });
  const asks = async (path: string, body?: URLSearchParams): Promise<void> => {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The tutor ended with ${child.exitCode}`);
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        ...(body === undefined ? {} : { method: "POST", body }),
      }).catch(() => undefined);
      await answer?.text();
      if (answer?.ok === true) return;
      await pause(5);
    }
  };
  await asks("/readyz");
  await asks("/ask", new URLSearchParams({ text: "/dot 2,3,4 1,0,2" }));
  const time = performance.now() - begin;
  child.kill();
  await once(child, "exit");
  return time;
};

/** Starts of the programs, in turns with those of a Node that does nothing. */
export const benchStart = (): Promise<readonly Row[]> =>
  inFolder(async (folder) => {
    const [discord, slack] = [await openDiscordArena(), await openSlackArena()];
    const page = { DATA_DIR: folder };
    const trials = {
      page: () => untilAnswer(page),
      connected: () => untilAnswer({ ...page, ...discord.settings, ...slack.settings }),
      ask: async () => untilEnd([join(root, "src/run.js"), "ask", "/dot 2,3,4 1,0,2"]),
      empty: async () => untilEnd(["-e", "0"]),
    };
    const times = { page: [], connected: [], ask: [], empty: [] } as Record<keyof typeof trials, number[]>;
    for (let run = 0; run <= runs; run += 1)
      for (const name of Object.keys(trials) as (keyof typeof trials)[]) {
        const time = await trials[name]();
        if (run > 0) times[name].push(time);
      }
    await Promise.all([discord.close(), slack.close()]);
    const baseline = median(times.empty);
    const row = (what: string, name: keyof typeof trials, most: number) =>
      amount(what, median(times[name]), "ms", { most, baseline });
    return [
      row("start to first answer of the server, the page alone, beside an empty Node", "page", 900),
      row("the same with Discord and Slack", "connected", 900),
      row("start to answer of npm run ask, beside an empty Node", "ask", 400),
    ];
  });
