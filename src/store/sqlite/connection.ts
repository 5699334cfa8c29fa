import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { LRUCache } from "lru-cache";

/** Statements that stay prepared. */
const prepared = 300;

/**
 * What many who write at the same moment share: SQLite waits for the disk once for each transaction, half a millisecond
 * to ten of them, on the thread that answers. So all that is written in one turn of the event loop is one transaction,
 * each part of it a savepoint that fails by itself, and each writer hears of success when the whole is on the disk.
 */
interface Batch {
  readonly kept: Promise<void>;
  readonly tell: (error?: unknown) => void;
}

/** The one line to a database file: statements come one after the other, transactions are never mixed. */
export interface SqliteConnection {
  /** Runs statements that nothing else comes between, from `take` until `give`. */
  readonly take: () => Promise<void>;
  readonly give: () => void;
  /** Runs one statement, and gives the rows that it comes to. */
  readonly run: (statement: string, values: readonly unknown[]) => Record<string, unknown>[];
  /** Whether a transaction is under way; a full disk ends one. */
  readonly isJoined: () => boolean;
  /** Makes what is written until the end of this turn one transaction; resolves when it is on the disk. */
  readonly join: () => Promise<void>;
  /** What is written next need not be on the disk when it is acknowledged, unless it is part of a batch. */
  readonly relax: () => void;
  readonly close: () => Promise<void>;
}

/** Opens nothing by itself: `file` is open. */
export const createConnection = (file: DatabaseSync): SqliteConnection => {
  const statements = new LRUCache<string, StatementSync>({ max: prepared });
  const waiting: (() => void)[] = [];
  let isTaken = false;
  let batch: Batch | undefined;
  let isDurable = true;

  const prepare = (text: string): StatementSync => {
    const known = statements.get(text) ?? file.prepare(text);
    statements.set(text, known);
    return known;
  };

  const take = async (): Promise<void> => {
    if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve));
    isTaken = true;
  };

  /** The next in line has the connection before anybody else can take it. */
  const give = (): void => {
    const next = waiting.shift();
    if (next === undefined) isTaken = false;
    else next();
  };

  /** How long a commit waits for the disk can be changed between transactions only. */
  const setDurable = (durable: boolean): void => {
    if (durable === isDurable) return;
    file.exec(`pragma synchronous = ${durable ? "full" : "normal"}`);
    isDurable = durable;
  };

  const finish = async (begun: Batch): Promise<void> => {
    await take();
    try {
      if (batch !== begun) return;
      batch = undefined;
      file.exec("commit");
      begun.tell();
    } catch (error) {
      if (file.isTransaction) file.exec("rollback");
      begun.tell(error);
    } finally {
      give();
    }
  };

  /** A full disk ends the whole transaction, not only the statement: nothing in it is kept, and each writer is told. */
  const abandon = (error: unknown): void => {
    const ending = batch;
    batch = undefined;
    ending?.tell(error);
  };

  const join = (): Promise<void> => {
    if (batch !== undefined) return batch.kept;
    setDurable(true);
    file.exec("begin immediate");
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // A writer whose own part failed hears of that, and waits for the batch no more.
    promise.catch(() => undefined);
    const begun: Batch = {
      kept: promise,
      tell: (error) => (error === undefined ? resolve() : reject(error)),
    };
    batch = begun;
    setImmediate(() => void finish(begun));
    return promise;
  };

  return {
    take,
    give,
    run: (text, values) => {
      const statement = prepare(text);
      try {
        return statement.all(...(values as SQLInputValue[]));
      } catch (error) {
        if (batch !== undefined && !file.isTransaction) abandon(error);
        throw error;
      }
    },
    isJoined: () => batch !== undefined,
    join,
    relax: () => {
      if (batch === undefined) setDurable(false);
    },
    close: async () => {
      await take();
      if (batch !== undefined) {
        give();
        await batch.kept.catch(() => undefined);
        await take();
      }
      statements.clear();
      file.close();
    },
  };
};
