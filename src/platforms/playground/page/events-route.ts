import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { type Conversations, toldOf } from "./conversations.ts";
import { sinceOf } from "./request.ts";

/** A sign of life on an open stream, so that nothing between closes it. */
const heartbeat = 25_000;

/** Tells an open tab of each exchange of its visitor that is added or changed, until the tab is closed. */
export const tellChanges = (context: Context, visitor: string, conversations: Conversations): Response =>
  streamSSE(context, async (stream) => {
    const done = Promise.withResolvers<void>();
    const unfollow = conversations.follow({
      visitor,
      since: sinceOf(context) ?? conversations.latest(),
      tell: (exchange) =>
        void stream.writeSSE({ id: String(exchange.change), data: JSON.stringify(toldOf(exchange)) }),
      end: done.resolve,
    });
    const alive = setInterval(() => void stream.write(":\n\n"), heartbeat);
    stream.onAbort(done.resolve);
    await stream.write(":\n\n");
    await done.promise;
    clearInterval(alive);
    unfollow();
  });
