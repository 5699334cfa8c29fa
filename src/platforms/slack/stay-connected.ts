import { setTimeout as sleep } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../../log.ts";
import { tellError } from "./bolt-log.ts";

/** The pauses before each attempt to connect again, in milliseconds; the last one stands for all that follow. */
const pauses = [0, 500, 1_000, 2_000, 5_000];

/**
 * Opens the socket, and opens it again whenever it closes: Slack replaces each connection every few hours. Slack's client
 * would wait five seconds before its first attempt, in which every command and press is lost, and give up where it
 * cannot ask for an address. Rejects when the first attempt fails.
 */
export const stayConnected = async ({ client }: SocketModeReceiver, log: Log): Promise<void> => {
  let isWanted = false;
  let isTrying = false;
  const connectAgain = async (): Promise<void> => {
    if (isTrying) return;
    isTrying = true;
    for (let tries = 0; isWanted; tries += 1) {
      await sleep(pauses[Math.min(tries, pauses.length - 1)], undefined, { ref: false });
      if (!isWanted) break;
      try {
        await client.start();
        break;
      } catch (error) {
        log.warn({ ...tellError(error), tries: tries + 1 }, "Slack: not connected again yet");
      }
    }
    isTrying = false;
  };
  client.on("disconnecting", () => {
    isWanted = false;
  });
  client.on("disconnected", () => {
    if (isWanted) void connectAgain();
  });
  await client.start();
  isWanted = true;
};
