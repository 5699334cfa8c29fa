import type { LearnerId } from "../identity.ts";

/** One thing asked and its answer, or one thing that the tutor said by itself, as a page is told of it. */
export interface Said {
  readonly id: string;
  /** What was asked; absent where nobody asked. */
  readonly asked?: string;
  readonly html: string;
  /** Grows with every exchange of the same visitor that is added or changed. */
  readonly change: number;
}

/** An exchange as it is kept. */
export interface Exchange extends Omit<Said, "change"> {
  /** The pictures that it shows, by their keys; what they are is for the page to say. */
  readonly pictures: Readonly<Record<string, unknown>>;
  /** Whether a file stands in it. An export leaves such a one out: it would hold all exports before it. */
  readonly hasFile: boolean;
}

export interface Conversation {
  /** In the order in which they were added. */
  readonly exchanges: readonly Said[];
  /** The number of the latest change; 0 where the visitor is not known. */
  readonly change: number;
}

/** A visitor, and the latest change that is known there. */
export interface Seen {
  readonly visitor: LearnerId;
  readonly since: number;
}

/** What visitors of the page asked and read, so that a reload, a second tab and another process show the same. */
export interface Conversations {
  /** Notes that a visitor is there, who may be posted to from then on. */
  readonly meet: (visitor: LearnerId) => Promise<void>;
  readonly knows: (visitor: LearnerId) => Promise<boolean>;
  /**
   * Adds an exchange, or puts it in the place of the one with the same id, and resolves to the number of this change.
   * Changes of one visitor are numbered in the order in which they are kept. Of each visitor the latest 50 stay.
   */
  readonly put: (visitor: LearnerId, exchange: Exchange) => Promise<number>;
  readonly find: (visitor: LearnerId, id: string) => Promise<Said | undefined>;
  /** A picture that the visitor was shown, for as long as its exchange is kept. */
  readonly picture: (visitor: LearnerId, key: string) => Promise<unknown>;
  readonly of: (visitor: LearnerId) => Promise<Conversation>;
  /** What was added or changed since then, in the order of the changes. */
  readonly changes: (seen: readonly Seen[]) => Promise<readonly (Said & { readonly visitor: LearnerId })[]>;
  /** Forgets what was said; the visitor is still known. */
  readonly forget: (visitor: LearnerId) => Promise<void>;
  /** Forgets what was said before a moment, and those who have not been there since another. */
  readonly forgetBefore: (said: Date, seen: Date) => Promise<void>;
}
