import { ChannelType, type Guild, PermissionFlagsBits, type TextChannel } from "discord.js";
import type { Tutor } from "../../commands/tutor.ts";
import { placeId } from "../../identity.ts";
import { inLanguage, languageOf } from "../../language.ts";
import type { Posting } from "../../posting.ts";

/** The bot has come into a server: it says hello, once, where it may. */
export const greet = async (guild: Guild, tutor: Tutor, post: Posting["post"]): Promise<void> => {
  await tutor.installed(placeId("discord", guild.id), guild.client.user.id);
  const channel = whereToGreet(guild);
  if (channel !== undefined)
    await inLanguage(languageOf(guild.preferredLocale), () =>
      post(
        placeId("discord", guild.id, channel.id),
        tutor.welcome,
        `welcome/${guild.id}/${guild.joinedTimestamp}`,
      ),
    );
};

/** Where a server has its own notices; else the uppermost channel in which the bot may write. */
const whereToGreet = ({ systemChannel, channels, members: { me } }: Guild): TextChannel | undefined => {
  const texts = channels.cache
    .filter((channel) => channel.type === ChannelType.GuildText)
    .sort((x, y) => x.rawPosition - y.rawPosition);
  return [...(systemChannel === null ? [] : [systemChannel]), ...texts.values()].find(
    (channel) =>
      me !== null &&
      channel.permissionsFor(me).has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]),
  );
};
