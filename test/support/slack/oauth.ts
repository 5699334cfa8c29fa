import type { Json, Workspace } from "./workspace.ts";

export const clientId = "1234567890.0987654321";
export const clientSecret = "loopback-client-secret";

/** What a person does on Slack's page “… wants to access your workspace”. */
export interface OAuth {
  /** Bot tokens, and where each is valid. */
  readonly tokens: Map<string, Workspace>;
  readonly revoked: Set<string>;
  /** Allows it; resolves to where the browser is sent. */
  readonly allow: (asked: string, workspace: Workspace, how?: How) => string;
  readonly deny: (asked: string) => string;
  /** The exchange of a code for a token. */
  readonly access: (args: Json) => Json;
  readonly revoke: (token: string) => void;
  /** The token that is valid in a workspace. */
  readonly tokenIn: (workspace: Workspace) => string | undefined;
}

/** For a workspace by itself, for one of an organisation's, or for the whole organisation. */
export type How = "alone" | "of an organisation" | "organisation";

interface Grant {
  readonly workspace: Workspace;
  readonly redirect: string;
  readonly scope: string;
  readonly how: How;
}

const failed = (error: string): Json => ({ ok: false, error });

export const createOAuth = (): OAuth => {
  const tokens = new Map<string, Workspace>();
  const revoked = new Set<string>();
  const grants = new Map<string, Grant>();
  let count = 0;

  /** Checks the address of Slack's page, as Slack does. */
  const read = (asked: string) => {
    const { origin, pathname, searchParams } = new URL(asked);
    const [redirect, state] = [searchParams.get("redirect_uri"), searchParams.get("state")];
    if (`${origin}${pathname}` !== "https://slack.com/oauth/v2/authorize")
      throw new Error(`No page: ${asked}`);
    if (searchParams.get("client_id") !== clientId) throw new Error("invalid_client_id");
    if (redirect === null || !redirect.startsWith("https://")) throw new Error("bad_redirect_uri");
    return { redirect, state, scope: searchParams.get("scope") ?? "" };
  };
  const back = (redirect: string, answer: Readonly<Record<string, string | null>>): string => {
    const given = Object.entries(answer).filter((one): one is [string, string] => one[1] !== null);
    return `${redirect}?${new URLSearchParams(given)}`;
  };

  return {
    tokens,
    revoked,
    allow: (asked, workspace, how = "alone") => {
      const { redirect, state, scope } = read(asked);
      count += 1;
      const code = `code-${count}`;
      grants.set(code, { workspace, redirect, scope, how });
      return back(redirect, { code, state });
    },
    deny: (asked) => {
      const { redirect, state } = read(asked);
      return back(redirect, { error: "access_denied", state });
    },
    access: ({ code, client_id, client_secret, redirect_uri }) => {
      const grant = grants.get(String(code));
      grants.delete(String(code));
      if (client_id !== clientId) return failed("invalid_client_id");
      if (client_secret !== clientSecret) return failed("bad_client_secret");
      if (grant === undefined) return failed("invalid_code");
      if (redirect_uri !== grant.redirect) return failed("bad_redirect_uri");
      const { ids } = grant.workspace;
      count += 1;
      const token = `xoxb-loopback-${ids.team}-${count}`;
      tokens.set(token, grant.workspace);
      return {
        ok: true,
        app_id: ids.app,
        authed_user: { id: ids.administrator },
        scope: grant.scope,
        token_type: "bot",
        access_token: token,
        bot_user_id: ids.botUser,
        team: grant.how === "organisation" ? null : { id: ids.team, name: `<${ids.team}>` },
        enterprise: grant.how === "alone" ? null : { id: "E01ORG", name: "An organisation" },
        is_enterprise_install: grant.how === "organisation",
      };
    },
    revoke: (token) => {
      tokens.delete(token);
      revoked.add(token);
    },
    tokenIn: (workspace) => [...tokens].findLast(([, where]) => where === workspace)?.[0],
  };
};
