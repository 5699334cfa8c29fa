import { defineConfig } from "vitest/config";

/**
 * What ends processes in mid-work, takes servers away, holds threads up, or measures how long something takes: run one
 * file at a time, with nothing beside it, as what it says of time should not depend on a neighbour.
 */
const alone = [
  "test/faults/**/*.test.ts",
  "test/main.test.ts",
  "test/pictures/draw.test.ts",
  "test/platforms/discord-posting.test.ts",
  "test/platforms/latest-only.test.ts",
  "test/platforms/slack-posting.test.ts",
  "test/store/folder.test.ts",
  "test/worker-pool.test.ts",
];

export default defineConfig({
  test: {
    // WebAssembly as the programs run it: nothing here lives long enough to repay the second, optimising compiler.
    execArgv: ["--liftoff-only"],
    globalSetup: "test/support/made-once.ts",
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: alone,
          // Much of the time is waiting: two at once are quicker even where there is one core for each of them only.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "alone", include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
