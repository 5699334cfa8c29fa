import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tutor } from "../../src/commands/tutor.ts";
import { paragraph, type Reply } from "../../src/reply/reply.ts";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const text = Array.from({ length: 400 }, (_, i) => `{ "attempt": ${i}, "norm": "‖a‖" }`).join("\n");

const withFile: Reply = {
  tone: "plain",
  blocks: [
    paragraph("Here is all I keep about you."),
    { kind: "file", name: "me.json", type: "application/json", text },
  ],
};

const tutor: Tutor = { ...quietTutor(), answer: async () => ({ reply: withFile, command: "dot" }) };

const squeezed = (words: string) => words.replaceAll(/\s/g, "");

describe.each(modes)("a file in an answer, over %s", (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(mode, tutor);
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  const shared = () => stage.server.workspace.files.shared;

  test("goes to the asker by direct message, and the answer that only they see says so", async () => {
    const seen = await stage.learner.slash("dot", "1,2 3,4");
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ ephemeral: true });
    expect(seen[0]!.shown).toContain("The file me.json is in your direct messages with me");
    expect(seen[0]!.text).not.toContain("attempt");
    expect(shared().at(-1)).toEqual({ name: "me.json", text, channel: "D01ADA" });
  });

  test("is the asker's alone also where they ask by mention", async () => {
    const [seen] = await stage.learner.mention("dot 1,2 3,4");
    expect(seen!.ephemeral).toBe(true);
    expect(shared().at(-1)!.channel).toBe("D01ADA");
  });

  test("stays in a direct message, and in its thread", async () => {
    const [seen] = await stage.learner.directMessage("dot 1,2 3,4");
    expect(seen).toMatchObject({ ephemeral: false });
    expect(seen!.shown).toContain("The file me.json is here, in this conversation.");
    expect(shared().at(-1)).toEqual({ name: "me.json", text, channel: "D01ADA", thread: seen!.thread });
    const { ts } = seen!.message;
    await stage.learner.directMessage("dot", false, { thread_ts: ts });
    expect(shared().at(-1)!.thread).toBe(ts);
  });

  test.each([
    ["conversations.open", { error: "missing_scope" }],
    ["files.getUploadURLExternal", { error: "missing_scope" }],
    ["upload", { status: 500 }],
    ["files.completeUploadExternal", { error: "internal_error" }],
  ] as const)("is told in the answer itself when %s fails", async (method, how) => {
    stage.server.workspace.refuse(method, 10, how);
    const before = shared().length;
    const seen = await stage.learner.slash("dot", "1,2 3,4");
    stage.server.workspace.refuse(method, 0, how);
    // What takes longer than the acknowledgement comes by the response_url, in several messages.
    const told = () =>
      stage.server.workspace.messages
        .slice(-20)
        .map((message) => squeezed(message.text))
        .join("");
    await expect.poll(told).toContain(squeezed(text));
    expect(shared()).toHaveLength(before);
    for (const { ephemeral } of seen) expect(ephemeral).toBe(true);
    expect(stage.logged.join("")).toContain("a file could not be sent");
    expect(stage.logged.join("")).not.toContain("‖a‖");
  });
});
