import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { defineCommand, type Invocation } from "../../src/commands/command.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import { homeView } from "../../src/platforms/slack/home.ts";
import { type Block, paragraph, type Reply } from "../../src/reply/reply.ts";
import { textOfBlocks } from "../support/slack/check-blocks.ts";
import { checkView } from "../support/slack/check-payload.ts";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const progress: Reply = {
  tone: "plain",
  title: "Your progress",
  blocks: [
    paragraph("3 of 5 skills are yours."),
    {
      kind: "choices",
      prompt: "Go on",
      choices: [
        { label: "Practise", does: { command: "dot", options: { vectors: "2,3,4 1,0,2" } } },
        { label: "With my own…", does: { command: "dot", options: { vectors: "1,2 3,4" } }, asks: "vectors" },
        { label: "Go wrong", does: { command: "dot", options: { vectors: "1,2 3,x1y" } } },
      ],
    },
  ],
};

const command = defineCommand({
  name: "progress",
  summary: "See how far you are",
  audience: "asker",
  options: z.object({}),
  examples: [""],
  run: () => ({ ok: true, value: progress }),
});

/** A tutor that has the command, and what it was asked. */
const withProgress = (reply = progress) => {
  const tutor = quietTutor();
  const asked: Invocation[] = [];
  const answer: Tutor["answer"] = (invocation) => {
    asked.push(invocation);
    const { input } = invocation;
    return input.kind === "call" && input.command === "progress"
      ? Promise.resolve({ reply, command: "progress" })
      : tutor.answer(invocation);
  };
  return { tutor: { ...tutor, commands: [...tutor.commands, command], answer }, asked };
};

describe.each(modes)("the app's home over %s", (mode) => {
  const { tutor, asked } = withProgress();
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(mode, tutor);
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  test("shows the learner's progress above the commands", async () => {
    const home = await stage.learner.openHome();
    expect(home.indexOf("3 of 5 skills are yours.")).toBeGreaterThan(-1);
    expect(home.indexOf("3 of 5 skills")).toBeLessThan(home.indexOf("/dot 2,3,4 1,0,2"));
    expect(asked.at(-1)).toMatchObject({
      input: { kind: "call", command: "progress", options: {} },
      learner: "slack:learner:T01TEAM/U01ADA",
      place: "slack:place:T01TEAM/home-U01ADA",
      isAlone: true,
    });
    expect(asked.at(-1)!.id).toMatch(/^Ev/);
  });

  test("what is pressed there is answered by direct message", async () => {
    await stage.learner.openHome();
    const [seen] = await stage.learner.pressAtHome("Practise");
    expect(seen!.text).toContain("= 10");
    expect(seen).toMatchObject({ ephemeral: false, message: { channel: "D01ADA" } });
    expect(asked.at(-1)).toMatchObject({
      place: "slack:place:T01TEAM/home-U01ADA",
      isAlone: true,
      name: "ada",
    });
    const [wrong] = await stage.learner.pressAtHome("Go wrong");
    expect(wrong!.text).toContain("x1y");
    expect(wrong).toMatchObject({ ephemeral: false, message: { channel: "D01ADA" } });
  });

  test("a form opened there is answered the same way", async () => {
    await stage.learner.openHome();
    expect((await stage.learner.openAtHome("With my own…")).value).toBe("1,2 3,4");
    const { seen, errors } = await stage.learner.submit("1,2,3 4,5,6");
    expect(errors).toEqual([]);
    expect(seen[0]!.text).toContain("= 32");
    expect(seen[0]!.message.channel).toBe("D01ADA");
    await stage.learner.openAtHome("With my own…");
    expect((await stage.learner.submit("1,2,3 4,x1y,6")).errors.join()).toContain("x1y");
  });
});

describe("the home's view", () => {
  const { tutor } = withProgress();

  test("stays within Slack's limits, tells the commands whole and of a long reply what comes first", () => {
    const lines = (n: number): Block => paragraph(`part ${n} ${"x".repeat(4_000)}`);
    const [first, ...rest] = Array.from({ length: 90 }, (_, n) => lines(n));
    const view = homeView(tutor, { tone: "plain", title: "Long", blocks: [first!, ...rest] });
    expect(checkView({ ...view })).toEqual([]);
    expect(view.blocks).toHaveLength(100);
    const told = textOfBlocks(view.blocks);
    expect(told.startsWith("Long\npart 0")).toBe(true);
    for (const { summary } of tutor.commands) expect(told).toContain(summary);
    expect(told).toContain("Every command is also reached through");
  });

  test("a fault of ours is not shown there", async () => {
    const stage = await openStage(
      "socket",
      withProgress({ tone: "problem", blocks: [paragraph("Oh dear")] }).tutor,
    );
    const home = await stage.learner.openHome();
    expect(home).not.toContain("Oh dear");
    expect(home).toContain("See how far you are");
    await stage.close();
  });
});
