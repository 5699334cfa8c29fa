import { catalogue } from "./commands/catalogue.ts";
import { configOrExit, exitCodes } from "./config/config.ts";
import { registerByHand } from "./platforms/discord/register.ts";

/** Registers the commands with Discord by hand: in all servers, or in the one that DISCORD_GUILD_ID names. */
const { discord } = configOrExit();
if (discord === undefined) {
  console.error("DISCORD_TOKEN is missing: put it into .env (see .env.example).");
  process.exit(exitCodes.config);
}
const changed = await registerByHand(catalogue, discord);
const where = discord.guildId === undefined ? "everywhere" : `in the server ${discord.guildId}`;
console.log(
  changed ? `The commands are registered ${where}.` : `The commands were registered ${where} already.`,
);
