import { refusalOf } from "./refusal.ts";
import type { SlackMessage } from "./render.ts";
import type { Posted, Spot } from "./send.ts";

interface Means {
  readonly say: (
    spot: Spot,
    message: SlackMessage,
  ) => Promise<{ readonly channel: string; readonly ts: string }>;
  readonly change: (posted: Posted, message: SlackMessage) => Promise<void>;
  readonly remove: (posted: Posted) => Promise<void>;
}

/** Of how many messages it is known what follows them. */
const capacity = 1_000;

/** The messages on which an edited one goes on, in its thread: changed with it, and removed when it is shorter again. */
export const createContinuations = ({ say, change, remove }: Means) => {
  const known = new Map<string, Posted[]>();
  return {
    follow: async (
      { channel, ts, thread = ts }: Posted,
      messages: readonly SlackMessage[],
    ): Promise<void> => {
      const id = `${channel}/${ts}`;
      const following = known.get(id) ?? [];
      known.delete(id);
      if (messages.length > 0) known.set(id, following);
      if (known.size > capacity) known.delete(known.keys().next().value!);
      for (const [i, message] of messages.entries()) {
        const there = following[i];
        if (there === undefined) following.push(await say({ channel, thread }, message));
        else
          await orWhenGone(change(there, message), async () => {
            following[i] = await say({ channel, thread }, message);
          });
      }
      for (const surplus of following.splice(messages.length))
        await orWhenGone(remove(surplus), async () => undefined);
    },
  };
};

/** Does something else where somebody has deleted the message. */
const orWhenGone = async (work: Promise<void>, instead: () => Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (refusalOf(error) !== "gone") throw error;
    await instead();
  }
};
