import { type Assembled, assemble, type Parts } from "../../src/assemble.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import type { Jobs } from "../../src/jobs/jobs.ts";
import { openQueue } from "../../src/jobs/queue.ts";
import { createLog } from "../../src/log.ts";
import type { Platform } from "../../src/platforms/platform.ts";
import { createPosting } from "../../src/posting.ts";
import type { Opened } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createDraw } from "./draw.ts";
import { openEmpty, shortStore } from "./store.ts";

const refuse = async (): Promise<never> => {
  throw new Error("This tutor has no clock: see openStudy");
};

const noJobs: Jobs = { add: refuse, everyDay: refuse, noLonger: refuse };

/** The tutor with a store of its own and nothing logged, for what needs no clock. */
export const quietTutor = (parts: Partial<Parts> = {}): Tutor =>
  assemble({
    store: shortStore(),
    jobs: noJobs,
    posting: createPosting(() => []),
    log: createLog("silent"),
    draw: createDraw(),
    ...parts,
  }).tutor;

/** Has the tutor's store open before anyone waits for an answer: a platform waits for three seconds only. */
export const storeOpened = async ({ codes }: Tutor): Promise<void> => {
  await codes.decode("1#anything");
};

/** A tutor with all that goes on beside its answers: jobs in its database, and posts to the platforms added to it. */
export interface Study extends Assembled {
  readonly store: Store;
  readonly platforms: Platform[];
  readonly close: () => Promise<void>;
}

export const openStudy = async (more: Partial<Parts> & { readonly opened?: Opened } = {}): Promise<Study> => {
  const { store, database } = more.opened ?? (await openEmpty());
  const log = createLog("silent");
  const queue = await openQueue(database, { log, now: more.now ?? (() => new Date()) });
  const platforms: Platform[] = [];
  const assembled = assemble({
    store,
    jobs: queue,
    posting: createPosting(() => platforms),
    log,
    draw: createDraw(),
    ...more,
  });
  await queue.start(assembled.handlers);
  return {
    ...assembled,
    store,
    platforms,
    close: async () => {
      await queue.stop();
      await store.close();
    },
  };
};

/** Commands whose answers depend on what was kept before. */
const kept = new Set(
  "quiz practice progress answer hint working leaderboard remind settings link data".split(" "),
);

/** Commands that answer the same each time. */
export const statelessCommands = ({ commands }: Tutor): Tutor["commands"] =>
  commands.filter(({ name }) => !kept.has(name));
