import { compareClocks, type Finding, findingsOf } from "../../finding.ts";
import { askService, whyNoAnswer } from "../ask-service.ts";
import { botScopes } from "./scopes.ts";

interface Examined {
  /** Absent where workspaces install the app by themselves. */
  readonly botToken?: string | undefined;
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  readonly apiUrl?: string | undefined;
  readonly publicUrl?: string | undefined;
  readonly now: () => Date;
}

const { ok, note, failed, misconfigured } = findingsOf("Slack");

/** Whether Slack takes the settings. Nothing is posted, and no event is taken from a tutor that is at work. */
export const examineSlack = async ({
  botToken,
  appToken,
  signingSecret,
  publicUrl,
  apiUrl = "https://slack.com/api/",
  now,
}: Examined): Promise<readonly Finding[]> => {
  const call = async (method: string, token: string) => {
    const asked = await askService(new URL(method, apiUrl.replace(/\/*$/, "/")).href, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
    });
    return { ...asked, ...(asked.body as Answer) };
  };
  try {
    const { found, clock } =
      botToken === undefined ? { found: [many], clock: [] } : await botWith(botToken, call, now);
    const way =
      appToken === undefined ? waitsForRequests(signingSecret, publicUrl) : await socketWith(appToken, call);
    return [...found, way, ...clock];
  } catch (error) {
    return [
      failed(
        `Nobody answers at ${apiUrl} (${whyNoAnswer(error)}). Check this machine’s way to the network, and SLACK_API_URL.`,
      ),
    ];
  }
};

const many = note("Workspaces install the app by themselves; each token is looked at when it is used.");

/** The bot of one workspace: its token and scopes, and by how much Slack's clock differs from ours. */
const botWith = async (
  token: string,
  call: (method: string, token: string) => Promise<Asked>,
  now: () => Date,
): Promise<{ readonly found: readonly Finding[]; readonly clock: readonly Finding[] }> => {
  const bot = await call("auth.test", token);
  const ours = now().getTime();
  const clock = bot.theirs === undefined ? [] : [compareClocks("Slack’s", bot.theirs, ours)];
  const found =
    bot.ok === true
      ? [
          ok(`SLACK_BOT_TOKEN is that of ${bot.user ?? "a bot"} in ${bot.team ?? "a workspace"}.`),
          scopesIn(bot.headers.get("x-oauth-scopes")),
        ]
      : [refused("SLACK_BOT_TOKEN", bot, "the “Bot User OAuth Token” from “OAuth & Permissions”")];
  return { found, clock };
};

type Asked = Awaited<ReturnType<typeof askService>> & Answer;

interface Answer {
  readonly ok?: boolean;
  readonly error?: string;
  readonly user?: string;
  readonly team?: string;
}

type Call = (method: string, token: string) => Promise<Answer & { readonly status: number }>;

/** A fault of Slack's own says nothing of the token. */
const refused = (
  variable: string,
  { error, status }: Answer & { readonly status: number },
  where: string,
): Finding =>
  error === undefined || status >= 429
    ? failed(
        `Slack cannot say now whether it takes ${variable} (${error ?? `HTTP ${status}`}). Try again later.`,
      )
    : misconfigured(`Slack refuses ${variable} (${error}). Copy ${where} of your app again.`);

const scopesIn = (header: string | null): Finding => {
  const granted = new Set(header?.split(/\s*,\s*/));
  const missing = botScopes.filter(({ scope }) => !granted.has(scope));
  if (header === null) return note("Slack does not say which scopes the app has.");
  if (missing.length === 0) return ok(`The app has the ${botScopes.length} scopes that it needs.`);
  const list = missing.map(({ scope, because }) => `${scope} (${because})`).join("; ");
  return misconfigured(
    `The app lacks scopes: ${list}. Paste what \`npm run slack:manifest\` prints into “App Manifest” and install the app again.`,
  );
};

/** Slack gives an address for a socket; to open it would take events from a tutor that is at work. */
const socketWith = async (appToken: string, call: Call): Promise<Finding> => {
  const socket = await call("apps.connections.open", appToken);
  return socket.ok === true
    ? ok("SLACK_APP_TOKEN opens a socket (Socket Mode).")
    : refused(
        "SLACK_APP_TOKEN",
        socket,
        "an “App-Level Token” with the scope connections:write from “Basic Information”",
      );
};

const waitsForRequests = (secret: string | undefined, publicUrl: string | undefined): Finding => {
  if (secret === undefined)
    return misconfigured("SLACK_SIGNING_SECRET is missing: without SLACK_APP_TOKEN, Slack needs it.");
  const address = publicUrl?.replace(/\/+$/, "");
  return address === undefined
    ? note(
        "SLACK_SIGNING_SECRET is there. Set PUBLIC_URL too, so that the manifest tells Slack where to send events.",
      )
    : ok(`SLACK_SIGNING_SECRET is there; Slack is to send events to ${address}/slack/events.`);
};
