import type { RequestListener } from "node:http";
import { App, HTTPReceiver, SocketModeReceiver, webApi } from "@slack/bolt";
import type { Tutor } from "../../commands/tutor.ts";
import type { Log } from "../../log.ts";
import { type Meters, noMeters } from "../../meters.ts";
import type { Posting } from "../../posting.ts";
import { reportError } from "../../report-error.ts";
import { createInFlight } from "../in-flight.ts";
import { createOnce } from "../once.ts";
import type { Platform } from "../platform.ts";
import { watchEvents } from "./acknowledgement.ts";
import { boltLog, tellError, thrown } from "./bolt-log.ts";
import { keepInstallation, noteRemoval } from "./installation.ts";
import { patience } from "./patience.ts";
import { createPictures, type PicturesOf } from "./pictures.ts";
import { createPosting } from "./posting.ts";
import { createAnswering } from "./show.ts";
import { createStates } from "./states.ts";
import { answerWords } from "./when-addressed.ts";
import { answerCommands } from "./when-asked-by-command.ts";
import { answerHome } from "./when-home-opened.ts";
import { answerShortcuts } from "./when-pointed-at.ts";
import { answerPresses } from "./when-pressed.ts";
import { answerForms } from "./when-submitted.ts";

export interface SlackSettings {
  readonly botToken: string;
  /** With it, Slack is reached by Socket Mode. */
  readonly appToken?: string | undefined;
  /** Without an app token, Slack sends requests signed with this. */
  readonly signingSecret?: string | undefined;
  /** Another server than slack.com that speaks the same Web API. */
  readonly apiUrl?: string | undefined;
  /** Whether to open a socket where there is an app token; without one, one can still post. Default true. */
  readonly connects?: boolean;
  readonly log: Log;
  /** Absent, nothing is measured. */
  readonly meters?: Meters;
}

/**
 * How long a stop waits for what is acknowledged, in milliseconds: before the socket closes, and after it. Until then
 * what arrives is answered, as Slack would tell the learner that the command failed.
 */
const patienceAtStop = { open: 4_000, closed: 1_500 } as const;

/** The tutor in a Slack workspace. */
export const createSlack = (settings: SlackSettings): Platform => {
  const { botToken, appToken, signingSecret, apiUrl, connects = true, log, meters = noMeters } = settings;
  const logger = boltLog(log);
  const address = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  const socket =
    appToken === undefined
      ? undefined
      : new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions: { ...address } } });
  const http =
    socket !== undefined ? undefined : new HTTPReceiver({ signingSecret: signingSecret ?? "", logger });
  const app = new App({
    token: botToken,
    receiver: (socket ?? http)!,
    logger,
    convoStore: false,
    deferInitialization: true,
    clientOptions: { ...address, ...patience },
  });
  watchEvents(app, meters);
  const inFlight = createInFlight();
  let ready = false;
  const isOpen = socket === undefined || !connects ? () => true : watchSocket(socket);
  let posting: Posting | undefined;
  const started = (): Posting => {
    if (posting === undefined) throw new Error("Slack is not connected yet");
    return posting;
  };

  return {
    name: "slack",
    isConnected: () => ready && isOpen(),
    start: async (tutor) => {
      await app.init();
      // A client of its own, so that no answer waits when this one has to.
      const client = new webApi.WebClient(botToken, { logger, ...address, ...patience });
      const picturesOf = createPictures(client, tutor.draw, log);
      listen(app, tutor, picturesOf, inFlight.track, log);
      // Bolt answers events with clients of its own, too.
      posting = createPosting(app.client, tutor.codes, picturesOf, (work) => void inFlight.track(work));
      await keepInstallation(app, tutor);
      ready = true;
      if (connects) await socket?.start();
      log.info({ mode: socket === undefined ? "http" : connects ? "socket" : "posts" }, "Slack is connected");
    },
    post: async (...what) => inFlight.track(started().post(...what)),
    edit: async (...what) => inFlight.track(started().edit(...what)),
    stop: async () => {
      ready = false;
      await inFlight.settled(patienceAtStop.open);
      if (connects) await socket?.client.disconnect();
      // What arrived while the socket closed is acknowledged too, and its answer needs no socket.
      await inFlight.settled(patienceAtStop.closed);
    },
    ...(http === undefined ? {} : { web: { path: "/slack", listener: guarded(http, () => ready) } }),
  };
};

/** Whether Slack's events come through the socket. Slack has it replaced every few hours. */
const watchSocket = ({ client }: SocketModeReceiver): (() => boolean) => {
  let isOpen = false;
  client.on("connected", () => {
    isOpen = true;
  });
  for (const state of ["connecting", "reconnecting", "disconnecting", "disconnected"])
    client.on(state, () => {
      isOpen = false;
    });
  return () => isOpen;
};

const listen = (
  app: App,
  tutor: Tutor,
  picturesOf: PicturesOf,
  track: (work: Promise<void>) => Promise<void>,
  log: Log,
): void => {
  const isNew = createOnce();
  app.use(async ({ body, next, ...args }) => {
    const { event_id, trigger_id } = body as { event_id?: string; trigger_id?: string };
    const id = event_id ?? trigger_id;
    if (id !== undefined && !isNew(id)) return (args as { ack?: () => Promise<void> }).ack?.();
    await track(next());
  });
  app.error(async (error) => {
    const about = { slack: tellError(error).slack };
    reportError(log, thrown(error), {
      where: "platform",
      what: "Slack: an event could not be answered",
      about,
    });
  });

  const answer = createAnswering(tutor, picturesOf, log);
  const states = createStates();
  answerCommands(app, answer);
  answerPresses(app, tutor, answer, states);
  answerForms(app, answer, states);
  answerWords(app, answer, log);
  answerShortcuts(app, answer);
  answerHome(app, tutor, picturesOf, states);
  noteRemoval(app, tutor, log);
};

/** Bolt throws at a path that is not its own; a stranger's request is no error of ours. */
const guarded =
  (receiver: HTTPReceiver, isReady: () => boolean): RequestListener =>
  (request, response) => {
    if (!isReady()) {
      response.writeHead(503).end();
      return;
    }
    try {
      receiver.requestListener(request, response);
    } catch {
      response.writeHead(404).end();
    }
  };
