import type { RequestListener } from "node:http";
import { App, HTTPReceiver, SocketModeReceiver, webApi } from "@slack/bolt";
import { now } from "../../clock.ts";
import type { Tutor } from "../../commands/tutor.ts";
import type { Installing, SlackConfig } from "../../config/slack-config.ts";
import { placeId } from "../../identity.ts";
import type { Log } from "../../log.ts";
import type { Meters } from "../../meters.ts";
import { createSeal } from "../../seal.ts";
import { boltLog } from "./bolt-log.ts";
import { createCredentials, NotInstalled } from "./credentials.ts";
import { takeEnvelopes, takeRequests } from "./deliveries.ts";
import { isOutOfTime } from "./freshness.ts";
import { createInstallRoutes, type Greet, installerFor } from "./installing.ts";
import { patience } from "./patience.ts";

export type SlackSettings = SlackConfig & {
  /** Whether to open a socket where there is an app token; without one, one can still post. Default true. */
  readonly connects?: boolean;
  readonly log: Log;
  /** Absent, nothing is measured. */
  readonly meters?: Meters;
};

/** The app as it is reached, in one workspace or in many. */
export interface Connection {
  readonly app: App;
  /** Absent where Slack sends requests. */
  readonly socket: SocketModeReceiver | undefined;
  /** What this process is asked by Slack, and by browsers. */
  readonly listener: RequestListener;
  readonly clientWith: (token: string | undefined) => webApi.WebClient;
  /** The token of the bot in a workspace; undefined where it is not. */
  readonly tokenOf: (team: string) => Promise<string | undefined>;
  /** Whether the bot's token still works in a workspace, whatever was told of its removal; never with a fixed token. */
  readonly isStillIn: (team: string) => Promise<boolean>;
}

/** Whether anything of Slack's comes to the web server of this process. */
export const needsWeb = ({ appToken, installing }: SlackConfig): boolean =>
  appToken === undefined || installing !== undefined;

/** Makes the app, and finds out in which workspaces it is. Throws `WrongKey`, and what Slack says of a wrong token. */
export const connect = async (settings: SlackSettings, tutor: Tutor, greet: Greet): Promise<Connection> => {
  const { botToken, installing, appToken, signingSecret = "", apiUrl, log } = settings;
  const logger = boltLog(log);
  const address = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  const clientOptions = { logger, ...address, ...patience };
  const installer = installing && (await openInstaller(installing, tutor, { ...address, ...patience }, log));
  const socket =
    appToken === undefined
      ? undefined
      : new SocketModeReceiver({
          appToken,
          logger,
          // It is opened again by `stayConnected`.
          autoReconnectEnabled: false,
          ...(installer ?? { installerOptions: { clientOptions: { ...address, ...patience } } }),
        });
  const http = socket === undefined ? new HTTPReceiver({ signingSecret, logger, ...installer }) : undefined;
  const receiver = (socket ?? http)!;
  const requests = http && takeRequests(http, log);
  if (socket !== undefined) takeEnvelopes(socket, log);
  const app = new App({
    ...(botToken === undefined ? {} : { token: botToken }),
    receiver,
    logger,
    convoStore: false,
    extendedErrorHandler: true,
    deferInitialization: true,
    clientOptions: { ...address, ...patience },
  });
  await app.init();
  const pages =
    installing === undefined
      ? undefined
      : createInstallRoutes(receiver.installer!, {
          installing,
          clientOptions,
          greet,
          log,
        });
  const clientWith = (token: string | undefined) => new webApi.WebClient(token, clientOptions);
  const tokenOf =
    botToken === undefined ? manyTokens(receiver.installer!) : await oneToken(app, botToken, tutor);
  return {
    app,
    socket,
    clientWith,
    tokenOf,
    listener: (request, response) => {
      if (pages?.(request, response) === true) return;
      if (requests === undefined) response.writeHead(404).end();
      else if (isOutOfTime(request, now())) response.writeHead(401).end();
      else requests(request, response);
    },
    isStillIn: async (team) => installing !== undefined && works(clientWith, () => tokenOf(team)),
  };
};

const openInstaller = async (
  installing: Installing,
  { installations }: Tutor,
  clientOptions: webApi.WebClientOptions,
  log: Log,
) => {
  const seal = createSeal(installing.secretKeys);
  const credentials = createCredentials(installations, seal, log);
  await credentials.check();
  return installerFor(
    installing,
    seal.derive("state of an installation on Slack"),
    credentials,
    clientOptions,
    log,
  );
};

/** The bot in one workspace, where that it is there is kept; its token is used for no other. */
const oneToken = async (app: App, token: string, { installed }: Tutor): Promise<Connection["tokenOf"]> => {
  const { team_id: own, user_id: bot } = await app.client.auth.test();
  if (own !== undefined && bot !== undefined) await installed(placeId("slack", own), bot);
  return async (team) => (team === own ? token : undefined);
};

/** The bot in every workspace that has installed it; a token that ends soon is renewed on the way. */
const manyTokens =
  ({ authorize }: NonNullable<HTTPReceiver["installer"]>): Connection["tokenOf"] =>
  async (team) => {
    try {
      const source = { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false } as const;
      return (await authorize(source)).botToken;
    } catch (error) {
      if (isNotInstalled(error)) return undefined;
      throw error;
    }
  };

/** Bolt wraps what its store throws, more than once. */
export const isNotInstalled = (error: unknown): boolean => {
  if (error instanceof NotInstalled) return true;
  const { original } = (error ?? {}) as { original?: unknown };
  return original !== undefined && isNotInstalled(original);
};

const works = async (
  clientWith: Connection["clientWith"],
  findToken: () => Promise<string | undefined>,
): Promise<boolean> => {
  try {
    const token = await findToken();
    if (token === undefined) return false;
    await clientWith(token).auth.test();
    return true;
  } catch {
    return false;
  }
};
