import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

describe.each(modes)("who asks on Slack, over %s", (mode) => {
  const asked: Invocation[] = [];
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(mode, {
      ...tutor,
      answer: (invocation) => {
        asked.push(invocation);
        return tutor.answer(invocation);
      },
    });
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  const last = () => asked.at(-1)!;

  test("a command, a button, a form and a shortcut tell the name", async () => {
    const grace = stage.anotherLearner("U01GRACE", "grace");
    const [answer] = await grace.slash("dot", "2,3,4 1,0,2");
    expect(last()).toMatchObject({ name: "grace", isAlone: false });
    await grace.press("Why is this similar?", answer!);
    expect(last()).toMatchObject({ name: "grace", input: { kind: "pressed" } });
    await grace.open("Change the vectors…", answer!);
    await grace.submit("1,2 3,4");
    expect(last()).toMatchObject({ name: "grace", input: { kind: "pressed", typed: "1,2 3,4" } });
    await grace.shortcut(answer!);
    expect(last()).toMatchObject({ name: "grace", input: { kind: "about" } });
  });

  test("a mention and a direct message tell none", async () => {
    await stage.learner.mention("dot 1,2 3,4");
    expect(last()).toMatchObject({ isAlone: false });
    expect(last()).not.toHaveProperty("name");
    await stage.learner.directMessage("dot 1,2 3,4");
    expect(last()).toMatchObject({ isAlone: true });
    expect(last()).not.toHaveProperty("name");
  });

  test.each([
    ["a\u0000b\nc\u202ed", "a b cd"],
    ["A\u200ed\u200fa\u200b", "Ada"],
    ["x".repeat(80), `${"x".repeat(39)}…`],
    ["🦉".repeat(41), `${"🦉".repeat(39)}…`],
  ])("a name is one short line: %j", async (name, told) => {
    await stage.anotherLearner("U02BOB", name).slash("dot", "1,2 3,4");
    expect(last().name).toBe(told);
  });

  test.each(["\u0007 ", "\u200b\u3164\u2060\u{e0041}", "\u0301\u0302"])(
    "a name of nothing is none: %j",
    async (name) => {
      await stage.anotherLearner("U02BOB", name).slash("dot", "1,2 3,4");
      expect(last()).not.toHaveProperty("name");
    },
  );

  test("the time zone, and whether they look after the workspace, are asked when they are needed, and once", async () => {
    const { workspace } = stage.server;
    const asks = () => workspace.calls.filter((call) => call === "users.info").length;
    const before = asks();
    await stage.anotherLearner(workspace.ids.administrator, "grace").slash("dot", "1,2 3,4");
    const grace = last();
    await stage.learner.slash("dot", "1,2 3,4");
    const ada = last();
    expect(asks()).toBe(before);
    expect(await grace.timeZone!()).toBe("Europe/Berlin");
    expect(await grace.mayManage!()).toBe(true);
    expect(await grace.isAdministrator!()).toBe(true);
    expect(asks()).toBe(before + 1);
    expect(await ada.mayManage!()).toBe(false);
    workspace.refuse("users.info", 1, { error: "missing_scope" });
    await stage.learner.slash("dot", "1,2 3,4");
    expect(await last().timeZone!()).toBeUndefined();
  });

  test("their language is asked once an hour", async () => {
    const { workspace } = stage.server;
    workspace.locale = "de-DE";
    const asks = () => workspace.calls.filter((call) => call === "users.info").length;
    const before = asks();
    for (const _ of [1, 2]) {
      await stage.anotherLearner(`U02${mode}`, "uwe").slash("dot", "1,2 3,4");
      expect(await last().askLocale!()).toBe("de-DE");
    }
    expect(asks()).toBe(before + 1);
    workspace.refuse("users.info", 1, { error: "missing_scope" });
    await stage.anotherLearner(`U03${mode}`, "eva").slash("dot", "1,2 3,4");
    expect(await last().askLocale!()).toBeUndefined();
    workspace.locale = "en-US";
  });

  test("a hundred learners press at once, a third of it delivered twice: each sees their own answer, once", async () => {
    const crowd = await openStage(mode, tutor, "info", { twice: 1 / 3 });
    const learners = Array.from({ length: 100 }, (_, i) => crowd.anotherLearner(`U5${i}`, `learner ${i}`));
    const [question] = await crowd.learner.slash("dot", "2,3,4 1,0,2");
    const before = crowd.server.workspace.messages.length;
    const seen = await Promise.all(
      learners.map((learner) => learner.press("Cosine of the same vectors", question!)),
    );
    for (const each of seen) {
      expect(each).toHaveLength(1);
      expect(each[0]!.text).toContain("0.8305");
    }
    expect(new Set(seen.map(([each]) => each!.message.ts)).size).toBe(100);
    const typed = await Promise.all(learners.map((learner, i) => learner.slash("dot", `${i},1 1,x${i}y`)));
    for (const [i, each] of typed.entries()) {
      expect(each).toHaveLength(1);
      expect(each[0]!.text).toContain(`x${i}y`);
      expect(each[0]!.message.onlyFor).toBe(`U5${i}`);
    }
    expect(crowd.server.workspace.messages.length).toBe(before + 200);
    expect(crowd.server.workspace.violations).toEqual([]);
    await crowd.close();
  });
});
