import { type MessageId, messageId, type PlaceId, platformOf } from "../../src/identity.ts";
import { type PostingEverywhere, PostRefused, type Refusal } from "../../src/posting.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import type { Choice, Reply } from "../../src/reply/reply.ts";

/** What was posted, to whom, under which key. */
export interface Recorded {
  readonly to: string;
  readonly reply: Reply;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly key: string | undefined;
}

export interface Recording extends PostingEverywhere {
  readonly posts: Recorded[];
  readonly edits: { readonly message: MessageId; readonly text: string }[];
  /** Posts to these are refused, or fail for a while. */
  readonly refusing: Map<string, Refusal | "fails">;
}

/** Posts that go nowhere, and are remembered. */
export const createRecording = (): Recording => {
  const posts: Recorded[] = [];
  const edits: Recording["edits"] = [];
  const refusing: Recording["refusing"] = new Map();
  return {
    posts,
    edits,
    refusing,
    reaches: () => true,
    post: async (to, reply, key) => {
      const refusal = refusing.get(to as PlaceId);
      if (refusal === "fails") throw new Error("The line is down");
      if (refusal !== undefined) throw new PostRefused(refusal);
      const choices = reply.blocks.flatMap((block) => (block.kind === "choices" ? block.choices : []));
      posts.push({ to, reply, text: toPlainText(reply), choices, key });
      return messageId(platformOf(to), String(posts.length));
    },
    edit: async (message, reply) => {
      edits.push({ message, text: toPlainText(reply) });
    },
  };
};
