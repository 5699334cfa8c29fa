import type { Learner } from "../town.ts";

/** A platform on 127.0.0.1 with all the servers or workspaces that learners are in. */
export interface Arena {
  readonly apiUrl: string;
  /** What the tutor is told, so that it is here. */
  readonly settings: Readonly<Record<string, string>>;
  /** The place that all channels of a server or workspace lie in, as the tutor knows it. */
  readonly place: (server: number) => `${"discord" | "slack"}:place:${string}`;
  /** Makes all servers known to the bot that has connected. */
  readonly introduce: () => void;
  /** Asks; resolves when the answer to the event itself has arrived. */
  readonly ask: (learner: Learner, command: string, text: string) => Promise<void>;
  /** Forgets what was said, so that looking through it takes no time. */
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

/** How long an answer is waited for, in milliseconds. */
export const patience = 20_000;
