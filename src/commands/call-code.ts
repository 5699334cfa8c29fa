import { createHash } from "node:crypto";
import * as z from "zod";
import type { Call } from "../reply/reply.ts";

/** Keeps what does not fit into a button until the button is pressed. */
export interface KeptCodes {
  readonly keep: (key: string, code: string) => void;
  readonly find: (key: string) => string | undefined;
}

/** Call ↔ the short string that a button carries. */
export interface CallCode {
  /** A string of at most `limit` characters; the same call has the same code. */
  readonly encode: (call: Call, limit?: number) => string;
  /** Undefined for a code of another version, a forged one, or one that is no longer kept. */
  readonly decode: (code: string) => Call | undefined;
}

/** The strictest platform's limit: a Discord custom id. */
export const shortestLimit = 100;

const version = "1";

const callShape = z.tuple([
  z.string().regex(/^[a-z]{1,32}$/),
  z.record(z.string().regex(/^[a-z]{1,32}$/), z.union([z.string(), z.number(), z.boolean()])),
]);

/**
 * A call that fits is spelled out (`1{…}`), so its button outlives any restart; a longer one is kept under its digest
 * (`1#…`).
 */
export const createCallCode = (kept: KeptCodes): CallCode => ({
  encode: ({ command, options }, limit = shortestLimit) => {
    const spelled = JSON.stringify([command, options]);
    if (version.length + spelled.length <= limit) return version + spelled;
    const key = createHash("sha256").update(spelled).digest("base64url").slice(0, 24);
    kept.keep(key, spelled);
    return `${version}#${key}`;
  },
  decode: (code) => {
    if (!code.startsWith(version)) return undefined;
    const body = code.slice(version.length);
    const spelled = body.startsWith("#") ? kept.find(body.slice(1)) : body;
    if (spelled === undefined) return undefined;
    try {
      const [command, options] = callShape.parse(JSON.parse(spelled));
      return { command, options };
    } catch {
      return undefined;
    }
  },
});
