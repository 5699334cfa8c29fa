import type { RequestListener } from "node:http";
import type { Tutor } from "../commands/tutor.ts";
import type { PlatformName } from "../identity.ts";
import type { Posting } from "../posting.ts";
import type { PlatformEnded } from "./ended.ts";

/** A chat platform: receives, turns what it received into an invocation, and shows the reply. */
export interface Platform extends Posting {
  readonly name: PlatformName;
  readonly start: (tutor: Tutor) => Promise<void>;
  /** Whether what learners do arrives here; absent for one that needs no connection. */
  readonly isConnected?: () => boolean;
  /** Resolves when the platform has let go of this process for good; absent for one that never does. */
  readonly ended?: Promise<PlatformEnded>;
  /** Finishes what is acknowledged, then lets go of every connection. */
  readonly stop: () => Promise<void>;
  /** What the one web server hands to this platform: requests whose path starts with `path`. */
  readonly web?: { readonly path: string; readonly listener: RequestListener };
}
