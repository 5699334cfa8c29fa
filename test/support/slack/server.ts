import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { respondIn } from "./respond.ts";
import { methods } from "./web-api.ts";
import { type Json, Workspace } from "./workspace.ts";

export const botToken = "xoxb-loopback";
export const appToken = "xapp-loopback";

/** Slack on 127.0.0.1: the Web API, response_urls, and Socket Mode. */
export interface SlackServer {
  readonly apiUrl: string;
  readonly origin: string;
  readonly workspace: Workspace;
  /** Sends an envelope to a connected app; resolves to the payload of its acknowledgement. */
  readonly envelope: (type: string, payload: Json, id?: string) => Promise<Json>;
  /** Tells the connected app that its connection will be replaced, as Slack does every few hours. */
  readonly refresh: () => void;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export const openSlack = async (): Promise<SlackServer> => {
  const workspace = new Workspace();
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, (payload: Json) => void>();
  let requests = 0;

  const http = createServer(async (request, response) => {
    requests += 1;
    const path = new URL(request.url ?? "/", "http://slack").pathname;
    if (path.startsWith("/upload/")) {
      const refused = workspace.nextRefusal("upload") ?? (await upload(request, path));
      response.writeHead(refused === undefined ? 200 : 500).end(refused === undefined ? "OK" : "refused");
      return;
    }
    const body = await bodyOf(request);
    if (path.startsWith("/response/")) {
      const refused = respondIn(workspace, path.slice("/response/".length), body);
      response.writeHead(refused === undefined ? 200 : 400).end(refused ?? "ok");
      return;
    }
    const method = path.slice("/api/".length);
    workspace.calls.push(method);
    const how = workspace.nextRefusal(method);
    if (how === "broken") return void request.socket.destroy();
    if (how !== undefined) {
      const status = "status" in how ? how.status : 200;
      response.writeHead(status, {
        "content-type": "application/json",
        ...("retryAfter" in how ? { "retry-after": String(how.retryAfter) } : {}),
      });
      response.end(JSON.stringify({ ok: false, error: "error" in how ? how.error : "refused" }));
      return;
    }
    const answer = answerTo(method, body, String(request.headers.authorization ?? ""));
    const scopes = { "x-oauth-scopes": workspace.scopes.join(",") };
    response
      .writeHead(200, { "content-type": "application/json", ...(answer.ok === true ? scopes : {}) })
      .end(JSON.stringify(answer));
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

  const upload = async (request: IncomingMessage, path: string): Promise<string | undefined> => {
    const type = String(request.headers["content-type"]);
    return workspace.files.receive(path.slice("/upload/".length), await bytesOf(request), type);
  };

  const answerTo = (method: string, args: Json, authorization: string): Json => {
    if (method === "apps.connections.open")
      return authorization === `Bearer ${appToken}`
        ? { ok: true, url: `ws://127.0.0.1:${port}/link?ticket=${requests}` }
        : { ok: false, error: "invalid_auth" };
    if (authorization !== `Bearer ${botToken}` && args.token !== botToken)
      return { ok: false, error: "invalid_auth" };
    return methods[method]?.(args, workspace) ?? { ok: false, error: "unknown_method" };
  };

  return {
    apiUrl: `${origin}/api/`,
    origin,
    workspace,
    envelope: (type, payload, id = workspace.next("envelope-")) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${type} was not acknowledged in 3 seconds`)), 3_000);
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
    connections: () => sockets.size,
    close: async () => {
      for (const connection of sockets) connection.terminate();
      ws.close();
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
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
