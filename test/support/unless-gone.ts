import type { IncomingMessage } from "node:http";

/** For a request whose handling failed: who has been killed in the middle of it waits for no answer. */
export const unlessGone =
  (request: IncomingMessage) =>
  (error: unknown): void => {
    if (!request.readableAborted && !request.destroyed) throw error;
  };
