import type { PGlite } from "@electric-sql/pglite";
import type { DatabaseEnded } from "./database-ended.ts";
import { openPglite } from "./open-pglite.ts";
import { openPostgres } from "./open-postgres.ts";
import type { CountTogether } from "./shared-counts.ts";
import type { Store } from "./store.ts";
import type { Waiting } from "./until-there.ts";

/** A database that the jobs use as well as the store. */
export type OpenDatabase =
  | { readonly kind: "pglite"; readonly client: PGlite }
  | { readonly kind: "postgres"; readonly url: string };

export interface Opened {
  readonly store: Store;
  readonly database: OpenDatabase;
  /** Counts over all processes that share the database; absent where there is but one. */
  readonly countTogether?: CountTogether;
  /** Resolves when the database answers; rejects when it is away. */
  readonly ping: () => Promise<void>;
  /** Resolves when the database can be used by this process no more; a server's never does, as it may come back. */
  readonly ended: Promise<DatabaseEnded>;
}

export interface Where {
  /** The folder of the database in this process; `memory://` for one that ends with it. */
  readonly dataDir: string;
  /** A PostgreSQL server instead. */
  readonly databaseUrl?: string | undefined;
}

/** Opens the database that is configured, and brings it up to date. Without `waiting`, a server must be there by now. */
export const openStore = (
  { dataDir, databaseUrl }: Where,
  now: () => Date,
  waiting?: Waiting,
): Promise<Opened> =>
  databaseUrl === undefined ? openPglite(dataDir, now, waiting) : openPostgres(databaseUrl, now, waiting);
