import type { SecretKey } from "../seal.ts";

/** How Slack is reached, and in which workspaces: in one, by its token, or in all that install the app. */
export type SlackConfig = SlackReached & (SlackAlone | SlackShared);

interface SlackReached {
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  readonly apiUrl?: string | undefined;
}

/** One workspace. */
export interface SlackAlone {
  readonly botToken: string;
  readonly installing?: undefined;
}

/** As many as install the app. */
export interface SlackShared {
  readonly botToken?: undefined;
  readonly installing: Installing;
}

/** What is needed for people to install the app by themselves. */
export interface Installing {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The address at which their browsers reach this process. */
  readonly publicUrl: string;
  /** Seal the tokens that are kept: the first of them what is new. */
  readonly secretKeys: readonly [SecretKey, ...SecretKey[]];
}

interface Given {
  readonly SLACK_BOT_TOKEN?: string | undefined;
  readonly SLACK_CLIENT_ID?: string | undefined;
  readonly SLACK_CLIENT_SECRET?: string | undefined;
  readonly SLACK_APP_TOKEN?: string | undefined;
  readonly SLACK_SIGNING_SECRET?: string | undefined;
  readonly SLACK_API_URL?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
  readonly SECRET_KEY?: readonly [SecretKey, ...SecretKey[]] | undefined;
}

/** The variables of which one needs others, or excludes them: each complaint with the variable's name. */
export const slackComplaints = (env: Given): readonly (readonly [name: string, complaint: string])[] => {
  const { SLACK_BOT_TOKEN: token, SLACK_CLIENT_ID: id, SLACK_CLIENT_SECRET: secret } = env;
  const reached = env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET;
  const isShared = id !== undefined || secret !== undefined;
  if (isShared && token !== undefined)
    return [
      [
        "SLACK_BOT_TOKEN",
        "is for one workspace, SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are for as many as install the app: keep the one or the other",
      ],
    ];
  if (isShared) return sharedComplaints(env);
  if (token !== undefined && reached === undefined)
    return [["SLACK_APP_TOKEN", `is missing: with SLACK_BOT_TOKEN, ${ways}`]];
  if (token === undefined && reached !== undefined)
    return [
      [
        "SLACK_BOT_TOKEN",
        "is missing: SLACK_APP_TOKEN and SLACK_SIGNING_SECRET do nothing without it, or without SLACK_CLIENT_ID for many workspaces",
      ],
    ];
  return [];
};

const ways = "Slack needs it (Socket Mode), or else SLACK_SIGNING_SECRET (signed HTTP)";

const sharedComplaints = (env: Given): readonly (readonly [name: string, complaint: string])[] => {
  const missing = (name: keyof Given, why: string) =>
    env[name] === undefined ? [[name, `is missing: ${why}`] as const] : [];
  const { PUBLIC_URL: url, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing } = env;
  return [
    ...missing(
      "SLACK_CLIENT_ID",
      "SLACK_CLIENT_SECRET needs it; it stands above the secret in “Basic Information” of your app",
    ),
    ...missing(
      "SLACK_CLIENT_SECRET",
      "SLACK_CLIENT_ID needs it; it stands below the id in “Basic Information” of your app",
    ),
    ...missing(
      "SECRET_KEY",
      "the tokens of the workspaces are kept under it; make it with: node -p \"crypto.randomBytes(32).toString('base64')\"",
    ),
    ...missing(
      "PUBLIC_URL",
      "people install the app at PUBLIC_URL/slack/install, and Slack sends them back there",
    ),
    ...(url === undefined || url.startsWith("https://")
      ? []
      : [
          [
            "PUBLIC_URL",
            "must begin with https:// where people install the app: Slack sends them to no other address",
          ] as const,
        ]),
    ...(app === undefined && signing === undefined
      ? [["SLACK_APP_TOKEN", `is missing: with SLACK_CLIENT_ID, ${ways}`] as const]
      : []),
  ];
};

/** Undefined when Slack is not configured. */
export const toSlackConfig = (env: Given): SlackConfig | undefined => {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  const { SLACK_BOT_TOKEN: botToken, PUBLIC_URL: publicUrl, SECRET_KEY: secretKeys } = env;
  const reached = {
    appToken: env.SLACK_APP_TOKEN,
    signingSecret: env.SLACK_SIGNING_SECRET,
    apiUrl: env.SLACK_API_URL,
  };
  if (botToken !== undefined) return { ...reached, botToken };
  if (clientId === undefined || clientSecret === undefined) return undefined;
  if (publicUrl === undefined || secretKeys === undefined) return undefined;
  return { ...reached, installing: { clientId, clientSecret, publicUrl, secretKeys } };
};
