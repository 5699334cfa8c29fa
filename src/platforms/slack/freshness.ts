import type { IncomingMessage } from "node:http";

/** A request that was signed so many milliseconds ago, or will have been, is not taken: it may be an old one sent again. */
const stale = 5 * 60_000;

/**
 * Whether a request says that it was signed long ago or later than now. Bolt refuses the past by itself, and takes any
 * future: with a stamp from there, what was captured would be good for longer. One without a stamp Bolt refuses.
 */
export const isOutOfTime = ({ headers }: IncomingMessage, now: Date): boolean => {
  const stamp = headers["x-slack-request-timestamp"];
  return typeof stamp === "string" && !(Math.abs(now.getTime() - Number(stamp) * 1_000) < stale);
};
