import type { PGlite } from "@electric-sql/pglite";

/** The code of PostgreSQL for a disk without room. */
export const diskFull = "53100";

/** The database within this process has come to its end; what it acknowledged is kept, and another process can open it. */
export class DatabaseEnded extends Error {
  /** PostgreSQL's code for the reason. */
  readonly code: string;

  constructor(cause: unknown) {
    const { code = "XX000" } = cause as { code?: string };
    super(`The database has ended (${code})`, { cause });
    this.code = code;
  }
}

/** What PostgreSQL says as it ends. */
const last = new Set(["PANIC", "FATAL"]);

/**
 * Resolves when PostgreSQL ends within PGlite, as it does where the log of changes cannot be written. Whatever is asked
 * after that is refused here: PGlite would take the call, never return from it, and hold up the whole process.
 */
export const watchEnd = (client: PGlite): Promise<DatabaseEnded> => {
  const { promise, resolve } = Promise.withResolvers<DatabaseEnded>();
  let ended: DatabaseEnded | undefined;
  const guarded =
    <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      if (ended !== undefined) throw ended;
      try {
        return await call(...given);
      } catch (error) {
        if (!last.has(String((error as { severity?: unknown }).severity))) throw error;
        ended = new DatabaseEnded(error);
        resolve(ended);
        throw ended;
      }
    };
  client.execProtocol = guarded(client.execProtocol.bind(client));
  client.execProtocolStream = guarded(client.execProtocolStream.bind(client));
  return promise;
};
