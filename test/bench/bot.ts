import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A bot in a process of its own. */
export interface Bot {
  /** Resident memory, in megabytes. */
  readonly memory: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Starts a bot and waits until it is ready. */
export const startBot = async (
  name: "discord-ours" | "discord-bare" | "slack-ours" | "slack-bare",
  apiUrl: string,
  databaseUrl = "",
): Promise<Bot> => {
  const child = fork(new URL(`bots/${name}.ts`, import.meta.url), [apiUrl, databaseUrl], {
    stdio: "inherit",
    execArgv: [],
  });
  await said(child, "ready");
  return {
    memory: async () => {
      child.send("memory");
      const [bytes] = (await once(child, "message")) as [number];
      return bytes / 2 ** 20;
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.disconnect();
      child.kill();
      await ended;
    },
  };
};

const said = async (child: ChildProcess, word: string): Promise<void> => {
  const [message] = await once(child, "message");
  if (message !== word) throw new Error(`The bot said ${String(message)}`);
};
