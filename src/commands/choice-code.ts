import { createHash } from "node:crypto";
import * as z from "zod";
import type { LearnerId, PlaceId } from "../identity.ts";
import type { Choice, Reply } from "../reply/reply.ts";
import type { Replies } from "../store/replies.ts";

/** What a choice does ↔ the short string that a button carries. */
export interface ChoiceCode {
  /** A string of at most `limit` characters; the same choice has the same code. */
  readonly encode: (choice: Coded, limit?: number) => string;
  /** Undefined for a code of another version, a forged one, or one that is no longer kept. */
  readonly decode: (code: string) => Promise<Coded | undefined>;
  /**
   * Keeps what the choices of a reply do and their codes cannot hold, so that any process can follow them later, until
   * the learner whom it answers is forgotten.
   */
  readonly keep: (reply: Reply, workspace: PlaceId, learner?: LearnerId) => Promise<void>;
}

/** The part of a choice that its code carries. */
export type Coded = Pick<Choice, "does" | "asks" | "inPlace">;

/** A Discord custom id holds this much. */
export const usualLimit = 100;

/** The strictest platform's limit: the value of an entry in a Slack menu. */
const shortestLimit = 75;

const version = "1";

const name = z.string().regex(/^[a-z]{1,32}$/);

const shape = z.tuple([
  name,
  z.record(name, z.union([z.string(), z.number(), z.boolean()])),
  name.nullable().optional(),
  z.literal(1).optional(),
]);

/**
 * A choice that fits is spelled out (`1["dot",{…}]`), so its button needs no memory; a longer one is kept in the store
 * under its digest (`1#…`).
 */
export const createChoiceCode = (replies: Pick<Replies, "keepTexts" | "findText">): ChoiceCode => ({
  encode: (choice, limit = usualLimit) => {
    const spelled = spell(choice);
    return version.length + spelled.length <= limit ? version + spelled : `${version}#${digestOf(spelled)}`;
  },
  decode: async (code) => {
    if (!code.startsWith(version)) return undefined;
    const body = code.slice(version.length);
    const spelled = body.startsWith("#") ? await replies.findText(body.slice(1)) : body;
    if (spelled === undefined) return undefined;
    try {
      const [command, options, asks, inPlace] = shape.parse(JSON.parse(spelled));
      return {
        does: { command, options },
        ...(asks === undefined || asks === null ? {} : { asks }),
        ...(inPlace === undefined ? {} : { inPlace: true }),
      };
    } catch {
      return undefined;
    }
  },
  keep: async ({ blocks }, workspace, learner) => {
    const long = blocks
      .flatMap((block) => (block.kind === "choices" ? block.choices.map(spell) : []))
      .filter((spelled) => version.length + spelled.length > shortestLimit);
    const texts = new Map(long.map((spelled) => [digestOf(spelled), spelled]));
    if (texts.size > 0) await replies.keepTexts(workspace, texts, learner);
  },
});

const spell = ({ does: { command, options }, asks, inPlace }: Coded): string =>
  JSON.stringify([
    command,
    options,
    ...(inPlace === true ? [asks ?? null, 1] : asks === undefined ? [] : [asks]),
  ]);

const digestOf = (spelled: string): string =>
  createHash("sha256").update(spelled).digest("base64url").slice(0, 24);
