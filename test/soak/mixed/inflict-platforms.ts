import type { Random } from "../../../src/random.ts";
import type { Program } from "../../support/class/program.ts";
import { pause, soon } from "../../support/class/room.ts";
import type { ofPlatformKinds } from "./troubles.ts";

/** The stand-ins of both platforms. */
export type Platforms = Pick<Program, "discord" | "slack"> & Partial<Pick<Program, "byHttp">>;

/** Until both platforms have the program again. */
export const connected = async ({ discord, slack, byHttp = false }: Platforms): Promise<void> => {
  const isThere = () => discord.gateway.connections() > 0 && (byHttp || slack.connections() > 0);
  await soon(() => (isThere() ? true : undefined), 30_000);
};

const messages = /\/messages(\/|$)/;

const troublesOfPlatforms: Readonly<
  Record<(typeof ofPlatformKinds)[number], (platforms: Platforms, random: Random) => Promise<void>>
> = {
  "Discord's gateway cut": async (platforms) => {
    platforms.discord.gateway.cut();
    await soon(() => (platforms.discord.gateway.connections() === 0 ? true : undefined), 1_000);
    await connected(platforms);
  },
  "Slack's socket cut": async (platforms) => {
    platforms.slack.cut();
    await soon(() => (platforms.slack.connections() === 0 ? true : undefined), 1_000);
    await connected(platforms);
  },
  "asked to connect anew": async (platforms, random) => {
    if (random.whole(0, 1) === 0 || platforms.byHttp) platforms.discord.gateway.askToReconnect();
    else platforms.slack.refresh();
    await pause(500);
    await connected(platforms);
  },
  "429 with Retry-After": async ({ discord, slack }, random) => {
    discord.refuseNext(random.whole(1, 2));
    for (const method of ["chat.postMessage", "chat.update", "views.open", "response_url"])
      slack.workspace.refuse(method, 1, { status: 429, retryAfter: 1 });
    await pause(2_000);
  },
  "500, nothing done": async ({ discord, slack }, random) => {
    discord.failNext(random.whole(1, 3));
    for (const method of ["chat.postMessage", "chat.update", "views.open", "response_url"])
      slack.workspace.refuse(method, random.whole(1, 2), { status: 500 });
    await pause(2_000);
  },
  "500, done all the same": async ({ discord, slack }, random) => {
    discord.failNext(random.whole(1, 2), "after", messages);
    for (const method of ["chat.postMessage", "chat.update"])
      slack.workspace.refuse(method, 1, { status: 500, after: true });
    await pause(2_000);
  },
};

/** One of them. */
export const troublePlatforms = (
  kind: (typeof ofPlatformKinds)[number],
  platforms: Platforms,
  random: Random,
): Promise<void> => troublesOfPlatforms[kind](platforms, random);
