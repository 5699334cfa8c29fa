import { createTutor } from "../../src/commands/create-tutor.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import { createLog } from "../../src/log.ts";
import type { Store } from "../../src/store/store.ts";
import { shortStore } from "./store.ts";

/** The tutor with a store of its own and nothing logged. */
export const quietTutor = (store: Store = shortStore()): Tutor =>
  createTutor({ log: createLog("silent"), store });
