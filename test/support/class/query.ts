import pg from "pg";
import type { OpenDatabase } from "../../../src/store/open-store.ts";
import type { Query } from "./books.ts";

/** A line of one's own to a database. A server is called anew for each question: it may have gone away in between. */
export const queryOf = (database: OpenDatabase): Query => {
  if (database.kind === "pglite")
    return async (sql) => (await database.client.query(sql)).rows as Awaited<ReturnType<Query>>;
  return async (sql) => {
    const client = new pg.Client(database.url);
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
};
