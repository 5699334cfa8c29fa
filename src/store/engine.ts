import type { Expression, RawBuilder } from "kysely";
import { type PlaceId, platformOf } from "../identity.ts";
import type { Database } from "./tables.ts";

/** What one kind of database does in its own way; every other query is written once. */
export interface Dialect {
  readonly name: "sqlite" | "postgres";
  /** Makes the rows that a query finds wait for this transaction, where there is more than one writer at a time. */
  readonly locked: <Q extends { readonly forUpdate: () => Q }>(query: Q) => Q;
  /** A property of an object that is kept as JSON, as text; null where there is none. */
  readonly property: (json: Expression<string>, name: string) => RawBuilder<string | null>;
  /** Whether a statement failed since the question that it answers is closed, or its bell has rung. */
  readonly isQuestionClosed: (error: unknown) => boolean;
}

/** An open database, and how it is spoken to. */
export interface Engine {
  /** What is written here is on the disk when the call returns. */
  readonly database: Database;
  /**
   * The same database for what nobody is told is kept, such as the vectors that "these" points at: it survives the end
   * of the process, but need not survive a power cut, so no answer waits for the disk.
   */
  readonly relaxed: Database;
  readonly dialect: Dialect;
}

/** The columns that tell whose a row is. */
export const belongingTo = (workspace: PlaceId) => ({ platform: platformOf(workspace), workspace });

/** The code that the database gives its complaint, such as 23505 for what would be there twice in PostgreSQL. */
export const codeOf = (error: unknown): string | undefined => {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === "string") return code;
  return cause === undefined ? undefined : codeOf(cause);
};

/** An object without the properties that are null or undefined. */
export const present = <T extends object>(row: T): { [K in keyof T]?: NonNullable<T[K]> } => {
  const kept: { [K in keyof T]?: NonNullable<T[K]> } = {};
  for (const name of Object.keys(row) as (keyof T)[]) {
    const value = row[name];
    if (value !== null && value !== undefined) kept[name] = value;
  }
  return kept;
};

/** A kept moment, in milliseconds since 1970, as the ports give it. */
export const toDate = (milliseconds: number | null): Date | undefined =>
  milliseconds === null ? undefined : new Date(milliseconds);
