import type { RequestListener } from "node:http";
import { type HTTPReceiver, type HTTPReceiverOptions, webApi } from "@slack/bolt";
import type { Installing } from "../../config/slack-config.ts";
import { inLanguage, languageOf } from "../../language.ts";
import type { Log } from "../../log.ts";
import { createOnce } from "../once.ts";
import { installPath, redirectPath, redirectUrl } from "./addresses.ts";
import { boltLog, tellError } from "./bolt-log.ts";
import type { Credentials } from "./credentials.ts";
import {
  beginPage,
  deniedPage,
  faultPage,
  installedPage,
  organisationPage,
  protectPage,
  refusedPage,
  showPage,
  strangePage,
} from "./install-pages.ts";
import { botScopes } from "./scopes.ts";

type InstallerOptions = NonNullable<HTTPReceiverOptions["installerOptions"]>;
export type InstallerCallbacks = NonNullable<InstallerOptions["callbackOptions"]>;
type Installer = NonNullable<HTTPReceiver["installer"]>;

/** What Bolt needs for people to install the app by themselves. */
export const installerFor = (
  { clientId, clientSecret, publicUrl }: Installing,
  stateSecret: string,
  { store }: Credentials,
  clientOptions: webApi.WebClientOptions,
  log: Log,
) => ({
  clientId,
  clientSecret,
  stateSecret,
  redirectUri: redirectUrl(publicUrl),
  scopes: botScopes.map(({ scope }) => scope),
  installationStore: store,
  installerOptions: {
    redirectUriPath: redirectPath,
    renderHtmlForInstallPath: beginPage,
    // At debug this client tells all that it sends, the client secret and codes included.
    clientOptions: { ...clientOptions, logger: { ...boltLog(log), debug: () => undefined } },
  },
});

/** Says hello to whoever has installed the app; called in the language of their browser. */
export type Greet = (team: string, person: string) => void;

/** Answers what browsers ask for in the course of an installation, in their language; false for any other path. */
export const createInstallRoutes = (
  installer: Installer,
  {
    installing,
    clientOptions,
    greet,
    log,
  }: {
    readonly installing: Installing;
    readonly clientOptions: webApi.WebClientOptions;
    readonly greet: Greet;
    readonly log: Log;
  },
): ((...exchange: Parameters<RequestListener>) => boolean) => {
  const asked = {
    scopes: botScopes.map(({ scope }) => scope),
    redirectUri: redirectUrl(installing.publicUrl),
  };
  const callbacks = callbacksFor(log, greet, async (token) => {
    await new webApi.WebClient(token, clientOptions).auth.revoke();
  });
  const isNew = createOnce();
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://any");
    if (request.method !== "GET" || (pathname !== installPath && pathname !== redirectPath)) return false;
    protectPage(response);
    const answer = async () => {
      try {
        const state = searchParams.get("state");
        // Slack's code is good once, and so is what goes with it.
        const isUsed = pathname === redirectPath && state !== null && !isNew(state);
        if (isUsed) showPage(response, 400, strangePage());
        else if (pathname === installPath) await installer.handleInstallPath(request, response, {}, asked);
        else await installer.handleCallback(request, response, callbacks);
      } catch (error) {
        log.error(tellError(error), "Slack: a page of the installation could not be shown");
        if (!response.headersSent) showPage(response, 500, faultPage());
      }
    };
    void inLanguage(languageOf(request.headers["accept-language"] ?? "en"), answer);
    return true;
  };
};

const callbacksFor = (
  log: Log,
  greet: Greet,
  revoke: (token: string) => Promise<void>,
): InstallerCallbacks => ({
  afterInstallation: async ({ isEnterpriseInstall, team, bot }, _options, _request, response) => {
    if (isEnterpriseInstall !== true && team !== undefined && bot !== undefined) return true;
    log.info("Slack: an installation for a whole organisation was refused");
    try {
      if (bot !== undefined) await revoke(bot.token);
    } catch (error) {
      log.warn(tellError(error), "Slack: a token that is not kept could not be revoked");
    }
    showPage(response, 409, organisationPage());
    return false;
  },
  success: ({ team, appId, user }, _options, _request, response) => {
    log.info({ team: team?.id }, "Slack: the app was installed");
    if (team !== undefined) greet(team.id, user.id);
    showPage(response, 200, installedPage(team?.id ?? "", team?.name, appId));
  },
  failure: (error, _options, request, response) => {
    const { code } = error;
    const refusal = new URL(request.url ?? "/", "http://any").searchParams.get("error");
    if (refusal === "access_denied") return showPage(response, 200, deniedPage());
    if (refusal !== null) {
      // Anyone may open this address with any words in it.
      log.warn({ slack: /^\w{1,50}$/.exec(refusal)?.[0] }, "Slack: an installation was refused");
      return showPage(response, 502, refusedPage());
    }
    if (strange.has(code)) return showPage(response, 400, strangePage());
    log.error(tellError(error), "Slack: an installation failed");
    return /^slack_webapi_/.test(code)
      ? showPage(response, 502, refusedPage())
      : showPage(response, 500, faultPage());
  },
});

/** What comes of a link that nobody here began, or that is too old. */
const strange = new Set([
  "slack_oauth_missing_state",
  "slack_oauth_invalid_state",
  "slack_oauth_missing_code",
]);
