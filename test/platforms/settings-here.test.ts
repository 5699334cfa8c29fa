import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator } from "../support/discord/payloads.ts";
import { openStage as openDiscord } from "../support/discord/stage.ts";
import { openStage as openSlack } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";

/** As much of a learner of either platform as is needed here. */
interface Someone {
  readonly type: (command: string, typed: string) => Promise<Saw>;
}

interface Saw {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly press: (label: string) => Promise<Saw>;
}

interface Typist<Seen> {
  readonly slash: (command: string, typed: string) => Promise<readonly Seen[]>;
  readonly press: (label: string, on: Seen) => Promise<readonly Seen[]>;
}

const someone = <Seen extends { readonly text: string; readonly buttons: readonly string[] }>(
  by: Typist<Seen>,
): Someone => {
  const saw = ([seen]: readonly Seen[]): Saw => ({
    text: seen!.text.replace(/\s+/g, " "),
    buttons: seen!.buttons,
    press: async (label) => saw(await by.press(label, seen!)),
  });
  return { type: async (command, typed) => saw(await by.slash(command, typed)) };
};

const platforms = {
  discord: async () => {
    const stage = await openDiscord(quietTutor());
    return {
      learner: someone(stage.learner),
      manager: someone(stage.anotherLearner(administrator)),
      violations: stage.server.world.violations,
      close: stage.close,
    };
  },
  slack: async () => {
    const stage = await openSlack("socket", quietTutor());
    const { workspace } = stage.server;
    return {
      learner: someone(stage.learner),
      manager: someone(stage.anotherLearner(workspace.ids.administrator, "grace")),
      violations: workspace.violations,
      close: stage.close,
    };
  },
};

describe.each(Object.entries(platforms))("settings of a channel on %s", (_, open) => {
  let stage: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    stage = await open();
  });
  afterAll(async () => {
    expect(stage.violations).toEqual([]);
    await stage.close();
  });

  test("who manages it sets them by a button or by typing, and they hold for everyone's answers there", async () => {
    const { learner, manager } = stage;
    const shown = await manager.type("settings", "show:numbers");
    expect(shown.buttons).toContain("For all: 6 digits");
    const set = await shown.press("For all: 6 digits");
    expect(set.text).toContain("For everyone here");
    expect(set.text).toContain("6 (here)");
    expect((await learner.type("norm", "1,2")).text).toContain("2.23607");
    await manager.type("settings", "digits:3 notation:decimals for:here");
    expect((await learner.type("norm", "1,2")).text).toContain("2.24");
    expect((await learner.type("add", "1/2,3 1/4,1")).text).toContain("(0.75, 4)");
    await (await manager.type("settings", "show:numbers")).press("For all: Back to the usual");
    expect((await learner.type("norm", "1,2")).text).toContain("2.236");
  });

  test("for everyone else they are to be read, and their own are theirs", async () => {
    const { learner } = stage;
    const shown = await learner.type("settings", "show:quiz");
    expect(shown.buttons.some((label) => label.startsWith("For all"))).toBe(false);
    expect((await learner.type("settings", "digits:3 for:here")).text).toContain(
      "for those who manage the channel",
    );
    await learner.type("settings", "digits:6");
    expect((await learner.type("norm", "1,2")).text).toContain("2.236");
    expect((await learner.type("check", "1,2 3,5")).text).toMatch(/\d/);
  });
});
