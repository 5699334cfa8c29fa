import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visibleName as nameOf } from "../../src/base/visible.ts";
import type { Invocation } from "../../src/commands/command.ts";
import { administrator, moderator, type Where } from "../support/discord/payloads.ts";
import { openStage, type Stage } from "../support/discord/stage.ts";
import type { Called } from "../support/discord/world.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

describe("who asks on Discord", () => {
  let stage: Stage;
  const invocations: Invocation[] = [];
  beforeAll(async () => {
    stage = await openStage({
      ...tutor,
      answer: (invocation) => {
        invocations.push(invocation);
        return tutor.answer(invocation);
      },
    });
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  const bySlash = async (person: string, where: Where = "channel") => {
    await stage.anotherLearner(person, where).slash("dot", "1,2 3,4");
    return invocations.at(-1)!;
  };
  const byMention = async (person: string, where: Where = "channel") => {
    await stage.anotherLearner(person, where).mention("dot 1,2 3,4");
    return invocations.at(-1)!;
  };

  test.each<[string, Called, string]>([
    ["201", { nick: "Ada L.", global_name: "Ada", username: "ada1815" }, "Ada L."],
    ["202", { global_name: "Ada", username: "ada1815" }, "Ada"],
    ["203", { username: "ada1815" }, "ada1815"],
    ["204", { nick: "  \u0007\u202e ", global_name: "Ada" }, "Ada"],
    ["207", { nick: "\u200b\u3164\u2060\u{e0041}", global_name: "\u0301", username: "ada1815" }, "ada1815"],
  ])("%s is called what the server knows them as", async (end, called, name) => {
    const person = `200000000000000${end}`;
    stage.server.world.called.set(person, called);
    expect((await bySlash(person)).name).toBe(name);
    expect((await byMention(person)).name).toBe(name);
  });

  test("a name is one line of at most 40 characters", () => {
    expect(nameOf("a\nb\u0000c")).toBe("a b c");
    expect(nameOf("\u202eadA")).toBe("adA");
    expect(nameOf("👩‍🏫")).toBe("👩‍🏫");
    expect(nameOf("𝒂".repeat(40))).toBe("𝒂".repeat(40));
    expect([...nameOf("𝒂".repeat(60))!]).toHaveLength(40);
    expect(nameOf(null, undefined, "")).toBeUndefined();
  });

  test("only a direct message with the bot is alone", async () => {
    const person = "200000000000000205";
    expect((await bySlash(person, "direct")).isAlone).toBe(true);
    expect((await byMention(person, "direct")).isAlone).toBe(true);
    for (const where of ["channel", "thread", "privately"] as const)
      expect((await bySlash(person, where)).isAlone).toBe(false);
    expect((await byMention(person)).isAlone).toBe(false);
  });

  test.each([
    ["one who looks after the server", administrator, true],
    ["one who may remove messages", moderator, true],
    ["one who may do neither", "200000000000000206", false],
  ])("%s may manage the channel: %s, %s", async (_, person, may) => {
    expect(await (await bySlash(person)).mayManage!()).toBe(may);
    expect(await (await bySlash(person, "thread")).mayManage!()).toBe(may);
    expect(await (await bySlash(person, "direct")).mayManage!()).toBe(false);
  });

  test("by mention, the server's owner may manage its channels, and others by their roles", async () => {
    for (const where of ["channel", "thread"] as const) {
      expect(await (await byMention("200000000000000001", where)).mayManage!()).toBe(true);
      expect(await (await byMention("200000000000000206", where)).mayManage!()).toBe(false);
    }
    expect(await (await byMention("200000000000000001", "direct")).mayManage!()).toBe(false);
  });
});
