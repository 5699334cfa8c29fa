import { createHash, randomUUID } from "node:crypto";
import type { Tutor } from "../../../commands/tutor.ts";
import { type LearnerId, learnerId, messageId, partsOf, platformOf } from "../../../identity.ts";
import { type Posting, PostRefused } from "../../../posting.ts";
import type { Reply } from "../../../reply/reply.ts";
import { keepExchange, toExchange } from "./exchange.ts";
import type { Tabs } from "./tabs.ts";

export interface PostingServices {
  /** Undefined before the start and after the stop. */
  readonly tutor: () => Tutor | undefined;
  readonly tabs: Tabs;
}

/**
 * What the tutor says by itself: an exchange without a question, in the conversation of one visitor. Whoever has no tab
 * open finds it when the page is opened again. It need not be the process that serves the page.
 */
export const createPosting = ({ tutor, tabs }: PostingServices): Posting => {
  const running = (): Tutor => {
    const found = tutor();
    if (found === undefined) throw new Error("Nothing can be posted while the page is closed");
    return found;
  };
  const put = async (visitor: LearnerId, id: string, reply: Reply, asked?: string): Promise<void> => {
    const { codes, conversations } = running();
    await keepExchange(visitor, await toExchange({ id, asked, reply, codes }), { conversations, tabs });
  };

  return {
    post: async (to, reply, key) => {
      const name = partsOf(to).at(-1) ?? "";
      const visitor = learnerId("web", name);
      const { conversations } = running();
      if (platformOf(to) !== "web" || !(await conversations.knows(visitor))) throw new PostRefused("gone");
      const id = key === undefined ? `x${randomUUID()}` : `k${digestOf(key)}`;
      const isThere = key !== undefined && (await conversations.find(visitor, id)) !== undefined;
      if (!isThere) await put(visitor, id, reply);
      return messageId("web", name, id);
    },
    edit: async (message, reply) => {
      const [name = "", id = ""] = partsOf(message);
      const visitor = learnerId("web", name);
      const exchange = await running().conversations.find(visitor, id);
      if (exchange === undefined) throw new PostRefused("gone");
      await put(visitor, id, reply, exchange.asked);
    },
  };
};

const digestOf = (key: string): string => createHash("sha256").update(key).digest("base64url").slice(0, 24);
