import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { learnerId, partsOf, placeId } from "../../src/identity.ts";
import type { Posting } from "../../src/posting.ts";
import { type Block, paragraph, type Reply } from "../../src/reply/reply.ts";
import { openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const team = "T01TEAM";
const channel = placeId("slack", team, "C01MATHS");
const ada = learnerId("slack", `${team}/U01ADA`);

const say = (text: string, ...more: Block[]): Reply => ({
  tone: "plain",
  blocks: [paragraph(text), ...more],
});
const choices: Block = {
  kind: "choices",
  prompt: "Answer",
  choices: [{ label: "10", does: { command: "dot", options: { vectors: "2,3,4 1,0,2" } } }],
};
const long = (lines: number, mark = "line") =>
  Array.from({ length: lines }, (_, i) => `${mark} ${i}: ${"x".repeat(60)}`).join("\n");

describe("posting on Slack", () => {
  let stage: Stage;
  let posting: Posting;
  beforeAll(async () => {
    stage = await openStage("socket", quietTutor());
    posting = stage.slack as Posting;
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });
  beforeEach(() => {
    const { archived, gone, closed } = stage.server.workspace;
    for (const each of [archived, gone, closed]) each.clear();
  });

  const messages = () => stage.server.workspace.messages;
  const calls = (method: string) => stage.server.workspace.calls.filter((call) => call === method).length;

  test("in a channel; the id finds the message again", async () => {
    const id = await posting.post(channel, say("Round one", choices));
    const message = messages().at(-1)!;
    expect(partsOf(id)).toEqual([team, "C01MATHS", message.ts]);
    expect(message).toMatchObject({ channel: "C01MATHS", text: "Round one", by: "U0BOT" });
    expect(message.blocks.map(({ type }) => type)).toEqual(["rich_text", "actions"]);
  });

  test("in a thread, where the edited message stays", async () => {
    const head = stage.learner.write("Shall we?").message;
    const id = await posting.post(placeId("slack", team, "C01MATHS", head.ts), say("Yes"));
    expect(messages().at(-1)).toMatchObject({ thread: head.ts, text: "Yes" });
    await posting.edit(id, say("Yes indeed"));
    expect(messages().at(-1)).toMatchObject({ thread: head.ts, text: "Yes indeed" });
  });

  test.each([
    ["to a learner", ada],
    ["to their home", placeId("slack", team, "home-U01ADA")],
  ])("%s, by direct message; it can be edited there", async (_, to) => {
    const id = await posting.post(to, say("Time to practise"));
    expect(messages().at(-1)).toMatchObject({ channel: "D01ADA", text: "Time to practise" });
    expect(partsOf(id)[1]).toBe("D01ADA");
    await posting.edit(id, say("Done"));
    expect(messages().at(-1)!.text).toBe("Done");
  });

  test("a long reply is several messages; the id is that of the one with the choices", async () => {
    const before = messages().length;
    const id = await posting.post(channel, say(long(200), choices));
    const posted = messages().slice(before);
    expect(posted.length).toBeGreaterThan(1);
    expect(partsOf(id)[2]).toBe(posted.at(-1)!.ts);
    const plain = await posting.post(channel, say(long(200)));
    expect(partsOf(plain)[2]).toBe(messages().at(-posted.length)!.ts);
  });

  test("the same key posts once, another key again", async () => {
    const before = messages().length;
    const first = await posting.post(channel, say(long(200)), "quiz 1");
    const many = messages().length - before;
    expect(await posting.post(channel, say(long(200)), "quiz 1")).toBe(first);
    expect(messages().length).toBe(before + many);
    expect(await posting.post(channel, say("Another"), "quiz 2")).not.toBe(first);
    await posting.post(channel, say("Another"));
    await posting.post(channel, say("Another"));
    expect(messages().length).toBe(before + many + 3);
  });

  test("an edit that does not fit goes on in the thread, changes there, and is taken back", async () => {
    const id = await posting.post(channel, say("Short"));
    const ts = partsOf(id)[2]!;
    const following = () => messages().filter(({ thread }) => thread === ts);
    await posting.edit(id, say(long(100, "first")));
    expect(messages().find((message) => message.ts === ts)!.text).toContain("first 0:");
    expect(following().length).toBeGreaterThan(0);
    const many = following().length;
    expect(following().at(-1)!.text).toContain("first 99:");
    await posting.edit(id, say(long(100, "second")));
    expect(following()).toHaveLength(many);
    expect(following().at(-1)!.text).toContain("second 99:");
    // Somebody deletes one of them.
    messages().splice(messages().indexOf(following().at(-1)!), 1);
    await posting.edit(id, say(long(100, "third")));
    expect(following()).toHaveLength(many);
    expect(following().at(-1)!.text).toContain("third 99:");
    messages().splice(messages().indexOf(following().at(-1)!), 1);
    await posting.edit(id, say("Short again"));
    expect(following()).toEqual([]);
  });

  test.each([
    ["not_in_channel", "forbidden"],
    ["restricted_action", "forbidden"],
    ["restricted_action_read_only_channel", "forbidden"],
    ["no_permission", "forbidden"],
    ["ekm_access_denied", "forbidden"],
    ["user_disabled", "forbidden"],
    ["messages_tab_disabled", "forbidden"],
    ["account_inactive", "forbidden"],
    ["missing_scope", "forbidden"],
    ["channel_not_found", "gone"],
    ["is_archived", "gone"],
    ["user_not_found", "gone"],
    ["thread_not_found", "gone"],
  ])("Slack's %s is: %s", async (error, refusal) => {
    stage.server.workspace.refuse("chat.postMessage", 1, { error });
    await expect(posting.post(channel, say("Hello"))).rejects.toMatchObject({
      name: "Error",
      refusal,
    });
  });

  test("an error of Slack's own is thrown as it is", async () => {
    stage.server.workspace.refuse("chat.postMessage", 1, { error: "internal_error" });
    await expect(posting.post(channel, say("Hello"))).rejects.toMatchObject({
      data: { error: "internal_error" },
    });
  });

  test("a channel that closes, is archived, or deleted", async () => {
    const { workspace } = stage.server;
    const id = await posting.post(channel, say("Hello"));
    for (const [places, refusal] of [
      [workspace.closed, "forbidden"],
      [workspace.archived, "gone"],
      [workspace.gone, "gone"],
    ] as const) {
      places.add("C01MATHS");
      await expect(posting.post(channel, say("Hello"))).rejects.toMatchObject({ refusal });
      await expect(posting.edit(id, say("Bye"))).rejects.toMatchObject({ refusal });
      places.clear();
    }
  });

  test("a message that is not there, or another's, is not edited", async () => {
    const theirs = stage.learner.write("mine").message;
    const other = `slack:message:${team}/C01MATHS/${theirs.ts}` as const;
    await expect(posting.edit(other, say("Ours"))).rejects.toMatchObject({ refusal: "forbidden" });
    await expect(posting.edit(`slack:message:${team}/C01MATHS/1.0`, say("Ours"))).rejects.toMatchObject({
      refusal: "gone",
    });
  });

  test.each([
    ["HTTP 500", { status: 500 }],
    ["a broken connection", "broken"],
  ] as const)("%s is tried again, and it is posted once", async (_, how) => {
    const [before, called] = [messages().length, calls("chat.postMessage")];
    stage.server.workspace.refuse("chat.postMessage", 1, how);
    await posting.post(channel, say("Hello"));
    expect(messages().length).toBe(before + 1);
    expect(calls("chat.postMessage")).toBe(called + 2);
  });

  test("a Retry-After of a second is waited for, and nobody's answer waits with it", async () => {
    const begun = performance.now();
    stage.server.workspace.refuse("chat.postMessage", 1, { status: 429, retryAfter: 1 });
    const called = calls("chat.postMessage");
    let isPosted = false;
    const posted = posting.post(channel, say("Hello")).then(() => {
      isPosted = true;
    });
    await expect.poll(() => calls("chat.postMessage"), { interval: 5 }).toBe(called + 1);
    const [answer] = await stage.learner.directMessage("dot 2,3,4 1,0,2");
    expect(answer!.text).toContain("= 10");
    expect(isPosted).toBe(false);
    await posted;
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1_000);
  });

  test("a long Retry-After is not waited for", async () => {
    const called = calls("chat.postMessage");
    stage.server.workspace.refuse("chat.postMessage", 1, { status: 429, retryAfter: 60 });
    await expect(posting.post(channel, say("Hello"))).rejects.toThrow();
    expect(calls("chat.postMessage")).toBe(called + 1);
    await posting.post(channel, say("Hello"));
  });

  test("many edits of a few messages: few calls, at their pace, and the last of each arrives", async () => {
    const ids = await Promise.all(["a", "b"].map((name) => posting.post(channel, say(name))));
    const before = stage.server.workspace.edits.length;
    const edits: Promise<void>[] = [];
    for (let n = 1; n <= 60; n += 1)
      for (const [i, id] of ids.entries()) edits.push(posting.edit(id, say(`${i} answers: ${n}`)));
    await Promise.all(edits);
    for (const [i, id] of ids.entries())
      expect(messages().find(({ ts }) => ts === partsOf(id)[2])!.text).toBe(`${i} answers: 60`);
    const made = stage.server.workspace.edits.slice(before);
    expect(made.length).toBeLessThanOrEqual(5);
    for (const [i, { at }] of made.slice(1).entries()) expect(at - made[i]!.at).toBeGreaterThan(1_200);
  });
});

test("a Slack that never lets anything through: a post fails after a few tries", async () => {
  const stage = await openStage("socket", quietTutor());
  stage.server.workspace.refuse("chat.postMessage", 1_000, { status: 429, retryAfter: 4 });
  await expect((stage.slack as Posting).post(channel, say("Hello"))).rejects.toThrow();
  expect(stage.server.workspace.refusalsLeft()).toBeGreaterThan(900);
  await stage.close();
});
