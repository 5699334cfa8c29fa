import { sql } from "kysely";
import { codeOf, type Dialect } from "../engine.ts";

/** The trigger's complaint about an answer to a question that is closed or whose bell has rung. */
const questionClosed = "QC001";

export const postgresDialect: Dialect = {
  name: "postgres",
  locked: (query) => query.forUpdate(),
  property: (json, name) => sql`${json}::json ->> ${name}`,
  isQuestionClosed: (error) => codeOf(error) === questionClosed,
};
