import { createLazyStore } from "../../src/store/lazy-store.ts";
import { inMemory, type Opened } from "../../src/store/open-store.ts";
import { openSqlite } from "../../src/store/sqlite/open.ts";
import type { Store } from "../../src/store/store.ts";

/** A database in memory, at its beginning. */
export const openEmpty = (now: () => Date = () => new Date()): Promise<Opened> =>
  openSqlite(inMemory, { now });

/** A store that lives as long as the test, and opens when it is needed. */
export const shortStore = (now?: () => Date): Store =>
  createLazyStore(async () => (await openEmpty(now)).store);
