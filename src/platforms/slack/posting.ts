import { createHash, randomUUID } from "node:crypto";
import type { webApi } from "@slack/bolt";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import { type LearnerId, type MessageId, messageId, type PlaceId, partsOf } from "../../identity.ts";
import type { Posting } from "../../posting.ts";
import type { Reply } from "../../reply/reply.ts";
import { createLatestOnly } from "../latest-only.ts";
import { createContinuations } from "./continuations.ts";
import { refusing } from "./refusal.ts";
import { renderReply, type SlackMessage } from "./render.ts";
import { type Posted, postedAs, type Spot } from "./send.ts";
import { addressOf } from "./who-and-where.ts";

/** Slack takes chat.update about 50 times a minute and workspace, counted in milliseconds between two here. */
const pauseBetweenEdits = 1_300;

/** All messages of a workspace take turns. */
const workspace = "workspace";

/** Posts and edits as the bot of one workspace. */
export const createPosting = (client: webApi.WebClient, codes: ChoiceCode): Posting => {
  const edits = createLatestOnly(pauseBetweenEdits);

  const say = async (spot: Spot, message: SlackMessage, key: string): Promise<Posted> => {
    const posted = await client.chat.postMessage({ ...postedAs(message, spot), ...oncePerKey(key) });
    return { channel: posted.channel!, ts: posted.ts! };
  };
  const change = async ({ channel, ts }: Posted, { text, blocks }: SlackMessage): Promise<void> => {
    await client.chat.update({ channel, ts, text, blocks: [...blocks] });
  };
  const continuations = createContinuations({
    say: (spot, message) => say(spot, message, randomUUID()),
    // Within the turn of the message that it continues.
    change,
    remove: async ({ channel, ts }) => {
      await client.chat.delete({ channel, ts });
    },
  });

  const post = async (to: PlaceId | LearnerId, reply: Reply, key: string) => {
    const spot = spotOf(to);
    const messages = renderReply(reply, codes);
    const ids: MessageId[] = [];
    for (const [i, message] of messages.entries()) {
      const { channel, ts } = await say(spot, message, `${key}/${i}`);
      ids.push(idOf(partsOf(to)[0]!, { channel, ts, thread: spot.thread }));
    }
    return ids[messages.findIndex(hasChoices)] ?? ids[0]!;
  };

  const edit = async (id: MessageId, reply: Reply) => {
    const posted = postedOf(id);
    await edits.run(
      `${posted.channel}/${posted.ts}`,
      async () => {
        const [first, ...more] = renderReply(reply, codes);
        await change(posted, first);
        await continuations.follow(posted, more);
      },
      workspace,
    );
  };

  return {
    post: (to, reply, key = randomUUID()) => refusing(post(to, reply, key)),
    edit: (message, reply) => refusing(edit(message, reply)),
  };
};

const spotOf = (to: PlaceId | LearnerId): Spot => {
  const [, channel = "", thread] = partsOf(to);
  return { channel: addressOf(channel), ...(thread === undefined ? {} : { thread }) };
};

/** The thread is the last part, for what goes on below the message. */
const idOf = (team: string, { channel, ts, thread }: Posted): MessageId =>
  thread === undefined
    ? messageId("slack", team, channel, ts)
    : messageId("slack", team, channel, ts, thread);

const postedOf = (id: MessageId): Posted => {
  const [, channel = "", ts = "", thread] = partsOf(id);
  return { channel, ts, ...(thread === undefined ? {} : { thread }) };
};

const hasChoices = ({ blocks }: SlackMessage): boolean => blocks.some(({ type }) => type === "actions");

/** Slack shows what is posted again under the same client_msg_id, a UUID, only once. */
const oncePerKey = (key: string): { readonly client_msg_id: string } => {
  const digest = createHash("sha256").update(key).digest("hex");
  const parts = [0, 8, 12, 16, 20, 32];
  return {
    client_msg_id: parts
      .slice(1)
      .map((end, i) => digest.slice(parts[i], end))
      .join("-"),
  };
};
