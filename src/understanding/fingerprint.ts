import { createHash } from "node:crypto";
import concepts from "./concepts.json" with { type: "json" };
import { allPhrases, type Phrase } from "./phrases.ts";
import signs from "./signs.json" with { type: "json" };

/** Changes with what meanings are learned from. */
export const fingerprintOf = (phrases: readonly Phrase[] = allPhrases()): string =>
  createHash("sha256")
    .update(JSON.stringify([phrases, concepts, signs]))
    .digest("hex")
    .slice(0, 16);
