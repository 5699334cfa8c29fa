import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { type PlaceId, platformOf } from "../../identity.ts";

/** Any database that speaks PostgreSQL's dialect. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** The columns that tell whose a row is. */
export const belongingTo = (workspace: PlaceId) => ({ platform: platformOf(workspace), workspace });

/** The code that the database gives its complaint, such as 23505 for what would stand there twice. */
export const codeOf = (error: unknown): string | undefined => {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === "string") return code;
  return cause === undefined ? undefined : codeOf(cause);
};

/** An object without the properties that are null. */
export const withoutNulls = <T extends object>(row: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never;
