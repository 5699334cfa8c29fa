import {
  type APIApplicationCommandPermission,
  type APIGuildApplicationCommandPermissions,
  ApplicationCommandPermissionType,
  PermissionsBitField,
} from "discord.js";

/** Who wants to use a command, and where; a thread goes by the channel that it is in. */
export interface Wanting {
  readonly guild: string;
  readonly channel: string;
  readonly user: string;
  readonly roles: readonly string[];
  readonly permissions: Readonly<PermissionsBitField>;
}

/** A command as it is registered: who may use it where a server has set nothing else. */
export interface RegisteredCommand {
  readonly id: string;
  /** A set of permissions, of which one needs all; null or absent where everyone may. */
  readonly default_member_permissions?: string | null;
}

/**
 * Whether what a server has set under Integrations lets somebody use a command. What is set for the command comes before
 * what is set for the whole application, and what is said of a person before what is said of their roles, of which one
 * that may is enough. Administrators always may.
 */
export const mayUseCommand = (
  { guild, channel, user, roles, permissions }: Wanting,
  { id, default_member_permissions: needed }: RegisteredCommand,
  application: string,
  set: readonly APIGuildApplicationCommandPermissions[],
): boolean => {
  if (permissions.has(PermissionsBitField.Flags.Administrator)) return true;
  const of = (whose: string) => set.find((each) => each.id === whose)?.permissions ?? [];
  const [forCommand, forAll] = [of(id), of(application)];
  const said = (
    list: readonly APIApplicationCommandPermission[],
    type: ApplicationCommandPermissionType,
    ids: readonly string[],
  ): boolean | undefined => {
    const found = list.filter((each) => each.type === type && ids.includes(each.id));
    return found.length === 0 ? undefined : found.some(({ permission }) => permission);
  };
  const { Channel, Role, User } = ApplicationCommandPermissionType;
  const here = (list: readonly APIApplicationCommandPermission[]) =>
    said(list, Channel, [channel]) ?? said(list, Channel, [allChannels(guild)]);
  const forThem = (list: readonly APIApplicationCommandPermission[]) =>
    said(list, User, [user]) ??
    said(
      list,
      Role,
      roles.filter((role) => role !== guild),
    ) ??
    said(list, Role, [guild]);
  if ((here(forCommand) ?? here(forAll)) === false) return false;
  const own = forThem(forCommand);
  if (own !== undefined) return own;
  if (typeof needed === "string" && !permissions.has(BigInt(needed))) return false;
  return forThem(forAll) ?? true;
};

/** What is set for all channels of a server stands under an id one less than the server's. */
const allChannels = (guild: string): string => String(BigInt(guild) - 1n);
