import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Each worker compiles the same files: what one has compiled the next need not, in this run and in later ones.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), "node-compile-cache");

/** What waits for bells, pauses and servers more than it works, and has a process of its own: it starts and ends servers. */
const waiting = [
  "test/faults/crowd-on-page.test.ts",
  "test/faults/database-away.test.ts",
  "test/faults/first-second.test.ts",
  "test/faults/full-disk.test.ts",
  "test/faults/no-right-to-post.test.ts",
  "test/faults/platform-faults.test.ts",
  "test/faults/whole-quiz.test.ts",
  "test/jobs/queue.test.ts",
  "test/platforms/discord-posting.test.ts",
  "test/platforms/latest-only.test.ts",
  "test/platforms/slack-picture-faults.test.ts",
  "test/platforms/slack-posting.test.ts",
  "test/roles.test.ts",
];

/** What ends processes in mid-work, or has a bell to be in time for: a few at a time, after all else. */
const alone = [
  "test/faults/kill.test.ts",
  "test/faults/many-processes.test.ts",
  "test/pictures/draw.test.ts",
  "test/soak/mixed.test.ts",
];

/** No test is about this: how long a slow and busy machine may take before something is taken to hang. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  test: {
    ...patience,
    expect: { poll: { timeout: 60_000 } },
    globalSetup: "test/support/made-once.ts",
    setupFiles: "test/support/seeded.ts",
    // Node runs this TypeScript itself, as it does in production: nothing is bundled, and calls between files are direct.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: [...waiting, ...alone],
          // Modules hold nothing but caches, and loading them anew for each file is a third of all the work.
          isolate: false,
          // Much of the time is waiting: three at once are quicker even where there are two cores for them.
          maxWorkers: 3,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "waiting", include: waiting, maxWorkers: 3, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: "alone", include: alone, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
