import type { Json } from "./check-message.ts";
import { checkRegistration } from "./check-registration.ts";
import { botToken, channelOf, messageOf, readable, userOf, type Where } from "./payloads.ts";
import { isRefused, type Posted, type Refused, refused } from "./posted.ts";
import type { World } from "./world.ts";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: Json;
}

/** What a route answers: a body, nothing, or a refusal. */
type Answer = Json | Json[] | undefined | Refused;
type Route = (parts: string[], asked: Asked) => Answer;

/** Discord's REST routes, as far as a bot such as ours uses them. */
export const createRest = (world: World, gatewayUrl: () => string): ((asked: Asked) => Answer) => {
  const { ids } = world;
  const sent = (posted: Posted | Refused): Answer =>
    isRefused(posted) ? posted : messageOf(world, posted, readable(world, posted));

  const put: Route = (_, { body }) => {
    const commands = body as unknown as Json[];
    if (world.registrationsToRefuse > 0) {
      world.registrationsToRefuse -= 1;
      return refused(400, 30034, "Max number of daily application command creates has been reached (200)");
    }
    const complaint = world.accuse("registration", checkRegistration(commands));
    if (complaint !== undefined) return complaint;
    // Discord answers with fields of its own, and leaves out those that are as usual.
    world.registered = commands.map((command) => ({
      ...command,
      id: world.snowflake(),
      application_id: ids.app,
      version: world.snowflake(),
      default_member_permissions: command.default_member_permissions ?? null,
      nsfw: false,
      dm_permission: true,
      ...(command.type === 3 ? { description: "" } : {}),
    }));
    return world.registered;
  };

  const routes: readonly (readonly [string, RegExp, Route, open?: boolean])[] = [
    [
      "GET",
      /^\/gateway\/bot$/,
      () => ({
        url: gatewayUrl(),
        shards: world.advisedShards,
        session_start_limit: { ...startLimit, remaining: world.connectionsLeft },
      }),
    ],
    ["GET", /^\/users\/@me$/, () => userOf(ids.bot, true)],
    [
      "GET",
      /^\/applications\/@me$/,
      () => ({
        id: ids.app,
        name: "tutor",
        flags: world.flags,
        ...world.delivery,
        bot: userOf(ids.bot, true),
      }),
    ],
    ["GET", /^\/applications\/\d+(?:\/guilds\/\d+)?\/commands$/, () => world.registered],
    ["PUT", /^\/applications\/\d+(?:\/guilds\/\d+)?\/commands$/, put],
    ["GET", /^\/applications\/\d+\/guilds\/\d+\/commands\/permissions$/, () => integrationsOf(world)],
    [
      "POST",
      /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      ([id = "", token = ""], { body, query }) => {
        const complaint = world.interactions.callback(id, token, body);
        const made = world.interactions.madeBy(token);
        if (complaint !== undefined || query.get("with_response") !== "true") return complaint;
        return {
          interaction: { id, type: 3, response_message_id: made?.id },
          resource: { type: body.type, ...(made === undefined ? {} : { message: messageOf(world, made) }) },
        };
      },
      true,
    ],
    [
      "POST",
      /^\/webhooks\/\d+\/([^/]+)$/,
      ([token = ""], { body }) => sent(world.interactions.followUp(token, body)),
      true,
    ],
    [
      "PATCH",
      /^\/webhooks\/\d+\/([^/]+)\/messages\/(@original|\d+)$/,
      ([token = "", id = ""], { body }) => sent(world.interactions.editAnswer(token, id, body)),
      true,
    ],
    [
      "DELETE",
      /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
      ([token = ""]) => {
        world.interactions.deleteOriginal(token);
        return undefined;
      },
      true,
    ],
    [
      "GET",
      /^\/channels\/(\d+)$/,
      ([id = ""]) => {
        const where = (["channel", "thread", "direct"] as Where[]).find((each) => ids[each] === id);
        if (world.channels.isDirect(id)) return { ...channelOf(world, "direct"), id };
        return where === undefined || world.deleted.has(id)
          ? refused(404, 10003, "Unknown Channel")
          : channelOf(world, where);
      },
    ],
    [
      "POST",
      /^\/channels\/(\d+)\/messages$/,
      ([channel = ""], { body }) => sent(world.channels.post(channel, body)),
    ],
    [
      "PATCH",
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([channel = "", id = ""], { body }) => sent(world.channels.edit(channel, id, body)),
    ],
    [
      "DELETE",
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([channel = "", id = ""]) => world.channels.remove(channel, id),
    ],
    [
      "POST",
      /^\/users\/@me\/channels$/,
      (_, { body }) => ({
        ...channelOf(world, "direct", String(body.recipient_id)),
        id: world.channels.directWith(String(body.recipient_id)),
      }),
    ],
    [
      "GET",
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([channel = "", id = ""]) => sent(world.channels.find(channel, id)),
    ],
  ];

  return (asked) => {
    world.requests.push(`${asked.method} ${asked.path}`);
    for (const [method, shape, route, open = false] of routes) {
      const match = method === asked.method ? shape.exec(asked.path) : null;
      if (match === null) continue;
      if (!open && asked.authorization !== `Bot ${botToken}`) return refused(401, 0, "401: Unauthorized");
      return route(match.slice(1), asked);
    }
    world.violations.push(`no such route as ${asked.method} ${asked.path}`);
    return refused(404, 0, "404: Not Found");
  };
};

/** Sixteen connections at once, as large bots may open them, so that no test waits five seconds between two. */
const startLimit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 16 };

/** What is set under Integrations, by the ids of commands; "" is the application itself. */
const integrationsOf = ({ integrations, registered, ids }: World): Answer => {
  if (integrations === undefined) return refused(403, 50001, "Missing Access");
  return Object.entries(integrations).map(([name, permissions]) => ({
    id: name === "" ? ids.app : registered.find((each) => each.name === name)?.id,
    application_id: ids.app,
    guild_id: ids.guild,
    permissions,
  }));
};
