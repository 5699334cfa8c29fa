import type { CountTogether } from "./postgres/shared-counts.ts";
import type { Waiting } from "./postgres/until-there.ts";
import { StoreRefused } from "./refusal.ts";
import type { Store } from "./store.ts";
import type { Database } from "./tables.ts";

/** What is used in the place of a folder for a database that ends with the process. */
export const inMemory = "memory://";

/** A database that the jobs use as well as the store. */
export type OpenDatabase =
  | { readonly kind: "sqlite"; readonly database: Database }
  | { readonly kind: "postgres"; readonly url: string };

export interface Opened {
  readonly store: Store;
  readonly database: OpenDatabase;
  /** Counts over all processes that share the database; absent where there is but one. */
  readonly countTogether?: CountTogether;
  /** Resolves when the database answers; rejects when it is away. */
  readonly ping: () => Promise<void>;
}

export interface Where {
  /** The folder of the database in this process; `memory://` for one that ends with it. */
  readonly dataDir: string;
  /** A PostgreSQL server instead. */
  readonly databaseUrl?: string | undefined;
}

/**
 * Opens the database that is configured, and brings it up to date. Without `waiting`, a server must be there by now. What
 * each kind needs is loaded only where it is asked for. Throws `StoreRefused`.
 */
export const openStore = async (
  { dataDir, databaseUrl }: Where,
  now: () => Date,
  waiting?: Waiting,
): Promise<Opened> => {
  if (databaseUrl === undefined) {
    const { openSqlite } = await import("./sqlite/open.ts");
    return openSqlite(dataDir, { now, tell: waiting?.tell });
  }
  const { openPostgres } = await import("./postgres/open.ts");
  return openPostgres(databaseUrl, now, waiting);
};

/** The same; where another process works with the folder, it is opened beside it. */
export const openOrJoin = async (where: Where, now: () => Date): Promise<Opened> => {
  try {
    return await openStore(where, now);
  } catch (error) {
    if (!(error instanceof StoreRefused) || error.reason !== "taken") throw error;
    const { openBeside } = await import("./sqlite/open.ts");
    return openBeside(where.dataDir, { now });
  }
};
