import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Learner } from "../support/slack/learner.ts";
import type { Seen } from "../support/slack/see.ts";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";

describe.each(modes)("who sees what is pressed for, over %s", (mode) => {
  let stage: Stage;
  let other: Learner;
  beforeAll(async () => {
    stage = await openStage(mode, quietTutor());
    other = stage.anotherLearner("U02OTHER", "grace");
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  /** What everyone reads in the channel. */
  const inPublic = () =>
    stage.server.workspace.messages.filter(
      ({ channel, onlyFor }) => channel === "C01MATHS" && onlyFor === undefined,
    ).length;

  const pressAll = async (on: Seen, where: string | undefined): Promise<void> => {
    const before = inPublic();
    for (const label of on.buttons) {
      const seen = label.endsWith("…")
        ? await other.open(label, on).then(async () => (await other.submit("1,2 3,4")).seen)
        : await other.press(label, on);
      expect(seen.length, label).toBeGreaterThan(0);
      for (const { message } of seen) {
        expect(message.onlyFor, label).toBe("U02OTHER");
        expect(message.thread, label).toBe(where);
      }
    }
    expect(inPublic()).toBe(before);
  };

  test("all that hangs on a public answer goes to who pressed, and nothing new is public", async () => {
    const [answer] = await stage.learner.slash("dot", "2,3,4 1,0,2");
    expect(answer!.ephemeral).toBe(false);
    await pressAll(answer!, undefined);
  });

  test("in a thread, there", async () => {
    const [answer] = await stage.learner.mention("cosine 1,2 3,4");
    expect(answer!.ephemeral).toBe(false);
    await pressAll(answer!, answer!.thread);
  });

  test("who is alone with the tutor reads it like anything else", async () => {
    const [answer] = await stage.learner.directMessage("dot 1,2 3,4");
    const [next] = await stage.learner.press(answer!.buttons[0]!, answer!);
    expect(next).toMatchObject({ ephemeral: false, thread: answer!.thread });
  });
});
