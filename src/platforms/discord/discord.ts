import { Client, type ClientOptions, Events, GatewayIntentBits, Options, Partials, Status } from "discord.js";
import { within } from "../../base/within.ts";
import { now } from "../../clock.ts";
import type { Shards } from "../../config/shards.ts";
import type { Log } from "../../log.ts";
import { type Meters, noMeters } from "../../meters.ts";
import type { Posting } from "../../posting.ts";
import type { PlatformEnded } from "../ended.ts";
import { createInFlight } from "../in-flight.ts";
import type { Platform } from "../platform.ts";
import { readDelivered } from "./delivered.ts";
import { createEndpoint } from "./endpoint.ts";
import { finalClose } from "./final-close.ts";
import { createIntegrations } from "./integrations.ts";
import { introduce } from "./introduce.ts";
import { keepTrying, type Pauses, type Trying } from "./keep-trying.ts";
import { type Hearing, listen } from "./listen.ts";
import { createOutgoing } from "./outgoing.ts";
import { createPicturing } from "./pictured.ts";
import { createPosting } from "./posting.ts";
import { told } from "./refusal.ts";
import { register } from "./register.ts";

export interface DiscordSettings {
  readonly token: string;
  /** Another server than discord.com that speaks the same API; the gateway is found through it. */
  readonly apiUrl?: string | undefined;
  /** Registers the commands in this one server only, where a change shows at once. */
  readonly guildId?: string | undefined;
  /** With it, interactions are taken by HTTP, too: 64 hexadecimal digits. */
  readonly publicKey?: string | undefined;
  /** Which connections to the gateway are opened; one, where it is not said. */
  readonly shards?: Shards | undefined;
  /** Whether to connect to the gateway; without a connection one can answer by HTTP and post. Default true. */
  readonly connects?: boolean;
  /** When a registration that failed is tried again. */
  readonly registrationPauses?: Pauses;
  readonly log: Log;
  /** Absent, nothing is measured. */
  readonly meters?: Meters;
}

/** How long a stop waits for what is acknowledged. */
const patience = 5_000;

/** How long one request may take; discord.js makes it again, three times at most. */
const patienceOfRequest = 4_000;

/** How long a post may take with all repetitions and all waiting that Discord asks for. */
const patienceOfPost = 15_000;

/** Commands that are registered already serve meanwhile; Discord counts how many are created in a day. */
const usualPauses: Pauses = { first: 60_000, longest: 6 * 3_600_000 };

/** A start waits so many milliseconds for the registration, which then goes on by itself. */
const patienceOfRegistration = 15_000;

/** The least that serves: no intent of these is privileged, and messages are kept only to find what an answer is to. */
const clientOptions: ClientOptions = {
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  allowedMentions: { parse: [] },
  makeCache: Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    MessageManager: 20,
    GuildMemberManager: { maxSize: 20, keepOverLimit: (member) => member.id === member.client.user.id },
    PresenceManager: 0,
    ReactionManager: 0,
    VoiceStateManager: 0,
  }),
};

/** The tutor on Discord. */
export const createDiscord = (settings: DiscordSettings): Platform => {
  const { token, apiUrl, guildId, publicKey, shards, connects = true, log, meters = noMeters } = settings;
  const { registrationPauses = usualPauses } = settings;
  const client = new Client({
    ...clientOptions,
    ...(shards === undefined ? {} : connectionsOf(shards)),
    rest: { timeout: patienceOfRequest, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
  const ended = Promise.withResolvers<PlatformEnded>();
  client.on(Events.ShardDisconnect, ({ code }) => {
    const why = finalClose(code);
    if (why !== undefined) ended.resolve(why);
  });
  const inFlight = createInFlight();
  let registering: Trying | undefined;
  let posting: Posting | undefined;
  let hear: Hearing | undefined;
  const whenStarted = (): Posting => {
    if (posting === undefined) throw new Error("Discord: nothing can be posted before the start");
    return posting;
  };
  const receive = (delivered: unknown): boolean => {
    try {
      const read = readDelivered(client, delivered);
      if (read !== undefined) hear?.(read.interaction, read.place);
      return read !== undefined;
    } catch (error) {
      log.warn(told(error), "Discord: a delivery could not be read");
      return false;
    }
  };
  return {
    name: "discord",
    isConnected: () =>
      connects
        ? client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready)
        : hear !== undefined,
    post: async (to, reply, key) => inFlight.track(whenStarted().post(to, reply, key)),
    edit: async (message, reply) => inFlight.track(whenStarted().edit(message, reply)),
    start: async (tutor) => {
      client.rest.setToken(token);
      const picture = createPicturing(tutor, inFlight, log);
      posting = createPosting(createOutgoing(client.rest, patienceOfPost), picture);
      const integrations = createIntegrations(client, guildId, log);
      const services = { tutor, picture, integrations, post: posting.post, inFlight, log, meters };
      const heard = listen(client, services);
      const { application, guilds } = connects
        ? await connected(client, token, ended.promise)
        : await introduce(client);
      hear = heard;
      if (connects || publicKey !== undefined) {
        registering = keepTrying(
          async () => {
            const changed = await register(client.rest, application.id, tutor.commands, guildId);
            log.info({ changed }, "Discord: the commands are registered");
          },
          registrationPauses,
          (error, pause) =>
            log.warn(
              { ...told(error), secondsToNextTry: pause / 1_000 },
              "Discord: the commands could not be registered, and stay as they are until the next try",
            ),
        );
        await within(patienceOfRegistration, registering.first);
      }
      const servers = connects ? { servers: guilds.cache.size } : {};
      log.info({ ...servers, gateway: connects, http: publicKey !== undefined }, "Discord is ready");
    },
    ended: ended.promise,
    stop: async () => {
      hear = undefined;
      registering?.stop();
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      // Answers are requests and need no gateway; while it is open, Discord sends here what nobody would answer.
      await client.destroy();
      client.rest.setToken(token);
      await inFlight.settled(patience);
    },
    ...(publicKey === undefined
      ? {}
      : {
          web: {
            path: "/discord/interactions",
            listener: createEndpoint({
              publicKey,
              now,
              isReady: () => hear !== undefined,
              receive,
            }),
          },
        }),
  };
};

const connectionsOf = (shards: Shards): Pick<ClientOptions, "shards" | "shardCount"> =>
  shards === "auto" ? { shards } : { shards: shards.ids, shardCount: shards.count };

/** Logs in; rejects where Discord closes the connection for good instead of greeting it. */
const connected = async (
  client: Client,
  token: string,
  ended: Promise<PlatformEnded>,
): Promise<Client<true>> => {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const refused = ended.then((why) => {
    throw why;
  });
  // What closes it later is told otherwise.
  refused.catch(() => undefined);
  await Promise.race([client.login(token), refused]);
  return Promise.race([ready, refused]);
};
