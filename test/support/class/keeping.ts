import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Opened, openStore } from "../../../src/store/open-store.ts";
import { createDatabase, openPostgresServer, type PostgresServer } from "../postgres.ts";
import { type Books, type Query, readBooks, watchClosings } from "./books.ts";
import { queryOf } from "./query.ts";

export const keepings = ["SQLite", "PostgreSQL"] as const;

/** Where a process keeps what it keeps, from outside of it. */
export interface Keeping {
  /** What the process is told. */
  readonly settings: Readonly<Record<string, string>>;
  /** Only while no process uses it. */
  readonly books: () => Promise<Books>;
  /** Asks the database itself, also only while no process uses it. */
  readonly asked: <T>(ask: (query: Query) => Promise<T>) => Promise<T>;
  /** The server, where there is one. */
  readonly server?: PostgresServer;
  readonly close: () => Promise<void>;
}

/**
 * A new database that has had its migrations, and that notes closings of questions; `parent` is where its folder lies,
 * `durable` has a server write through to the disk, and `on` is a server that is there already.
 */
export const openKeeping = async (
  kind: (typeof keepings)[number],
  {
    durable = false,
    parent = tmpdir(),
    on,
  }: { readonly durable?: boolean; readonly parent?: string; readonly on?: string } = {},
): Promise<Keeping> => {
  const folder = mkdtempSync(join(parent, "kept-"));
  const server = kind === "SQLite" || on !== undefined ? undefined : await openPostgresServer({ durable });
  const address = kind === "SQLite" ? undefined : (on ?? server?.address);
  const databaseUrl = address && (await createDatabase(address));
  const using = async <T>(use: (opened: Opened) => Promise<T>): Promise<T> => {
    const opened = await openStore({ dataDir: folder, databaseUrl }, () => new Date());
    try {
      return await use(opened);
    } finally {
      await opened.store.close();
    }
  };
  const asked = <T>(ask: (query: Query) => Promise<T>) => using(({ database }) => ask(queryOf(database)));
  await using(({ database }) => watchClosings(queryOf(database), database.kind));
  return {
    settings: databaseUrl === undefined ? { DATA_DIR: folder } : { DATABASE_URL: databaseUrl },
    books: () => asked(readBooks),
    asked,
    ...(server === undefined ? {} : { server }),
    close: async () => {
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
