import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import type { Tutor } from "../../../src/commands/tutor.ts";
import type { Shards } from "../../../src/config/shards.ts";
import { createLog } from "../../../src/log.ts";
import { createDiscord, type DiscordSettings } from "../../../src/platforms/discord/discord.ts";
import { renderReply } from "../../../src/platforms/discord/render.ts";
import type { Platform } from "../../../src/platforms/platform.ts";
import { noteAnswers } from "../answers.ts";
import { storeOpened } from "../tutor.ts";
import { createLearner, type Learner } from "./learner.ts";
import { botToken, type Where } from "./payloads.ts";
import { type DiscordServer, openDiscord } from "./server.ts";
import { createSigner, type Signer } from "./signer.ts";

/** How interactions come to the tutor. In the mode “http” it is not connected to the gateway at all. */
export const modes = ["gateway", "http"] as const;

export type Mode = (typeof modes)[number];

/** A loopback Discord with the tutor in it. */
export interface Stage {
  readonly server: DiscordServer;
  /** The platform itself, for what it posts unasked. */
  readonly platform: Platform;
  readonly learner: Learner;
  readonly anotherLearner: (person: string, where?: Where) => Learner;
  /** Everything that the tutor logged. */
  readonly logged: string[];
  /** Where interactions go in the mode “http”, and who signs them. */
  readonly endpoint: { readonly url: string; readonly signer: Signer } | undefined;
  readonly stopTutor: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface StageSettings extends Pick<DiscordSettings, "registrationPauses"> {
  readonly guildId?: string;
  readonly mode?: Mode;
  readonly shards?: Shards;
  /** How many connections Discord advises. */
  readonly advisedShards?: number;
  /** Has Discord made ready before the tutor connects. */
  readonly prepare?: (server: DiscordServer) => void;
}

export const openStage = async (
  tutor: Tutor,
  { mode = "gateway", advisedShards = 1, prepare, ...settings }: StageSettings = {},
): Promise<Stage> => {
  await storeOpened(tutor);
  const { tutor: noted, awaited } = noteAnswers(
    tutor,
    (reply, { codes }) => renderReply(reply, codes).length,
  );
  const server = await openDiscord();
  server.world.advisedShards = advisedShards;
  prepare?.(server);
  const logged: string[] = [];
  const lines = new Writable({
    write: (chunk, _, done) => {
      logged.push(String(chunk));
      done();
    },
  });
  const signer = createSigner();
  const discord = createDiscord({
    token: botToken,
    apiUrl: server.apiUrl,
    log: createLog("info", lines),
    ...(mode === "http" ? { publicKey: signer.publicKey, connects: false } : {}),
    ...settings,
  });
  await discord.start(noted);
  const http = discord.web === undefined ? undefined : await openHttp(discord.web.listener);
  if (http !== undefined) await server.setEndpoint(http.url, signer);
  let stopped: Promise<void> | undefined;
  const stopTutor = () => {
    stopped ??= discord.stop();
    return stopped;
  };
  return {
    server,
    platform: discord,
    learner: createLearner(server, { awaited }),
    anotherLearner: (person, where = "channel") => createLearner(server, { person, where, awaited }),
    logged,
    endpoint: http && { url: http.url, signer },
    stopTutor,
    close: async () => {
      await stopTutor();
      await http?.close();
      await server.close();
    },
  };
};

const openHttp = async (listener: RequestListener) => {
  const app = createServer(listener).listen(0, "127.0.0.1");
  await once(app, "listening");
  return {
    url: `http://127.0.0.1:${(app.address() as AddressInfo).port}/discord/interactions`,
    close: async () => {
      app.closeAllConnections();
      app.close();
      await once(app, "close");
    },
  };
};
