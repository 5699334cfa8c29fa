import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { SlackServer } from "./server.ts";
import type { Json } from "./workspace.ts";

export const signingSecret = "loopback-signing-secret";

export type Kind = "events_api" | "slash_commands" | "interactive";

/** Brings what happened in Slack to the app, and returns what it answers to the delivery itself. */
export interface Delivery {
  readonly deliver: (kind: Kind, payload: Json, again?: Again) => Promise<Json>;
  readonly close: () => Promise<void>;
}

/** The second delivery of something. */
export interface Again {
  readonly envelope?: string;
  readonly retry?: number;
}

export const bySocket = (server: SlackServer): Delivery => ({
  deliver: (kind, payload, again) => server.envelope(kind, payload, again?.envelope),
  close: async () => undefined,
});

/** Delivers a share of everything a second time, as Slack does when it is not sure that the first arrived. */
export const sometimesTwice = (delivery: Delivery, share: number): Delivery => {
  let owed = 0;
  return {
    ...delivery,
    deliver: async (kind, payload, again) => {
      const answer = await delivery.deliver(kind, payload, again);
      owed += share;
      if (owed < 1) return answer;
      owed -= 1;
      const second = await delivery.deliver(kind, payload, { retry: 1 });
      if (Object.keys(second).length > 0) throw new Error(`${kind} was answered twice`);
      return answer;
    },
  };
};

export const byHttp = async (listener: RequestListener): Promise<Delivery & { readonly url: string }> => {
  const app = createServer(listener);
  app.listen(0, "127.0.0.1");
  await once(app, "listening");
  const url = `http://127.0.0.1:${(app.address() as AddressInfo).port}/slack/events`;
  return {
    url,
    deliver: (...what) => deliverTo(url, ...what),
    close: async () => {
      app.closeAllConnections();
      app.close();
      await once(app, "close");
    },
  };
};

/** Brings something to an address by a signed request; resolves to what is answered to it. */
export const deliverTo = async (url: string, ...what: Parameters<Delivery["deliver"]>): Promise<Json> => {
  const [kind, ...how] = what;
  const response = await sendSigned(url, kind, ...how);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${kind} was answered with ${response.status}`);
  return text === "" ? {} : (JSON.parse(text) as Json);
};

/** One request as Slack makes it, with the signature of version 0. */
export const sendSigned = (
  url: string,
  kind: Kind,
  payload: Json,
  { retry, secret = signingSecret, age = 0 }: Again & { secret?: string; age?: number } = {},
): Promise<Response> => {
  const body =
    kind === "events_api"
      ? JSON.stringify(payload)
      : new URLSearchParams(
          kind === "interactive" ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>),
        ).toString();
  const time = Math.floor(Date.now() / 1000) - age;
  const signature = createHmac("sha256", secret).update(`v0:${time}:${body}`).digest("hex");
  return fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": kind === "events_api" ? "application/json" : "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": String(time),
      "x-slack-signature": `v0=${signature}`,
      ...(retry === undefined
        ? {}
        : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" }),
    },
  });
};
