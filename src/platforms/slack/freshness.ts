import type { IncomingMessage } from "node:http";

/** A request that was signed so many milliseconds ago, or will have been, is not taken: it may be an old one sent again. */
const stale = 5 * 60_000;

/**
 * Whether a request says that it was signed about now. Bolt refuses the past by itself, and takes any future: with a clock
 * that is slow, or a stamp from the future, what was captured would be good for longer.
 */
export const isFromNow = ({ headers }: IncomingMessage, now: Date): boolean => {
  const stamp = headers["x-slack-request-timestamp"];
  return (
    typeof stamp === "string" &&
    /^\d{1,12}$/.test(stamp) &&
    Math.abs(now.getTime() - Number(stamp) * 1_000) < stale
  );
};
