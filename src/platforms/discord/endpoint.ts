import { createPublicKey, verify } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { InteractionResponseType, InteractionType } from "discord.js";

export interface EndpointServices {
  /** The application's key, 64 hexadecimal digits; Discord signs with its other half. */
  readonly publicKey: string;
  readonly now: () => Date;
  readonly isReady: () => boolean;
  /** Takes what Discord delivers; false where it is nothing that can be answered. */
  readonly receive: (delivered: unknown) => boolean;
}

/** The age from which on a signed request is no longer taken, in milliseconds. */
const stale = 5 * 60_000;

/** What Discord delivers is well below this many bytes. */
const largest = 1_000_000;

/**
 * Where Discord delivers interactions by HTTP. The answer takes Discord's callback route, as it does for interactions
 * from the gateway; the request itself is then answered with 202 and nothing, as Discord's documentation asks. Only a
 * ping is answered in the response.
 */
export const createEndpoint = ({ publicKey, now, isReady, receive }: EndpointServices): RequestListener => {
  const isSigned = createVerifier(publicKey);
  return async (request, response) => {
    const say = (status: number, body?: unknown) => {
      if (body === undefined) response.writeHead(status).end();
      else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (request.method !== "POST") return say(405);
    if (!isReady()) return say(503);
    try {
      const body = await bodyOf(request);
      if (body === undefined) {
        response.setHeader("connection", "close");
        return say(413);
      }
      const timestamp = headerOf(request, "x-signature-timestamp");
      const signature = headerOf(request, "x-signature-ed25519");
      const isFresh =
        /^\d{1,12}$/.test(timestamp) && Math.abs(now().getTime() - Number(timestamp) * 1000) < stale;
      if (!isFresh || !isSigned(signature, timestamp, body)) return say(401);
      const delivered = parsed(body);
      if (isPing(delivered)) return say(200, { type: InteractionResponseType.Pong });
      return say(receive(delivered) ? 202 : 400);
    } catch {
      // Whoever sends it went away in the middle of it.
      response.destroy();
    }
  };
};

/** Whether a signature, 128 hexadecimal digits, is Discord's own by Ed25519 (RFC 8032): it signs the time and the body. */
const createVerifier = (publicKey: string) => {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519", x } });
  return (signature: string, timestamp: string, body: Buffer): boolean =>
    /^[\da-f]{128}$/i.test(signature) &&
    verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
};

const headerOf = ({ headers }: IncomingMessage, name: string): string => String(headers[name] ?? "");

/** Undefined where it is too large. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection stays, so that the refusal can be told.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
};

const isPing = (delivered: unknown): boolean =>
  typeof delivered === "object" &&
  delivered !== null &&
  (delivered as { type?: unknown }).type === InteractionType.Ping;
