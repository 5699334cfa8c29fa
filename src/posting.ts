import { type LearnerId, type MessageId, type PlaceId, type PlatformName, platformOf } from "./identity.ts";
import type { Reply } from "./reply/reply.ts";

/** Says something that nobody asked for just now, and changes what was said. */
export interface Posting {
  /**
   * Posts in a place, or to one learner alone. What is posted again under the same key, because a process ended before
   * it knew that it had been posted, appears once where the platform can tell. Throws `PostRefused`.
   */
  readonly post: (to: PlaceId | LearnerId, reply: Reply, key?: string) => Promise<MessageId>;
  /** Puts another reply in the place of a posted one. Throws `PostRefused`. */
  readonly edit: (message: MessageId, reply: Reply) => Promise<void>;
}

/** Posting on all platforms that this process has. */
export interface PostingEverywhere extends Posting {
  /** Whether the platform of a place or a learner is one of them. */
  readonly reaches: (to: PlaceId | LearnerId) => boolean;
}

/** "forbidden": the bot may not write there (any more). "gone": the place or the message is no more. */
export type Refusal = "forbidden" | "gone";

/** The platform does not take what is posted, and will not when it is tried again. */
export class PostRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`The platform refuses the post: ${refusal}`);
    this.refusal = refusal;
  }
}

/** Hands each post to the platform that its place, learner or message belongs to. */
export const createPosting = (
  platforms: () => readonly (Posting & { readonly name: PlatformName })[],
): PostingEverywhere => {
  const platformFor = (id: string): Posting => {
    const found = platforms().find(({ name }) => name === platformOf(id));
    if (found === undefined) throw new PostRefused("gone");
    return found;
  };
  return {
    reaches: (to) => platforms().some(({ name }) => name === platformOf(to)),
    post: async (to, reply, key) => platformFor(to).post(to, reply, key),
    edit: async (message, reply) => platformFor(message).edit(message, reply),
  };
};
