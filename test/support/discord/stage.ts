import { Writable } from "node:stream";
import type { Tutor } from "../../../src/commands/tutor.ts";
import { createLog } from "../../../src/log.ts";
import { createDiscord } from "../../../src/platforms/discord/discord.ts";
import type { Platform } from "../../../src/platforms/platform.ts";
import { storeOpened } from "../tutor.ts";
import { createLearner, type Learner } from "./learner.ts";
import { botToken, type Where } from "./payloads.ts";
import { type DiscordServer, openDiscord } from "./server.ts";

/** A loopback Discord with the tutor in it. */
export interface Stage {
  readonly server: DiscordServer;
  /** The platform itself, for what it posts unasked. */
  readonly platform: Platform;
  readonly learner: Learner;
  readonly anotherLearner: (person: string, where?: Where) => Learner;
  /** Everything that the tutor logged. */
  readonly logged: string[];
  readonly stopTutor: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const openStage = async (
  tutor: Tutor,
  settings: { readonly guildId?: string } = {},
): Promise<Stage> => {
  await storeOpened(tutor);
  const server = await openDiscord();
  const logged: string[] = [];
  const lines = new Writable({
    write: (chunk, _, done) => {
      logged.push(String(chunk));
      done();
    },
  });
  const discord = createDiscord({
    token: botToken,
    apiUrl: server.apiUrl,
    log: createLog("info", lines),
    ...settings,
  });
  await discord.start(tutor);
  let stopped: Promise<void> | undefined;
  const stopTutor = () => {
    stopped ??= discord.stop();
    return stopped;
  };
  return {
    server,
    platform: discord,
    learner: createLearner(server),
    anotherLearner: (person, where = "channel") => createLearner(server, { person, where }),
    logged,
    stopTutor,
    close: async () => {
      await stopTutor();
      await server.close();
    },
  };
};
