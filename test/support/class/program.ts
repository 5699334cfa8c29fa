import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { botToken as discordToken } from "../discord/payloads.ts";
import { type DiscordServer, openDiscord } from "../discord/server.ts";
import { drawsSeeds } from "../draw.ts";
import { bySocket } from "../slack/deliver.ts";
import { appToken, openSlack, type SlackServer, botToken as slackToken } from "../slack/server.ts";
import { discordRoom } from "./discord-room.ts";
import { pause, type Room, soon } from "./room.ts";
import { slackRoom } from "./slack-room.ts";

const main = fileURLToPath(new URL("../../../src/run.js", import.meta.url));

/** The tutor as a process of its own, between a loopback Discord and a loopback Slack that outlive it. */
export interface Program {
  readonly rooms: readonly [Room, Room];
  /** Where it takes requests; undefined while it does not. */
  readonly address: () => string | undefined;
  /** Whether Slack brings it everything by signed HTTP, and not by a socket. */
  readonly byHttp: boolean;
  /** Starts it; resolves when it says that it is open. */
  readonly start: () => Promise<void>;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
  /** Asks it to end; resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
  readonly isRunning: () => boolean;
  /** The process that runs. */
  readonly child: () => ChildProcess;
  readonly discord: DiscordServer;
  readonly slack: SlackServer;
  /** All that it has printed. */
  readonly said: () => string;
  readonly violations: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** How long a start may take on a busy machine, in milliseconds. */
const patience = 60_000;

/** What a process is told to be on both stand-ins. */
export const settingsFor = (
  discord: Pick<DiscordServer, "apiUrl">,
  slack: Pick<SlackServer, "apiUrl">,
): Readonly<Record<string, string>> => ({
  PORT: "0",
  DISCORD_TOKEN: discordToken,
  DISCORD_API_URL: discord.apiUrl,
  SLACK_BOT_TOKEN: slackToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: slack.apiUrl,
});

/** `where`: DATA_DIR or DATABASE_URL, and what else is set. */
export const openProgram = async (
  where: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<Program> => {
  const [discord, slack] = await Promise.all([openDiscord(), openSlack()]);
  let child: ChildProcess | undefined;
  let said = "";
  let begin = 0;
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const running = child;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null)
      return running?.exitCode ?? null;
    const ended = once(running, "exit");
    running.kill(signal);
    await ended;
    return running.exitCode;
  };

  return {
    rooms: [discordRoom(discord), slackRoom(slack, bySocket(slack))],
    start: async () => {
      begin = said.length;
      child = spawn(process.execPath, [...drawsSeeds, ...nodeOptions, main, "main"], {
        cwd: "/",
        env: { PATH: process.env.PATH ?? "", ...settingsFor(discord, slack), ...where },
      });
      const { stdout, stderr } = child;
      for (const stream of [stdout!, stderr!]) stream.on("data", (chunk) => (said += String(chunk)));
      const isOpen = () => said.slice(begin).includes("The tutor is open at");
      const hasEnded = () => child?.exitCode !== null || child.signalCode !== null;
      await soon(() => (isOpen() || hasEnded() ? true : undefined), patience);
      if (!isOpen()) throw new Error(`It did not start: ${said.slice(begin)}`);
    },
    kill: async () => {
      await end("SIGKILL");
      // A closed socket takes a moment to be noticed.
      while (slack.connections() > 0 || discord.gateway.connections() > 0) await pause(5);
    },
    stop: () => end("SIGTERM"),
    isRunning,
    address: () => {
      const port = /The tutor is open at http:\/\/localhost:(\d+)/.exec(
        said.slice(begin, begin + 20_000),
      )?.[1];
      return isRunning() && port !== undefined ? `http://127.0.0.1:${port}` : undefined;
    },
    byHttp: where.SLACK_SIGNING_SECRET !== undefined,
    child: () => child!,
    discord,
    slack,
    said: () => said,
    violations: () => [...discord.violations, ...slack.workspace.violations],
    close: async () => {
      await end("SIGKILL");
      await Promise.all([discord.close(), slack.close()]);
    },
  };
};
