import { sql as raw } from "kysely";
import pg from "pg";
import type { OpenDatabase } from "../../../src/store/open-store.ts";
import type { Query } from "./books.ts";

/** A line of one's own to a database. A server is called anew for each question: it may have gone away in between. */
export const queryOf = (database: OpenDatabase): Query => {
  if (database.kind === "sqlite")
    return async (text) => (await raw.raw<Record<string, unknown>>(text).execute(database.database)).rows;
  return async (text) => {
    const client = new pg.Client(database.url);
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
};
