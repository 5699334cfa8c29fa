import type { Posted } from "./posting.ts";
import type { SlackMessage } from "./render.ts";
import type { Spot } from "./send.ts";

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
        else await change(there, message);
      }
      for (const surplus of following.splice(messages.length)) await remove(surplus);
    },
  };
};
