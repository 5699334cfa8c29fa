import {
  type APIGuildApplicationCommandPermissions,
  ApplicationCommandType,
  type BaseInteraction,
  type Client,
  Events,
  GuildMember,
  type Message,
  PermissionsBitField,
  Routes,
} from "discord.js";
import { LRUCache } from "lru-cache";
import { type PlaceId, partsOf } from "../../identity.ts";
import type { Log } from "../../log.ts";
import { mayUseCommand, type RegisteredCommand, type Wanting } from "./command-permissions.ts";
import { told } from "./refusal.ts";
import { placeOf } from "./who-and-where.ts";

/** What servers set under Integrations, for what reaches a command without its slash. */
export interface Integrations {
  /**
   * Whether who pressed or typed in a place may use a command, by its name; true where that cannot be known, and for
   * the command that Discord itself has let them use.
   */
  readonly whoInteracts: (
    interaction: BaseInteraction,
    place: PlaceId,
    vouched?: string,
  ) => (command: string) => Promise<boolean>;
  readonly whoWrites: (message: Message) => (command: string) => Promise<boolean>;
}

/** What is set is asked for again after so many milliseconds, or when Discord tells that it has changed. */
const fresh = 5 * 60_000;

/** Of how many servers it is remembered. */
const remembered = 1_000;

type Named = RegisteredCommand & { readonly name: string; readonly type?: number };

export const createIntegrations = (client: Client, guildId: string | undefined, log: Log): Integrations => {
  const settings = new LRUCache<
    string,
    Promise<readonly APIGuildApplicationCommandPermissions[] | undefined>
  >({
    max: remembered,
    ttl: fresh,
  });
  const commands = new LRUCache<string, Promise<readonly Named[] | undefined>>({ max: 1, ttl: fresh });
  client.on(Events.ApplicationCommandPermissionsUpdate, ({ guildId: guild }) => settings.delete(guild));

  /** What cannot be had is not asked for again at once either. */
  const kept = <T>(
    cache: LRUCache<string, Promise<readonly T[] | undefined>>,
    key: string,
    route: `/${string}`,
  ): Promise<readonly T[] | undefined> => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const asked = client.rest.get(route).then(
      (list) => list as readonly T[],
      (error: unknown) => {
        log.debug(told(error), "Discord does not tell what is set for commands here");
        return undefined;
      },
    );
    cache.set(key, asked);
    return asked;
  };

  const mayUse = async (wanting: Wanting, command: string): Promise<boolean> => {
    const application = client.application?.id ?? "";
    const registered =
      guildId === undefined
        ? Routes.applicationCommands(application)
        : Routes.applicationGuildCommands(application, guildId);
    const { guild } = wanting;
    const [known, set] = await Promise.all([
      kept(commands, "all", registered),
      kept(settings, guild, Routes.guildApplicationCommandsPermissions(application, guild)),
    ]);
    const found = known?.find(
      ({ name, type = ApplicationCommandType.ChatInput }) =>
        name === command && type === ApplicationCommandType.ChatInput,
    );
    return found === undefined || set === undefined || mayUseCommand(wanting, found, application, set);
  };

  return {
    whoInteracts: (interaction, place, vouched) => async (command) => {
      const { guildId: guild, member, memberPermissions, user } = interaction;
      if (guild === null || member === null || command === vouched) return true;
      return mayUse(
        {
          guild,
          channel: channelIn(place),
          user: user.id,
          roles: member instanceof GuildMember ? [...member.roles.cache.keys()] : member.roles,
          permissions: memberPermissions ?? new PermissionsBitField(),
        },
        command,
      );
    },
    whoWrites: (message) => async (command) => {
      const { guildId: guild, channel, member, author } = message;
      if (guild === null || channel.isDMBased() || member === null) return true;
      return mayUse(
        {
          guild,
          channel: channelIn(placeOf(message)),
          user: author.id,
          roles: [...member.roles.cache.keys()],
          permissions: member.permissionsIn(channel),
        },
        command,
      );
    },
  };
};

/** The channel of a place, also where that is a thread in it. */
const channelIn = (place: PlaceId): string => partsOf(place)[1] ?? "";
