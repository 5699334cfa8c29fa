import { inject } from "vitest";
import { createDatabase } from "./postgres.ts";

/** A new, empty database on the server that all tests of a run share; resolves to its address. */
export const createSharedDatabase = (): Promise<string> => createDatabase(inject("postgres"));

declare module "vitest" {
  interface ProvidedContext {
    readonly postgres: string;
  }
}
