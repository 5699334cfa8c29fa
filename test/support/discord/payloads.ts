import type { Json } from "./check-message.ts";
import type { Posted } from "./posted.ts";
import type { Called, World } from "./world.ts";

export const botToken = "loop.back.discord-token";

const epoch = "2026-01-01T00:00:00.000000+00:00";

export const userOf = (id: string, bot = false, { username, global_name }: Called = {}): Json => ({
  id,
  username: username ?? (bot ? "tutor" : `learner${id.slice(-2)}`),
  discriminator: "0",
  global_name: global_name ?? null,
  avatar: null,
  public_flags: 0,
  flags: 0,
  bot,
});

const memberOf = (id: string, called?: Called): Json => ({
  user: userOf(id, false, called),
  nick: called?.nick ?? null,
  roles: [],
  joined_at: epoch,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  permissions: String(id === reader ? mayOnlyRead : 2_248_473_465_835_073n | (furtherPermissions[id] ?? 0n)),
});

/** The person who looks after the server. */
export const administrator = "200000000000000009";

/** The person who may remove messages. */
export const moderator = "200000000000000008";

/** The person who may read and use commands, but not write. */
export const reader = "200000000000000097";

/** To view channels, to read their history, to use commands of apps. */
const mayOnlyRead = (1n << 10n) | (1n << 16n) | (1n << 31n);

/** Beyond what everyone may: to manage the server, to manage messages. */
const furtherPermissions: Readonly<Record<string, bigint>> = {
  [administrator]: 1n << 5n,
  [moderator]: 1n << 13n,
};

/** Where a learner writes. */
export type Where = "channel" | "thread" | "direct" | "privately";

/** The channel of a place; a direct message is a channel of its own with each person. */
export const channelIdOf = (world: World, where: Where, person: string): string =>
  where === "direct" ? world.channels.directWith(person) : world.ids[where];

export const channelOf = (world: World, where: Where, person = "200000000000000001"): Json => {
  const { ids } = world;
  const common = {
    id: channelIdOf(world, where, person),
    last_message_id: null,
    permissions: "2248473465835073",
  };
  if (where === "channel")
    return {
      ...common,
      type: 0,
      guild_id: ids.guild,
      name: "linear-algebra",
      position: 0,
      permission_overwrites: [],
    };
  if (where === "thread")
    return {
      ...common,
      type: 11,
      guild_id: ids.guild,
      parent_id: ids.channel,
      name: "cosines",
      owner_id: ids.bot,
      member_count: 2,
      message_count: 2,
      total_message_sent: 2,
      rate_limit_per_user: 0,
      thread_metadata: {
        archived: false,
        auto_archive_duration: 1440,
        archive_timestamp: epoch,
        locked: false,
        create_timestamp: epoch,
      },
    };
  if (where === "direct") return { ...common, type: 1, recipients: [userOf(person)] };
  return { ...common, type: 3, recipients: [userOf(person)], name: "friends" };
};

export const guildOf = (world: World): Json => ({
  id: world.ids.guild,
  name: "Study",
  icon: null,
  owner_id: "200000000000000001",
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  roles: [
    {
      id: world.ids.guild,
      name: "@everyone",
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      position: 0,
      permissions: "2248473465835073",
      managed: false,
      mentionable: false,
      flags: 0,
    },
  ],
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  system_channel_flags: 0,
  premium_tier: 0,
  preferred_locale: "en-GB",
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  joined_at: epoch,
  large: false,
  unavailable: false,
  member_count: 3,
  voice_states: [],
  members: [{ ...memberOf(world.ids.bot), user: userOf(world.ids.bot, true) }],
  channels: [channelOf(world, "channel")],
  threads: [channelOf(world, "thread")],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});

/** Without the privileged intent, an app reads only its own messages and what is said to it. */
export const readable = (world: World, { by, channel, content }: Posted): string =>
  by === world.ids.bot || world.channels.isDirect(channel) || content.includes(`<@${world.ids.bot}>`)
    ? content
    : "";

/** A message as Discord delivers it. */
export const messageOf = (world: World, posted: Posted, content = posted.content): Json => {
  const answered = world.messages.find(({ id }) => id === posted.answers);
  return {
    id: posted.id,
    channel_id: posted.channel,
    author: userOf(posted.by, posted.by === world.ids.bot, world.called.get(posted.by)),
    content,
    timestamp: epoch,
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: posted.content.includes(`<@${world.ids.bot}>`) ? [userOf(world.ids.bot, true)] : [],
    mention_roles: [],
    attachments: posted.files.map(({ id, name, size, type, description }) => ({
      id,
      filename: name,
      size,
      content_type: type,
      ...(description === undefined ? {} : { description }),
      url: `http://127.0.0.1/attachments/${name}`,
      proxy_url: `http://127.0.0.1/attachments/${name}`,
    })),
    embeds: [],
    pinned: false,
    type: answered === undefined ? 0 : 19,
    flags: posted.flags,
    components: posted.components,
    ...(answered === undefined
      ? {}
      : {
          message_reference: { type: 0, message_id: answered.id, channel_id: answered.channel },
          referenced_message: messageOf(world, answered, readable(world, answered)),
        }),
  };
};

/** An interaction of a person in a place, as the gateway dispatches it. */
export const interactionOf = (
  world: World,
  {
    person,
    where,
    type,
    data,
    message,
  }: {
    readonly person: string;
    readonly where: Where;
    readonly type: number;
    readonly data: Json;
    readonly message?: Posted;
  },
): Json & { readonly id: string; readonly token: string } => {
  const id = world.snowflake();
  const inGuild = where === "channel" || where === "thread";
  const called = world.called.get(person);
  const channel = channelIdOf(world, where, person);
  return {
    id,
    application_id: world.ids.app,
    type,
    token: world.interactions.ask(id, channel, person, message?.id),
    version: 1,
    data,
    channel_id: channel,
    channel: channelOf(world, where, person),
    locale: "en-GB",
    entitlements: [],
    app_permissions: "2248473465835073",
    attachment_size_limit: 10_485_760,
    context: inGuild ? 0 : where === "direct" ? 1 : 2,
    authorizing_integration_owners: where === "privately" ? { 1: person } : { 0: world.ids.guild },
    ...(inGuild
      ? {
          guild_id: world.ids.guild,
          guild_locale: "en-GB",
          guild: { id: world.ids.guild, locale: "en-GB", features: [] },
          member: memberOf(person, called),
        }
      : { user: userOf(person, false, called) }),
    ...(message === undefined ? {} : { message: messageOf(world, message) }),
  };
};
