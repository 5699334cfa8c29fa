import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reader } from "../support/discord/payloads.ts";
import type { Seen } from "../support/discord/see.ts";
import { modes, openStage, type Stage } from "../support/discord/stage.ts";
import { openStudy, type Study } from "../support/tutor.ts";

/** Who sees an answer is decided by who asks and how, not by the message that a button hangs on. */
describe.each(modes)("who sees an answer on Discord by %s", (mode) => {
  let study: Study;
  let stage: Stage;
  beforeAll(async () => {
    study = await openStudy();
    stage = await openStage(study.tutor, { mode });
    study.platforms.push(stage.platform);
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
    await study.close();
  });

  const inPublic = () => stage.server.messages.filter(({ onlyFor }) => onlyFor === undefined).length;

  /** All that can be pressed without a form, and what comes of it. */
  const pressAll = async (learner: Stage["learner"], on: Seen): Promise<readonly Seen[]> => {
    const seen: Seen[] = [];
    for (const label of on.buttons.filter((some) => !some.includes("…")))
      seen.push(...(await learner.press(label, on)));
    return seen;
  };

  test.each([
    ["dot", "2,3,4 1,0,2"],
    ["attention", "1,0 0,1 1,1"],
    ["explain", "cosine similarity"],
  ])("presses on a public answer of /%s never add to the channel", async (name, typed) => {
    const [answer] = await stage.learner.slash(name, typed);
    expect(answer!.ephemeral).toBe(false);
    const before = inPublic();
    const another = stage.anotherLearner("200000000000000002");
    for (const seen of [...(await pressAll(another, answer!)), ...(await pressAll(another, answer!))])
      expect(seen.ephemeral).toBe(true);
    await another.open("Change the vectors…", (await stage.learner.slash("dot", "1,2 3,4"))[0]!);
    expect((await another.submit("3,4 5,6"))[0]!.ephemeral).toBe(true);
    expect(inPublic()).toBe(before + 1);
  });

  test("in a direct message, where nobody reads along, an answer to a press stays", async () => {
    const alone = stage.anotherLearner("200000000000000003", "direct");
    const [answer] = await alone.slash("dot", "2,3,4 1,0,2");
    const [next] = await alone.press("Show each step", answer!);
    expect(next!.ephemeral).toBe(false);
  });

  test.each(["channel", "thread"] as const)(
    "who may not write in a %s has nothing written there",
    async (where) => {
      const [answer] = await stage.learner.slash("dot", "2,3,4 1,0,2");
      const before = inPublic();
      const silent = stage.anotherLearner(reader, where);
      const [typed] = await silent.slash("dot", "1,2 3,4");
      expect(typed!.ephemeral).toBe(true);
      expect(typed!.text).toContain("11");
      expect((await silent.press("Show each step", answer!))[0]!.ephemeral).toBe(true);
      const [quiz] = await silent.slash("quiz", "start");
      expect(quiz!.ephemeral).toBe(true);
      expect(quiz!.text).toContain("those who may write");
      const [through] = await silent.slash("tutor", "quiz start");
      expect(through!.text).toContain("those who may write");
      expect(inPublic()).toBe(before);
    },
  );
});
