import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { LearnerId } from "../../../identity.ts";
import { sinceOf } from "./request.ts";
import type { Tabs } from "./tabs.ts";

/** A sign of life on an open stream, so that nothing between closes it, in milliseconds. */
const heartbeat = 25_000;

/** How often it is noted that whoever has a tab open is still there, in milliseconds. */
const noteEvery = 60 * 60 * 1_000;

export interface Visit {
  readonly visitor: LearnerId;
  readonly tabs: Tabs;
  /** Notes that the visitor is there; never rejects. */
  readonly meet: () => Promise<unknown>;
  /** The latest change to what the visitor was told. */
  readonly latest: () => Promise<number>;
}

/** Tells an open tab of each exchange of its visitor that is added or changed, until the tab is closed. */
export const tellChanges = async (
  context: Context,
  { visitor, tabs, meet, latest }: Visit,
): Promise<Response> => {
  await meet();
  const since = sinceOf(context) ?? (await latest());
  return streamSSE(context, async (stream) => {
    const done = Promise.withResolvers<void>();
    const leave = tabs.open({
      visitor,
      since,
      tell: (said) => void stream.writeSSE({ id: String(said.change), data: JSON.stringify(said) }),
      end: done.resolve,
    });
    const timers = [
      setInterval(() => void stream.write(":\n\n"), heartbeat),
      setInterval(() => void meet(), noteEvery),
    ];
    stream.onAbort(done.resolve);
    await stream.write(":\n\n");
    await done.promise;
    for (const timer of timers) clearInterval(timer);
    leave();
  });
};
