import type { Json } from "../../support/discord/check-message.ts";
import { botToken, guildOf, interactionOf } from "../../support/discord/payloads.ts";
import { type DiscordServer, openDiscord } from "../../support/discord/server.ts";
import { slashData } from "../../support/discord/slash-data.ts";
import { servers } from "../town.ts";
import { type Arena, patience } from "./arena.ts";

const guildId = (server: number): string => String(400_000_000_000_000_000n + BigInt(server));
const channelId = (server: number, channel: number): string =>
  String(500_000_000_000_000_000n + BigInt(1_000 * server + channel));
const personId = (learner: number): string => String(600_000_000_000_000_000n + BigInt(learner));

/** What a bot is brought that has registered nothing. */
const bareData = (command: string, text: string): Json => ({
  id: "1",
  name: command,
  type: 1,
  options: [{ name: "vectors", type: 3, value: text }],
});

export interface DiscordArena extends Arena {
  readonly server: DiscordServer;
}

/** From the dispatch of a slash command by the gateway to its callback. */
export const openDiscordArena = async (): Promise<DiscordArena> => {
  const server = await openDiscord();
  const { world, gateway } = server;
  const waiting = new Map<string, () => void>();
  const callback = world.interactions.callback.bind(world.interactions);
  world.interactions.callback = (id, token, body) => {
    waiting.get(id)?.();
    waiting.delete(id);
    return callback(id, token, body);
  };

  const interaction = (of: number, at: number, person: string, data: Json) => {
    const made = interactionOf(world, { person, where: "channel", type: 2, data });
    const [guild_id, channel_id] = [guildId(of), channelId(of, at)];
    return {
      ...made,
      guild_id,
      channel_id,
      guild: { ...(made.guild as Json), id: guild_id },
      channel: { ...(made.channel as Json), id: channel_id, guild_id },
    };
  };

  return {
    server,
    apiUrl: server.apiUrl,
    settings: { DISCORD_TOKEN: botToken, DISCORD_API_URL: server.apiUrl },
    place: (of) => `discord:place:${guildId(of)}`,
    introduce: () => {
      for (let of = 0; of < servers; of += 1)
        gateway.dispatch("GUILD_CREATE", { ...guildOf(world), id: guildId(of), channels: [], threads: [] });
    },
    ask: async (learner, command, text) => {
      const known = world.registered.find(({ name }) => name === command);
      const data = known === undefined ? bareData(command, text) : slashData(known, text);
      const asked = interaction(learner.server, learner.channel, personId(learner.number), data);
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const late = setTimeout(() => reject(new Error(`/${command} on Discord had no answer`)), patience);
      waiting.set(asked.id, () => {
        clearTimeout(late);
        resolve();
      });
      gateway.dispatch("INTERACTION_CREATE", asked);
      await promise;
    },
    forget: () => {
      world.messages.length = 0;
      world.shown.length = 0;
      world.requests.length = 0;
    },
    close: server.close,
  };
};
