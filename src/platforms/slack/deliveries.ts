import type { RequestListener } from "node:http";
import { HTTPModuleFunctions, type HTTPReceiver, type SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../../log.ts";
import { requestPath } from "./addresses.ts";
import { tellError } from "./bolt-log.ts";

/** A body of JSON's null: Bolt fails at it, and leaves the request without an answer. */
const nothing = /^\s*(?:payload=)?null\s*$/;

/** Signed requests of Slack's; whatever else is asked for is not found. */
export const takeRequests =
  ({ requestListener }: HTTPReceiver, log: Log): RequestListener =>
  async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://any");
    if (pathname !== requestPath || request.method !== "POST") {
      response.writeHead(404).end();
      return;
    }
    try {
      const { defaultBodyLimit, bufferIncomingMessage } = HTTPModuleFunctions;
      const buffered = await bufferIncomingMessage(request, defaultBodyLimit);
      if (nothing.test(buffered.rawBody.subarray(0, 64).toString())) response.writeHead(400).end();
      else requestListener(buffered, response);
    } catch (error) {
      log.debug(tellError(error), "Slack: a request could not be read");
      response.writeHead(HTTPModuleFunctions.isRawBodyError(error) ? error.statusCode : 400).end();
    }
  };

/**
 * Has what comes through the socket read as before, and what Slack's client fails at taken as something that nobody
 * listens for: a message of the kind for events that holds none would end the process.
 */
export const takeEnvelopes = ({ client }: SocketModeReceiver, log: Log): void => {
  const event = "ws_message";
  const [read] = client.listeners(event) as ((data: string, isBinary: boolean) => Promise<void>)[];
  if (read === undefined) throw new Error("Slack’s client has no reader of messages");
  client.removeAllListeners(event);
  client.on(event, async (data: string, isBinary: boolean) => {
    try {
      await read(data, isBinary);
    } catch (error) {
      log.warn(tellError(error), "Slack: something came that could not be read");
      const envelope: unknown = JSON.parse(String(data));
      if (typeof envelope !== "object" || envelope === null || !("envelope_id" in envelope)) return;
      await read(JSON.stringify({ ...envelope, type: "unreadable" }), isBinary);
    }
  });
};
