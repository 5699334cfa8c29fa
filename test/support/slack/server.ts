import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { unlessGone } from "../unless-gone.ts";
import { createOAuth, type OAuth } from "./oauth.ts";
import type { How } from "./refusals.ts";
import { respondIn } from "./respond.ts";
import { methods } from "./web-api.ts";
import { type Ids, type Json, Workspace } from "./workspace.ts";

export const botToken = "xoxb-loopback";
export const appToken = "xapp-loopback";

/** Slack on 127.0.0.1: the Web API, response_urls, and Socket Mode. */
export interface SlackServer {
  readonly apiUrl: string;
  readonly origin: string;
  readonly workspace: Workspace;
  /** Another workspace that the app can be installed in, and the same Slack as it is seen from there. */
  readonly another: (ids: Partial<Ids>) => SlackServer;
  /** How people install the app. */
  readonly oauth: OAuth;
  /** Sends an envelope to a connected app; resolves to the payload of its acknowledgement. */
  readonly envelope: (type: string, payload: Json, id?: string) => Promise<Json>;
  /** Tells the connected app that its connection will be replaced, as Slack does every few hours. */
  readonly refresh: () => void;
  /** Cuts every connection without a word, as a failing network does. */
  readonly cut: () => void;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export const openSlack = async (): Promise<SlackServer> => {
  const counter = { count: 0 };
  const workspace = new Workspace(undefined, counter);
  const workspaces = [workspace];
  const oauth = createOAuth();
  oauth.tokens.set(botToken, workspace);
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, (payload: Json) => void>();
  let requests = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests += 1;
    const path = new URL(request.url ?? "/", "http://slack").pathname;
    if (path.startsWith("/upload/")) {
      const at = workspaces.find(({ files }) => files.knows(path.slice("/upload/".length))) ?? workspace;
      const refused = at.nextRefusal("upload") ?? (await upload(at, request, path));
      response.writeHead(refused === undefined ? 200 : 500).end(refused === undefined ? "OK" : "refused");
      return;
    }
    const body = await bodyOf(request);
    if (path.startsWith("/response/")) {
      const id = path.slice("/response/".length);
      const at = workspaces.find((one) => one.respondingBy(id) !== undefined) ?? workspace;
      const fails = at.nextRefusal("response_url");
      if (fails !== undefined) return fail(response, fails);
      const refused = respondIn(at, id, body);
      response.writeHead(refused === undefined ? 200 : 400).end(refused ?? "ok");
      return;
    }
    const method = path.slice("/api/".length);
    const token = String(request.headers.authorization ?? `Bearer ${body.token}`).replace(/^Bearer /, "");
    const at = oauth.tokens.get(token);
    (at ?? workspace).calls.push(method);
    const how = (at ?? workspace).nextRefusal(method);
    const isDone = typeof how === "object" && "after" in how;
    if (how !== undefined && !isDone) return fail(response, how);
    const said = answerTo(method, body, token);
    if (how !== undefined) return fail(response, how);
    const scopes = { "x-oauth-scopes": workspace.scopes.join(",") };
    response
      .writeHead(200, { "content-type": "application/json", ...(said.ok === true ? scopes : {}) })
      .end(JSON.stringify(said));
  };
  const http = createServer((request, response) => {
    answer(request, response).catch(unlessGone(request));
  });
  const ws = new WebSocketServer({ noServer: true });
  http.on("upgrade", (request, socket, head) =>
    ws.handleUpgrade(request, socket, head, (connection) => {
      sockets.add(connection);
      connection.on("close", () => sockets.delete(connection));
      connection.on("message", (data) => {
        const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: Json };
        waiting.get(envelope_id)?.(payload ?? {});
        waiting.delete(envelope_id);
      });
      connection.send(
        JSON.stringify({
          type: "hello",
          num_connections: sockets.size,
          connection_info: { app_id: "A01APP" },
        }),
      );
    }),
  );
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  workspace.origin = origin;

  const upload = async (
    at: Workspace,
    request: IncomingMessage,
    path: string,
  ): Promise<string | undefined> => {
    const type = String(request.headers["content-type"]);
    return at.files.receive(path.slice("/upload/".length), await bytesOf(request), type);
  };

  const answerTo = (method: string, args: Json, token: string): Json => {
    if (method === "oauth.v2.access") return oauth.access(args);
    if (method === "apps.connections.open")
      return token === appToken
        ? { ok: true, url: `ws://127.0.0.1:${port}/link?ticket=${requests}` }
        : { ok: false, error: "invalid_auth" };
    const at = oauth.tokens.get(token);
    if (at === undefined)
      return { ok: false, error: oauth.revoked.has(token) ? "token_revoked" : "invalid_auth" };
    if (method === "auth.revoke") oauth.revoke(token);
    return methods[method]?.(args, at) ?? { ok: false, error: "unknown_method" };
  };

  const slack: SlackServer = {
    oauth,
    another: (ids) => {
      const other = new Workspace({ ...workspace.ids, ...ids }, counter);
      other.origin = origin;
      workspaces.push(other);
      return { ...slack, workspace: other };
    },
    apiUrl: `${origin}/api/`,
    origin,
    workspace,
    envelope: (type, payload, id = workspace.next("envelope-")) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`${type} was not acknowledged in time`)),
          workspace.patience,
        );
        waiting.set(id, (answer) => {
          clearTimeout(late);
          resolve(answer);
        });
        const accepts_response_payload = type !== "events_api";
        const [connection] = sockets;
        connection?.send(JSON.stringify({ envelope_id: id, type, accepts_response_payload, payload }));
      }),
    refresh: () => {
      for (const connection of sockets)
        connection.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    cut: () => {
      for (const connection of sockets) connection.terminate();
    },
    connections: () => sockets.size,
    close: async () => {
      for (const connection of sockets) connection.terminate();
      ws.close();
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
  return slack;
};

const fail = (response: ServerResponse, how: How): void => {
  if (how === "broken") return void response.socket?.destroy();
  response.writeHead("status" in how ? how.status : 200, {
    "content-type": "application/json",
    ...("retryAfter" in how ? { "retry-after": String(how.retryAfter) } : {}),
  });
  response.end(JSON.stringify({ ok: false, error: "error" in how ? how.error : "refused" }));
};

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const bodyOf = async (request: IncomingMessage): Promise<Json> => {
  const text = (await bytesOf(request)).toString();
  if (String(request.headers["content-type"]).startsWith("application/json")) return JSON.parse(text) as Json;
  return Object.fromEntries([...new URLSearchParams(text)].map(([key, value]) => [key, decoded(value)]));
};

/** Slack's client sends nested arguments as JSON in a form. */
const decoded = (value: string): unknown => {
  if (value === "true" || value === "false") return value === "true";
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};
