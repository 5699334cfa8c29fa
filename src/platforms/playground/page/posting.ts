import { createHash, randomUUID } from "node:crypto";
import type { Tutor } from "../../../commands/tutor.ts";
import { messageId, partsOf, platformOf } from "../../../identity.ts";
import { type Posting, PostRefused } from "../../../posting.ts";
import type { Reply } from "../../../reply/reply.ts";
import type { Conversations } from "./conversations.ts";
import { toExchange } from "./exchange.ts";

export interface PostingServices {
  /** Undefined before the start and after the stop. */
  readonly tutor: () => Tutor | undefined;
  readonly conversations: Conversations;
}

/**
 * What the tutor says by itself: an exchange without a question, in the conversation of one visitor. Whoever has no tab
 * open finds it when the page is opened again.
 */
export const createPosting = ({ tutor, conversations }: PostingServices): Posting => {
  const put = async (visitor: string, id: string, reply: Reply, asked?: string): Promise<void> => {
    const codes = tutor()?.codes;
    if (codes === undefined) throw new Error("Nothing can be posted while the page is closed");
    conversations.put(visitor, await toExchange({ id, asked, reply, codes }));
  };

  return {
    post: async (to, reply, key) => {
      const visitor = partsOf(to).at(-1) ?? "";
      if (platformOf(to) !== "web" || !conversations.knows(visitor)) throw new PostRefused("gone");
      const id = key === undefined ? `x${randomUUID()}` : `k${digestOf(key)}`;
      if (conversations.find(visitor, id) === undefined) await put(visitor, id, reply);
      return messageId("web", visitor, id);
    },
    edit: async (message, reply) => {
      const [visitor = "", id = ""] = partsOf(message);
      const exchange = conversations.find(visitor, id);
      if (exchange === undefined) throw new PostRefused("gone");
      await put(visitor, id, reply, exchange.asked);
    },
  };
};

const digestOf = (key: string): string => createHash("sha256").update(key).digest("base64url").slice(0, 24);
