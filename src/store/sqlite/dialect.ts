import { sql } from "kysely";
import type { Dialect } from "../engine.ts";

/** One writer at a time has the database, so no row needs a lock of its own. */
export const sqliteDialect: Dialect = {
  name: "sqlite",
  locked: (query) => query,
  property: (json, name) => sql`${json} ->> ${name}`,
  isQuestionClosed: (error) => error instanceof Error && error.message === "question closed",
};
