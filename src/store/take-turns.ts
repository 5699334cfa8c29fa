import { setImmediate as nextTurn } from "node:timers/promises";
import type { PGlite } from "@electric-sql/pglite";

/** How long queries may follow one another before the rest of the process has its turn, in milliseconds. */
const longest = 4;

/**
 * PGlite works on the thread that answers events, and what its answer sets going comes before anything that waits at a
 * socket or a timer: many who ask at the same moment would all be told when the last of them is. Lets the event loop
 * turn between queries, so that each is told when their own answer is there.
 */
export const takeTurns = (client: PGlite): void => {
  let began: number | undefined;
  const yielding =
    <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const now = performance.now();
      if (began !== undefined && now - began >= longest) await nextTurn();
      if (began === undefined) {
        began = performance.now();
        setImmediate(() => {
          began = undefined;
        });
      }
      return call(...given);
    };
  client.execProtocol = yielding(client.execProtocol.bind(client));
  client.execProtocolStream = yielding(client.execProtocolStream.bind(client));
};
