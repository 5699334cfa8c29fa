import { createHash } from "node:crypto";
import * as z from "zod";
import type { Choice } from "../reply/reply.ts";
import type { KeptTexts } from "./kept-texts.ts";

/** What a choice does ↔ the short string that a button carries. */
export interface ChoiceCode {
  /** A string of at most `limit` characters; the same choice has the same code. */
  readonly encode: (choice: Coded, limit?: number) => string;
  /** Undefined for a code of another version, a forged one, or one that is no longer kept. */
  readonly decode: (code: string) => Coded | undefined;
}

/** The part of a choice that its code carries. */
export type Coded = Pick<Choice, "does" | "asks">;

/** The strictest platform's limit: a Discord custom id. */
export const shortestLimit = 100;

const version = "1";

const name = z.string().regex(/^[a-z]{1,32}$/);

const shape = z.tuple([
  name,
  z.record(name, z.union([z.string(), z.number(), z.boolean()])),
  name.optional(),
]);

/**
 * A choice that fits is spelled out (`1["dot",{…}]`), so its button outlives any restart; a longer one is kept under
 * its digest (`1#…`).
 */
export const createChoiceCode = (kept: KeptTexts): ChoiceCode => ({
  encode: ({ does, asks }, limit = shortestLimit) => {
    const spelled = JSON.stringify([does.command, does.options, ...(asks === undefined ? [] : [asks])]);
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
      const [command, options, asks] = shape.parse(JSON.parse(spelled));
      return { does: { command, options }, ...(asks === undefined ? {} : { asks }) };
    } catch {
      return undefined;
    }
  },
});
