import { type BaseInteraction, type Message, PermissionFlagsBits } from "discord.js";
import type { Input, Invocation } from "../../commands/command.ts";
import { learnerId, type PlaceId, placeId } from "../../identity.ts";

interface Where {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly channel: { isThread?: () => boolean; readonly parentId?: string | null } | null;
}

/** Server, channel, thread; a direct message is a channel without a server. */
const placeOf = ({ guildId, channelId, channel }: Where): PlaceId => {
  const parent = channel?.isThread?.() === true ? channel.parentId : undefined;
  return placeId(
    "discord",
    guildId ?? "direct",
    ...(typeof parent === "string" ? [parent] : []),
    channelId ?? "unknown",
  );
};

export const invocationOf = (interaction: BaseInteraction, input: Input): Invocation => ({
  input,
  id: interaction.id,
  learner: learnerId("discord", interaction.user.id),
  place: placeOf(interaction as Where),
  locale: interaction.locale,
  isAdministrator: async () => interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
});

/** Discord tells the language of a person only with an interaction. */
export const invocationOfMessage = (message: Message, input: Input): Invocation => ({
  input,
  id: message.id,
  learner: learnerId("discord", message.author.id),
  place: placeOf(message as Where),
  locale: "en",
  isAdministrator: async () => message.member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
});
