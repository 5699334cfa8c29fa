import {
  type BaseInteraction,
  ChannelType,
  GuildMember,
  InteractionContextType,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
  type User,
} from "discord.js";
import { visibleName } from "../../base/visible.ts";
import type { Input, Invocation } from "../../commands/command.ts";
import type { Asker } from "../../commands/tutor.ts";
import { learnerId, type PlaceId, partsOf, placeId } from "../../identity.ts";

interface Where {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly channel: { isThread?: () => boolean; readonly parentId?: string | null } | null;
}

/** Server, channel, thread; a direct message is a channel without a server. */
export const placeOf = ({ guildId, channelId, channel }: Where): PlaceId => {
  const parent = channel?.isThread?.() === true ? channel.parentId : undefined;
  return placeId(
    "discord",
    guildId ?? "direct",
    ...(typeof parent === "string" ? [parent] : []),
    channelId ?? "unknown",
  );
};

/** Any of these lets one manage what happens in a channel. */
const managing = [
  PermissionFlagsBits.ManageChannels,
  PermissionFlagsBits.ManageGuild,
  PermissionFlagsBits.ManageMessages,
];

const rightsBy = (permissions: () => Readonly<PermissionsBitField> | null | undefined) => ({
  mayManage: async () => permissions()?.any(managing) ?? false,
  isAdministrator: async () => permissions()?.has(PermissionFlagsBits.ManageGuild) ?? false,
});

/** Who uses an app somewhere need not be one who may write there. Where there is no server, everyone may. */
export const mayWriteIn = (interaction: BaseInteraction, place: PlaceId) => async (): Promise<boolean> => {
  const isThread = partsOf(place).length > 2;
  const needed = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return interaction.memberPermissions?.has(needed) ?? true;
};

const called = (nickname: string | null | undefined, { globalName, username }: User) => {
  const name = visibleName(nickname, globalName, username);
  return name === undefined ? {} : { name };
};

export const askerOf = (interaction: BaseInteraction): Asker => ({
  learner: learnerId("discord", interaction.user.id),
  place: placeOf(interaction as Where),
  locale: interaction.locale,
});

export const invocationOf = (interaction: BaseInteraction, input: Input): Invocation => {
  const { member, user } = interaction;
  const asker = askerOf(interaction);
  return {
    input,
    id: interaction.id,
    ...asker,
    ...called(member instanceof GuildMember ? member.nickname : member?.nick, user),
    isAlone: interaction.context === InteractionContextType.BotDM,
    mayWrite: mayWriteIn(interaction, asker.place),
    ...rightsBy(() => interaction.memberPermissions),
  };
};

/** Discord tells the language of a person only with an interaction; a message has that of the server. */
export const invocationOfMessage = (message: Message, input: Input): Invocation => ({
  input,
  id: message.id,
  learner: learnerId("discord", message.author.id),
  place: placeOf(message as Where),
  locale: message.guild?.preferredLocale ?? "en",
  ...called(message.member?.nickname, message.author),
  isAlone: message.channel.type === ChannelType.DM,
  isSeenByAll: true,
  ...rightsBy(() =>
    message.channel.isDMBased() ? undefined : message.member?.permissionsIn(message.channel),
  ),
});
