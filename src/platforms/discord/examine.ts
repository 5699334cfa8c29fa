import { ApplicationFlags, Routes } from "discord.js";
import type { Command } from "../../commands/command.ts";
import { compareClocks, type Finding, findingsOf } from "../../finding.ts";
import { askService, whyNoAnswer } from "../ask-service.ts";
import type { DiscordSettings } from "./discord.ts";
import { inviteUrl } from "./permissions.ts";
import { differencesOf, type Registered } from "./register.ts";
import { registrationOf } from "./registration.ts";

type Examined = Pick<DiscordSettings, "token" | "apiUrl" | "guildId" | "publicKey"> & {
  readonly commands: readonly Command[];
  readonly now: () => Date;
};

const { ok, note, failed, misconfigured } = findingsOf("Discord");

/** Whether Discord takes the settings, and has the commands. No connection to the gateway is opened. */
export const examineDiscord = async ({
  token,
  apiUrl = "https://discord.com/api",
  guildId,
  publicKey,
  commands,
  now,
}: Examined): Promise<readonly Finding[]> => {
  const get = (route: string) =>
    askService(`${apiUrl.replace(/\/+$/, "")}/v10${route}`, { headers: { authorization: `Bot ${token}` } });
  try {
    const { status, body, theirs } = await get(Routes.currentApplication());
    const ours = now().getTime();
    const clock = theirs === undefined ? [] : [compareClocks("Discord’s", theirs, ours)];
    if (status === 401)
      return [
        misconfigured(
          "Discord refuses DISCORD_TOKEN. Copy it again from the page “Bot” of your application.",
        ),
        ...clock,
      ];
    if (status !== 200) return [unable("the application", status), ...clock];
    const application = body as Application;
    const route =
      guildId === undefined
        ? Routes.applicationCommands(application.id)
        : Routes.applicationGuildCommands(application.id, guildId);
    const [registered, gateway] = [await get(route), await get(Routes.gatewayBot())];
    return [
      ok(
        `DISCORD_TOKEN is that of “${application.name}” (application ${application.id}). To add it to a server, open ${inviteUrl(application.id)}`,
      ),
      registered.status === 200
        ? commandsIn(registered.body as readonly Registered[], commands)
        : refusedCommands(registered.status, guildId),
      gateway.status === 200
        ? connectionsOf(gateway.body as Gateway, application)
        : unable("the gateway", gateway.status),
      ...(publicKey === undefined ? [] : [deliveryTo(application, publicKey)]),
      ...clock,
    ];
  } catch (error) {
    return [
      failed(
        `Nobody answers at ${apiUrl} (${whyNoAnswer(error)}). Check this machine’s way to the network, and DISCORD_API_URL.`,
      ),
    ];
  }
};

interface Application {
  readonly id: string;
  readonly name: string;
  readonly flags?: number;
  readonly verify_key?: string;
  readonly interactions_endpoint_url?: string | null;
}

interface Gateway {
  readonly session_start_limit?: { readonly remaining: number; readonly reset_after: number };
}

const unable = (what: string, status: number): Finding =>
  failed(`Discord cannot tell about ${what} now (HTTP ${status}). Try again later.`);

const refusedCommands = (status: number, guildId: string | undefined): Finding =>
  guildId !== undefined && (status === 403 || status === 404)
    ? misconfigured(
        `Discord lets the bot see no commands in the server ${guildId}. Check DISCORD_GUILD_ID, and install the bot there with the scope applications.commands.`,
      )
    : unable("the commands", status);

const commandsIn = (registered: readonly Registered[], commands: readonly Command[]): Finding => {
  const wanted = registrationOf(commands) as readonly Registered[];
  const { missing, different, strange } = differencesOf(registered, wanted);
  if (missing.length + different.length + strange.length === 0)
    return ok(`All ${wanted.length} commands are registered as they should be.`);
  const told = [
    ["missing", missing],
    ["registered otherwise", different],
    ["registered, but no longer known", strange],
  ] as const;
  const list = told
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `${what}: ${names.join(", ")}`);
  return failed(
    `Not all commands are registered as they should be (${list.join("; ")}). A start mends that, and so does \`npm run register\`.`,
  );
};

/** Whether Discord delivers interactions by HTTP, signed with the key that is set. */
const deliveryTo = (
  { verify_key, interactions_endpoint_url: url }: Application,
  publicKey: string,
): Finding => {
  if (verify_key?.toLowerCase() !== publicKey.toLowerCase())
    return misconfigured(
      "DISCORD_PUBLIC_KEY is not that of the application. Copy it again from the page “General Information”.",
    );
  return typeof url === "string" && url !== ""
    ? ok(`DISCORD_PUBLIC_KEY fits; Discord delivers interactions to ${url}.`)
    : note(
        "DISCORD_PUBLIC_KEY fits, but Discord delivers interactions by the gateway until the page “General Information” names an “Interactions Endpoint URL” that ends with /discord/interactions.",
      );
};

/** Intents that are privileged, none of which the tutor asks for. */
const privileged: readonly (readonly [number, string])[] = [
  [ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited, "Message Content"],
  [ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited, "Server Members"],
  [ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited, "Presence"],
];

const connectionsOf = ({ session_start_limit: limit }: Gateway, { flags = 0 }: Application): Finding => {
  if (limit !== undefined && limit.remaining === 0)
    return failed(
      `Discord lets the bot connect no more for ${Math.ceil(limit.reset_after / 60_000)} minutes: it has started too often. See why it ends.`,
    );
  const needless = privileged.filter(([flag]) => (flags & flag) !== 0).map(([, name]) => name);
  return needless.length === 0
    ? ok("The bot may connect; it needs no privileged intent, and has none.")
    : note(`The bot may connect. It needs no privileged intent; you can switch off: ${needless.join(", ")}.`);
};
