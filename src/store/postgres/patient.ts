import { eachCall } from "../each-call.ts";
import { codeOf } from "../engine.ts";
import type { Store } from "../store.ts";

/** How long a call waits for a database that is away, in milliseconds, and the pauses between tries. */
const [patience, pause] = [12_000, 250];

/** Codes of Node for a connection that fails, and of PostgreSQL for a server that ends, starts or has no room. */
const away = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|57P0[1-3]$|08|53300$)/;

/** Whether a call failed since the database could not be reached, so that it may be tried again. */
export const isAway = (error: unknown): boolean => {
  const code = codeOf(error);
  if (code !== undefined) return away.test(code);
  const { message = "", cause } = error as Error;
  return (
    /Connection terminated|connection timeout|timeout exceeded/i.test(message) ||
    (cause !== undefined && isAway(cause))
  );
};

/**
 * A store whose calls wait for a database that has gone away for a moment. All of them may be repeated: an attempt is
 * recorded once for each event, whatever became of the answer to an earlier try.
 */
export const createPatientStore = (store: Store): Store => eachCall(store, (_, call) => withPatience(call));

const withPatience = async (call: () => Promise<unknown>): Promise<unknown> => {
  for (const begin = performance.now(); ; ) {
    try {
      return await call();
    } catch (error) {
      if (!isAway(error) || performance.now() - begin > patience) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
};
