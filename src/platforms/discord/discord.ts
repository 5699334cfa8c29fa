import { Client, type ClientOptions, Events, GatewayIntentBits, Options, Partials, Status } from "discord.js";
import type { Tutor } from "../../commands/tutor.ts";
import { placeId } from "../../identity.ts";
import type { Log } from "../../log.ts";
import { type Meters, noMeters } from "../../meters.ts";
import type { Posting } from "../../posting.ts";
import { beginRequest } from "../../request.ts";
import { createInFlight, type InFlight } from "../in-flight.ts";
import { createOnce } from "../once.ts";
import type { Platform } from "../platform.ts";
import { watchAcknowledgements } from "./acknowledgement.ts";
import { createOutgoing } from "./outgoing.ts";
import { createPicturing, type Picturing } from "./pictured.ts";
import { createPosting } from "./posting.ts";
import { told } from "./refusal.ts";
import { register } from "./register.ts";
import { createResponding } from "./respond.ts";
import { createAnswering } from "./show.ts";
import { answerWords, isMeant } from "./when-addressed.ts";
import { answerCommand, suggest } from "./when-asked-by-command.ts";
import { answerMenu } from "./when-pointed-at.ts";
import { answerForm, answerPress } from "./when-pressed.ts";

export interface DiscordSettings {
  readonly token: string;
  /** Another server than discord.com that speaks the same API; the gateway is found through it. */
  readonly apiUrl?: string | undefined;
  /** Registers the commands in this one server only, where a change shows at once. */
  readonly guildId?: string | undefined;
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
export const createDiscord = ({
  token,
  apiUrl,
  guildId,
  log,
  meters = noMeters,
}: DiscordSettings): Platform => {
  const client = new Client({
    ...clientOptions,
    rest: { timeout: patienceOfRequest, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
  const inFlight = createInFlight();
  let posting: Posting | undefined;
  const whenStarted = (): Posting => {
    if (posting === undefined) throw new Error("Discord: nothing can be posted before the start");
    return posting;
  };
  return {
    name: "discord",
    isConnected: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    post: async (to, reply, key) => inFlight.track(whenStarted().post(to, reply, key)),
    edit: async (message, reply) => inFlight.track(whenStarted().edit(message, reply)),
    start: async (tutor) => {
      client.rest.setToken(token);
      const picture = createPicturing(tutor, inFlight, log);
      posting = createPosting(createOutgoing(client.rest, patienceOfPost), picture);
      listen(client, { tutor, picture, inFlight, log, meters });
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(token);
      const { application, guilds } = await ready;
      const changed = await register(client.rest, application.id, tutor.commands, guildId);
      log.info({ servers: guilds.cache.size, registered: changed }, "Discord is connected");
    },
    stop: async () => {
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      // Answers are requests and need no gateway; while it is open, Discord sends here what nobody would answer.
      await client.destroy();
      client.rest.setToken(token);
      await inFlight.settled(patience);
    },
  };
};

interface Listening {
  readonly tutor: Tutor;
  readonly picture: Picturing;
  readonly inFlight: InFlight;
  readonly log: Log;
  readonly meters: Meters;
}

const listen = (client: Client, { tutor, picture, inFlight, log, meters }: Listening): void => {
  const isNew = createOnce();
  const answer = createAnswering(tutor, picture);
  const responding = createResponding();
  const received = watchAcknowledgements(client, meters);
  const handle = (what: string, id: string, work: () => Promise<void> | undefined): void => {
    if (!isNew(id)) return;
    received(id);
    beginRequest(() =>
      inFlight
        .track(Promise.resolve().then(work))
        .catch((error: unknown) => log.error({ what, ...told(error) }, "Discord: could not be answered")),
    );
  };
  client.on(Events.InteractionCreate, (interaction) =>
    handle("interaction", interaction.id, () => {
      if (interaction.isChatInputCommand()) return answerCommand(interaction, tutor, answer, responding);
      if (interaction.isAutocomplete()) return suggest(interaction, tutor);
      if (interaction.isMessageComponent()) return answerPress(interaction, tutor, answer, responding);
      if (interaction.isModalSubmit()) return answerForm(interaction, tutor, answer, responding);
      if (interaction.isMessageContextMenuCommand()) return answerMenu(interaction, answer, responding);
      return undefined;
    }),
  );
  client.on(Events.MessageCreate, (message) => {
    if (isMeant(message)) handle("message", message.id, () => answerWords(message, answer, log));
  });
  // A server that is only away for a while is told otherwise.
  client.on(Events.GuildDelete, ({ id }) => {
    inFlight
      .track(tutor.uninstalled(placeId("discord", id)))
      .catch((error: unknown) => log.error(told(error), "Discord: a server's quizzes could not be ended"));
  });
  client.on(Events.Error, (error) => log.error(told(error), "Discord: the client failed"));
  client.on(Events.Warn, (text) => log.warn(text));
  client.on(Events.ShardDisconnect, ({ code }) => log.warn({ code }, "Discord: the connection is closed"));
  client.on(Events.ShardReconnecting, () => log.info("Discord: reconnecting"));
};
