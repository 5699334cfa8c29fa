import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json } from "./check-message.ts";
import { type Gateway, openGateway } from "./gateway.ts";
import { createRest } from "./rest.ts";
import { isRefused, type Posted, World } from "./world.ts";

/** Discord on 127.0.0.1: REST and the gateway. */
export interface DiscordServer {
  readonly apiUrl: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly violations: readonly string[];
  readonly messages: readonly Posted[];
  /** Answers the next so many requests with “too many requests”. */
  readonly refuseNext: (requests: number) => void;
  readonly close: () => Promise<void>;
}

export const openDiscord = async (): Promise<DiscordServer> => {
  const world = new World();
  let toRefuse = 0;
  let url = "";

  const rest = createRest(world, () => url.replace("http", "ws"));
  const http = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://discord");
    const body = await bodyOf(request);
    const say = (status: number, json?: unknown, more: Record<string, string> = {}) => {
      response.writeHead(status, {
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...more,
      });
      response.end(json === undefined ? undefined : JSON.stringify(json));
    };
    if (toRefuse > 0) {
      toRefuse -= 1;
      const limited = { message: "You are being rate limited.", retry_after: 0.1, global: false };
      return say(429, limited, { "retry-after": "1", "x-ratelimit-scope": "user" });
    }
    const answer = rest({
      method: request.method ?? "GET",
      path: decodeURIComponent(pathname).replace(/^\/api\/v10/, ""),
      query: searchParams,
      authorization: request.headers.authorization,
      body,
    });
    const limits = { "x-ratelimit-limit": "5", "x-ratelimit-remaining": "4", "x-ratelimit-reset-after": "1" };
    if (isRefused(answer)) return say(answer.status, { code: answer.code, message: answer.message });
    return answer === undefined ? say(204, undefined, limits) : say(200, answer, limits);
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const gateway = openGateway(http, world, () => url.replace("http", "ws"));

  return {
    apiUrl: `${url}/api`,
    world,
    gateway,
    violations: world.violations,
    messages: world.messages,
    refuseNext: (requests) => {
      toRefuse = requests;
    },
    close: async () => {
      gateway.close();
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
};

/** JSON, or the JSON part of a message that brings files. */
const bodyOf = async (request: IncomingMessage): Promise<Json> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (bytes.length === 0) return {};
  if (!type.startsWith("multipart/form-data")) return JSON.parse(bytes.toString("utf8")) as Json;
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  return JSON.parse(String(form.get("payload_json"))) as Json;
};
