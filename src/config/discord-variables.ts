import * as z from "zod";
import { parseShards } from "./shards.ts";
import { address, notation, told } from "./variable.ts";

/** The variables that are Discord's alone. */
export const discordVariables = {
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      "does not look like a bot's token (three parts with dots between): copy it from the page “Bot” of your application at https://discord.com/developers/applications",
    )
    .optional()
    .register(told, {
      about:
        "The bot's token: your application → Bot → Reset Token. Without it, the tutor is not on Discord.",
      example: "MTk4….Cl2F….ZnCj…",
    }),
  DISCORD_GUILD_ID: z
    .string()
    .regex(
      /^\d{15,21}$/,
      "must be a server's id, a long number: in Discord, with developer mode on, “Copy Server ID”",
    )
    .optional()
    .register(told, {
      about:
        "For development: the id of one server, where changes of commands show at once. Without it, the commands are in all servers.",
      example: "613425648685547541",
    }),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(
      /^[0-9a-f]{64}$/i,
      "must be 64 hexadecimal digits: copy the “Public Key” from the page “General Information” of your application at https://discord.com/developers/applications",
    )
    .optional()
    .register(told, {
      about:
        "For interactions by HTTP: your application → General Information → Public Key (64 hexadecimal digits). There, too, set “Interactions Endpoint URL” to https://YOUR-HOST/discord/interactions. Mentions and direct messages still need the gateway.",
      example: "8f3b…",
    }),
  DISCORD_SHARDS: notation(
    parseShards,
    "must be auto, or how many connections there are, such as 4, or which of them are this process's, such as 0-3/16",
  )
    .optional()
    .register(told, {
      about:
        "How many connections to Discord's gateway (a bot in more than 2,500 servers needs more than one): auto, a number, or which of them are this process's.",
      example: "0-3/16",
      otherwise: "1",
    }),
  DISCORD_API_URL: address("https://discord.com/api").optional().register(told, {
    about: "Another server that speaks Discord's API.",
    example: "http://localhost:8080/api",
    otherwise: "https://discord.com/api",
  }),
};
