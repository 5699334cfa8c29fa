import { createLog } from "../../../src/log.ts";
import { createCredentials } from "../../../src/platforms/slack/credentials.ts";
import { createSeal, readSecretKey } from "../../../src/seal.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { signingSecret } from "../slack/deliver.ts";
import { clientId, clientSecret } from "../slack/oauth.ts";
import { openSlack, type SlackServer } from "../slack/server.ts";

/** One Slack with many workspaces, in all of which the tutor is installed. */
export interface ManyWorkspaces {
  readonly workspaces: readonly SlackServer[];
  /** What a process is told to be in all of them, by signed HTTP. */
  readonly settings: Readonly<Record<string, string>>;
  readonly violations: () => readonly string[];
  readonly close: () => Promise<void>;
}

const key = "5e".repeat(32);

/** Installs the tutor as it keeps an installation itself: with the token sealed, in its database. */
export const openManyWorkspaces = async (count: number, databaseUrl: string): Promise<ManyWorkspaces> => {
  const slack = await openSlack();
  const { store } = await openStore({ dataDir: "", databaseUrl }, () => new Date());
  const credentials = createCredentials(
    store.installations,
    createSeal([readSecretKey(key)!]),
    createLog("silent"),
  );
  const workspaces: SlackServer[] = [];
  for (let i = 0; i < count; i += 1) {
    const id = String(1_000 + i);
    const server = slack.another({ team: `T${id}`, bot: `B${id}`, botUser: `U${id}BOT` });
    const { ids } = server.workspace;
    const token = `xoxb-loopback-${id}`;
    slack.oauth.tokens.set(token, server.workspace);
    await credentials.store.storeInstallation({
      team: { id: ids.team },
      enterprise: undefined,
      user: { id: "", token: undefined, scopes: undefined },
      bot: { id: ids.bot, userId: ids.botUser, token, scopes: [...server.workspace.scopes] },
    });
    workspaces.push(server);
  }
  await store.close();
  return {
    workspaces,
    settings: {
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_CLIENT_ID: clientId,
      SLACK_CLIENT_SECRET: clientSecret,
      SECRET_KEY: key,
      PUBLIC_URL: "https://tutor.example.org",
    },
    violations: () => workspaces.flatMap(({ workspace }) => workspace.violations),
    close: slack.close,
  };
};
