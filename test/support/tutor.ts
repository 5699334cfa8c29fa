import { createTutor } from "../../src/commands/create-tutor.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import { createLog } from "../../src/log.ts";
import { createMemoryStore } from "../../src/store/memory-store.ts";
import type { Store } from "../../src/store/store.ts";

/** A store that lives as long as the test. */
export const shortStore = (): Store => createMemoryStore(() => new Date());

/** The tutor with a store of its own and nothing logged. */
export const quietTutor = (store: Store = shortStore()): Tutor =>
  createTutor({ log: createLog("silent"), store });
