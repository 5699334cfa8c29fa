import { GatewayCloseCodes } from "discord.js";
import { PlatformEnded } from "../ended.ts";

/** Codes with which Discord's gateway closes a connection for good, and what mends each. */
const sentences: Readonly<Partial<Record<number, string>>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    "Discord no longer takes DISCORD_TOKEN: it was reset, or belongs to nobody. Copy it again from the page “Bot” of your application.",
  [GatewayCloseCodes.InvalidShard]:
    "Discord knows no such connection as DISCORD_SHARDS names. Set it to auto, or to a number that all processes share.",
  [GatewayCloseCodes.ShardingRequired]:
    "The bot is in more servers than one connection may serve. Set DISCORD_SHARDS=auto.",
  [GatewayCloseCodes.InvalidAPIVersion]:
    "Discord no longer speaks the version of its gateway that this tutor speaks. Install a newer tutor.",
  [GatewayCloseCodes.InvalidIntents]:
    "Discord does not know the intents that this tutor asks for. Install a newer tutor.",
  [GatewayCloseCodes.DisallowedIntents]:
    "Discord refuses this application the intents for servers and messages. Look at the page “Bot” of your application, or ask Discord’s support.",
};

/** Codes that only another version of the tutor mends. */
const needsNewer: ReadonlySet<number> = new Set([
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
]);

/** Why a connection that was closed with this code will not come back; undefined where it will. */
export const finalClose = (code: number): PlatformEnded | undefined => {
  const sentence = sentences[code];
  return sentence === undefined
    ? undefined
    : new PlatformEnded(`${sentence} (${code})`, !needsNewer.has(code));
};
