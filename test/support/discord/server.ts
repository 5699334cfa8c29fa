import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { unlessGone } from "../unless-gone.ts";
import { bodyOf } from "./body.ts";
import type { Json } from "./check-message.ts";
import { createEndpoint } from "./endpoint.ts";
import { type Gateway, openGateway } from "./gateway.ts";
import { isRefused, type Posted } from "./posted.ts";
import { createRest } from "./rest.ts";
import type { Signer } from "./signer.ts";
import { World } from "./world.ts";

/** Discord on 127.0.0.1: REST and the gateway. */
export interface DiscordServer {
  readonly apiUrl: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly violations: readonly string[];
  readonly messages: readonly Posted[];
  /** Brings an interaction to the app: by the gateway, or to the endpoint that is set. */
  readonly deliver: (interaction: Json) => void;
  /** Sets where the app takes interactions by HTTP, once it has shown that it checks signatures. */
  readonly setEndpoint: (url: string, signer: Signer) => Promise<void>;
  /** Answers the next so many requests with “too many requests”. */
  readonly refuseNext: (requests: number) => void;
  /** Answers the next so many requests with a fault of the server's own, before or after doing what they ask; `path`: only those. */
  readonly failNext: (requests: number, when?: "before" | "after", path?: RegExp) => void;
  /** How many requests are still to be refused or to fail. */
  readonly faultsLeft: () => number;
  readonly close: () => Promise<void>;
}

export const openDiscord = async (): Promise<DiscordServer> => {
  const world = new World();
  let toRefuse = 0;
  let toFail = 0;
  let failsAfter = false;
  let failing = /^/;
  let url = "";

  const rest = createRest(world, () => url.replace("http", "ws"));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
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
    const fails = toFail > 0 && failing.test(pathname);
    if (fails) toFail -= 1;
    const fault = { message: "500: Internal Server Error", code: 0 };
    if (fails && !failsAfter) return say(500, fault);
    const said = rest({
      method: request.method ?? "GET",
      path: decodeURIComponent(pathname).replace(/^\/api\/v10/, ""),
      query: searchParams,
      authorization: request.headers.authorization,
      body,
    });
    if (fails) return say(500, fault);
    const limits = { "x-ratelimit-limit": "5", "x-ratelimit-remaining": "4", "x-ratelimit-reset-after": "1" };
    if (isRefused(said)) return say(said.status, { code: said.code, message: said.message });
    return said === undefined ? say(204, undefined, limits) : say(200, said, limits);
  };
  const http = createServer((request, response) => {
    answer(request, response).catch(unlessGone(request));
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const endpoint = createEndpoint(world);
  const gateway = openGateway(http, world, () => url.replace("http", "ws"));

  return {
    apiUrl: `${url}/api`,
    world,
    gateway,
    violations: world.violations,
    messages: world.messages,
    deliver: (interaction) => {
      if (!endpoint.deliver(interaction)) gateway.dispatch("INTERACTION_CREATE", interaction);
    },
    setEndpoint: endpoint.set,
    refuseNext: (requests) => {
      toRefuse = requests;
    },
    failNext: (requests, when = "before", path = /^/) => {
      toFail = requests;
      failing = path;
      failsAfter = when === "after";
    },
    faultsLeft: () => toRefuse + toFail,
    close: async () => {
      gateway.close();
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
};
