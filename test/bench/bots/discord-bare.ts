import { Client, Events, GatewayIntentBits, MessageFlags } from "discord.js";
import { botToken } from "../../support/discord/payloads.ts";

/** The least that discord.js needs to answer a constant. */
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: process.argv[2]! } });
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand())
    await interaction.reply({ content: "10", allowedMentions: { parse: [] } });
  if (interaction.isButton())
    await interaction.reply({ content: "10", flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } });
});
client.once(Events.ClientReady, () => process.send?.("ready"));
await client.login(botToken);
