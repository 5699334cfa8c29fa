import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Tables } from "../tables.ts";
import type { SqliteConnection } from "./connection.ts";

/** Statements of Kysely on the one connection. `durable`: what is written is on the disk when a call returns. */
export const createKysely = (connection: SqliteConnection, durable: boolean): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: createDialect(connection, durable) });

const createDialect = (connection: SqliteConnection, durable: boolean): Dialect => ({
  createAdapter: () => new UnlockedAdapter(),
  createDriver: () => createDriver(connection, durable),
  createIntrospector: (database) => new SqliteIntrospector(database),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

/** The connection has an order of its own, in which a transaction may end while its writer still waits for the disk. */
class UnlockedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** One who asks; whether within a transaction, and the promise of the disk that it has joined. */
interface Asker extends DatabaseConnection {
  isWithin: boolean;
  kept: Promise<void> | undefined;
}

const createDriver = (connection: SqliteConnection, durable: boolean): Driver => {
  const { take, give, run, join, relax, isJoined } = connection;

  const runAlone = async ({ query, sql, parameters }: CompiledQuery) => {
    await take();
    let kept: Promise<void> | undefined;
    let rows: Record<string, unknown>[];
    try {
      if (!SelectQueryNode.is(query)) {
        if (durable) kept = join();
        else relax();
      }
      rows = run(sql, parameters);
    } finally {
      give();
    }
    await kept;
    return rows;
  };

  const createAsker = (): Asker => {
    const asker: Asker = {
      isWithin: false,
      kept: undefined,
      executeQuery: async <R>(compiled: CompiledQuery) => {
        const rows = asker.isWithin ? run(compiled.sql, compiled.parameters) : await runAlone(compiled);
        return { rows: rows as R[] };
      },
      streamQuery: () => {
        throw new Error("Rows are not streamed here.");
      },
    };
    return asker;
  };

  const within = (asker: DatabaseConnection): Asker => asker as Asker;

  return {
    init: async () => undefined,
    acquireConnection: async () => createAsker(),
    releaseConnection: async () => undefined,
    beginTransaction: async (connection) => {
      const asker = within(connection);
      await take();
      try {
        const kept = join();
        asker.kept = durable ? kept : undefined;
        run("savepoint part", []);
        asker.isWithin = true;
      } catch (error) {
        give();
        throw error;
      }
    },
    commitTransaction: async (connection) => {
      const asker = within(connection);
      run("release part", []);
      asker.isWithin = false;
      give();
      await asker.kept;
    },
    rollbackTransaction: async (connection) => {
      const asker = within(connection);
      if (!asker.isWithin) return;
      try {
        if (isJoined()) {
          run("rollback to part", []);
          run("release part", []);
        }
      } finally {
        asker.isWithin = false;
        give();
      }
    },
    destroy: async () => undefined,
  };
};
