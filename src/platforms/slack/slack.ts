import type { RequestListener } from "node:http";
import type { App, SocketModeReceiver } from "@slack/bolt";
import type { Tutor } from "../../commands/tutor.ts";
import type { Log } from "../../log.ts";
import { noMeters } from "../../meters.ts";
import type { Posting } from "../../posting.ts";
import { createInFlight } from "../in-flight.ts";
import { createOnce } from "../once.ts";
import type { Platform } from "../platform.ts";
import { watchEvents } from "./acknowledgement.ts";
import { installUrl } from "./addresses.ts";
import { tellError } from "./bolt-log.ts";
import { type Connection, connect, needsWeb, type SlackSettings } from "./connect.ts";
import { greetOpenings } from "./greeting.ts";
import type { PicturesFor } from "./pictures.ts";
import { createPunctuality } from "./punctuality.ts";
import { createAnswering } from "./show.ts";
import { createStates } from "./states.ts";
import { stayConnected } from "./stay-connected.ts";
import { welcomeInstaller } from "./welcome.ts";
import { answerWords } from "./when-addressed.ts";
import { answerCommands } from "./when-asked-by-command.ts";
import { answerFaults } from "./when-failed.ts";
import { answerHome } from "./when-home-opened.ts";
import { answerShortcuts } from "./when-pointed-at.ts";
import { answerPresses } from "./when-pressed.ts";
import { noteRemoval } from "./when-removed.ts";
import { answerForms } from "./when-submitted.ts";
import { createWorkspaces } from "./workspaces.ts";

/**
 * How long a stop waits for what is acknowledged, in milliseconds: before the socket closes, and after it. Until then
 * what arrives is answered, as Slack would tell the learner that the command failed.
 */
const patienceAtStop = { open: 4_000, closed: 1_500 } as const;

/** The tutor in one Slack workspace, or in as many as install it. */
export const createSlack = (settings: SlackSettings): Platform => {
  const { connects = true, log, meters = noMeters } = settings;
  const inFlight = createInFlight();
  let connection: Connection | undefined;
  let isOpen = () => false;
  let posting: Posting | undefined;
  let listener: RequestListener | undefined;
  const started = (): Posting => {
    if (posting === undefined) throw new Error("Slack is not connected yet");
    return posting;
  };

  return {
    name: "slack",
    isConnected: () => listener !== undefined && isOpen(),
    start: async (tutor) => {
      const connected = await connect(settings, tutor, (team, person) => {
        inFlight
          .track(welcomeInstaller(team, person, tutor, connected, started().post))
          .catch((error: unknown) => log.warn(tellError(error), "Slack: nobody could be greeted"));
      });
      connection = connected;
      const { app, socket } = connected;
      watchEvents(app, meters, log);
      isOpen = socket === undefined || !connects ? () => true : watchSocket(socket);
      const installAt = settings.installing && installUrl(settings.installing.publicUrl);
      const meanwhile = (work: Promise<void>) => void inFlight.track(work);
      const workspaces = createWorkspaces({ ...connected, tutor, log, meanwhile });
      ({ posting } = workspaces);
      const picturesFor: PicturesFor = ({ team, client }) =>
        workspaces.withToken(team, client.token).picturesOf;
      listen(app, tutor, picturesFor, posting.post, inFlight.track, log);
      answerFaults(app, tutor, { installAt, meanwhile, log });
      noteRemoval(app, tutor, connected.isStillIn, log);
      ({ listener } = connected);
      // The receiver's own start would open a web server as well.
      if (connects && socket !== undefined) await stayConnected(socket, log);
      log.info({ mode: socket === undefined ? "http" : connects ? "socket" : "posts" }, "Slack is connected");
    },
    post: async (...what) => inFlight.track(started().post(...what)),
    edit: async (...what) => inFlight.track(started().edit(...what)),
    stop: async () => {
      listener = undefined;
      await inFlight.settled(patienceAtStop.open);
      if (connects) await connection?.socket?.client.disconnect();
      // What arrived while the socket closed is acknowledged too, and its answer needs no socket.
      await inFlight.settled(patienceAtStop.closed);
    },
    ...(needsWeb(settings) ? { web: { path: "/slack", listener: whenReady(() => listener) } } : {}),
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
  picturesFor: PicturesFor,
  post: Posting["post"],
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
  const answer = createAnswering(tutor, picturesFor, log);
  const states = createStates();
  const punctuality = createPunctuality();
  answerCommands(app, answer, punctuality);
  answerPresses(app, tutor, answer, states);
  answerForms(app, answer, states, punctuality);
  answerWords(app, tutor, answer, log);
  greetOpenings(app, tutor, post, log);
  answerShortcuts(app, answer);
  answerHome(app, tutor, picturesFor, states);
};

const whenReady =
  (ready: () => RequestListener | undefined): RequestListener =>
  (request, response) => {
    const listener = ready();
    if (listener === undefined) response.writeHead(503).end();
    else listener(request, response);
  };
