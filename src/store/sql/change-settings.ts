import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** Settings with some changed in one step, so that nobody's change at the same moment is lost; what is undefined goes. */
export const changedSettings = (settings: PgColumn, change: object): SQL => {
  const gone = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [sql`${name}`] : []));
  return sql`(${settings} - array[${sql.join(gone, sql`, `)}]::text[]) || ${JSON.stringify(change)}::jsonb`;
};
