import { expect, inject, test } from "vitest";
import { keepings, openKeeping } from "../support/class/keeping.ts";
import { slackPersons } from "../support/class/learners.ts";
import { openProgram } from "../support/class/program.ts";
import { openQuestion } from "../support/class/questions.ts";
import { mustDo } from "../support/class/room.ts";

test.each(keepings)(
  "on %s: a quiz that is asked for as soon as the platform has a connection begins",
  async (kind) => {
    const keeping = await openKeeping(kind, { on: inject("postgres") });
    const program = await openProgram(keeping.settings);
    try {
      const started = program.start();
      await expect.poll(() => program.slack.connections(), { interval: 1, timeout: 60_000 }).toBe(1);
      const [, room] = program.rooms;
      const told = await mustDo(room.slash(slackPersons(1)[0]!, "quiz", "start rounds:5"));
      expect(told.text).not.toContain("my fault");
      expect((await openQuestion(room, 1, 30_000)).text).toContain("Question 1");
      await started;
      expect(await program.stop()).toBe(0);
      expect(program.violations()).toEqual([]);
    } finally {
      await program.close();
      await keeping.close();
    }
  },
  120_000,
);
