import { REST } from "discord.js";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { learnerId, type MessageId, messageId, partsOf, placeId } from "../../src/identity.ts";
import { createLog } from "../../src/log.ts";
import { createDiscord } from "../../src/platforms/discord/discord.ts";
import { createOutgoing } from "../../src/platforms/discord/outgoing.ts";
import { renderReply } from "../../src/platforms/discord/render.ts";
import { PostRefused } from "../../src/posting.ts";
import type { Block, ChoicesBlock, FileBlock, Reply } from "../../src/reply/reply.ts";
import { botToken } from "../support/discord/payloads.ts";
import { see } from "../support/discord/see.ts";
import { openStage, type Stage } from "../support/discord/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

const reply = (...texts: readonly [string, ...string[]]): Reply => ({
  tone: "plain",
  blocks: texts.map((text): Block => ({ kind: "paragraph", text })) as [Block],
});
const choices: ChoicesBlock = {
  kind: "choices",
  prompt: "What next?",
  choices: [{ label: "Dot product", does: { command: "dot", options: { vectors: "1,2 3,4" } } }],
};
const long = (mark: string) => `${mark} ${"word ".repeat(650)}`;

describe("what nobody asked for just now, on Discord", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(tutor);
  });
  afterEach(() => {
    stage.server.world.closed.clear();
    stage.server.world.deleted.clear();
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  const world = () => stage.server.world;
  const channel = () => placeId("discord", world().ids.guild, world().ids.channel);
  const post: Stage["platform"]["post"] & {} = (...given) => stage.platform.post!(...given);
  const edit: Stage["platform"]["edit"] & {} = (...given) => stage.platform.edit!(...given);
  const shownAs = (message: MessageId) => {
    const [where, id] = partsOf(message);
    return see(world().messages.find((each) => each.id === id && each.channel === where)!);
  };

  describe("a post", () => {
    test("in a channel can be pressed by everyone", async () => {
      const message = await post(channel(), { ...reply("Good morning"), blocks: [choices] });
      expect(partsOf(message)[0]).toBe(world().ids.channel);
      const [seen] = await stage.anotherLearner("200000000000000042").press("Dot product", shownAs(message));
      expect(seen!.text).toContain("11");
    });

    test("in a thread", async () => {
      const thread = placeId("discord", world().ids.guild, world().ids.channel, world().ids.thread);
      expect(partsOf(await post(thread, reply("Here")))[0]).toBe(world().ids.thread);
    });

    test("to a learner is a direct message, through a channel that is opened once", async () => {
      const opened = () => world().requests.filter((each) => each === "POST /users/@me/channels").length;
      const someone = "200000000000000043";
      const [one, two] = await Promise.all([
        post(learnerId("discord", someone), reply("One")),
        post(learnerId("discord", someone), reply("Two")),
      ]);
      await post(learnerId("discord", someone), reply("Three"));
      expect(opened()).toBe(1);
      for (const message of [one, two])
        expect(partsOf(message)[0]).toBe(world().channels.directWith(someone));
      expect(shownAs(two).text).toBe("Two");
    });

    test("that is long is several messages, and known by the one with the choices", async () => {
      const before = stage.server.messages.length;
      const text = reply(long("one"), long("two"), long("three"));
      const message = await post(channel(), { ...text, blocks: [...text.blocks, choices] });
      expect(stage.server.messages.length).toBe(before + 3);
      expect(shownAs(message).buttons).toEqual(["Dot product"]);
      const first = await post(channel(), text);
      expect(shownAs(first).text).toContain("one");
    });

    test("shows a moment as a time that Discord counts down to", async () => {
      const until = new Date("2026-03-01T12:00:00.400Z");
      const message = await post(channel(), {
        tone: "plain",
        blocks: [{ kind: "paragraph", text: ["Closes ", { until }] }],
      });
      expect(shownAs(message).markdown).toBe("Closes <t:1772366400:R>");
    });

    test("brings its files", async () => {
      const file: FileBlock = {
        kind: "file",
        name: "../my notes, été.json",
        type: "application/json",
        text: '{"v": "‖a‖"}',
      };
      const message = await post(channel(), { tone: "plain", blocks: [file, { ...file, text: "again" }] });
      expect(shownAs(message).files).toMatchObject([
        { name: "my_notes_ete.json", text: '{"v": "‖a‖"}', size: expect.any(Number) },
      ]);
      expect(see(world().messages.at(-1)!).files.map(({ text }) => text)).toEqual(["again"]);
      await edit(message, reply("No file any more"));
      expect(shownAs(message).files).toEqual([]);
    });
  });

  describe("the same key", () => {
    const key = "a key that is longer than twenty-five characters";
    test("again is the same messages", async () => {
      const before = stage.server.messages.length;
      const text = reply(long("one"), long("two"));
      const first = await post(channel(), text, key);
      expect(await post(channel(), text, key)).toBe(first);
      expect(stage.server.messages.length).toBe(before + 2);
    });
    test("elsewhere, another key and no key are other messages", async () => {
      const posts = [
        await post(learnerId("discord", "200000000000000043"), reply("Hello"), key),
        await post(channel(), reply("Hello"), "another"),
        await post(channel(), reply("Hello")),
        await post(channel(), reply("Hello")),
      ];
      expect(new Set(posts).size).toBe(4);
    });
    test("is one message even where Discord fails after it has posted", async () => {
      const before = stage.server.messages.length;
      stage.server.failNext(1, "after");
      await post(channel(), reply("Once"), "once");
      expect(stage.server.messages.length).toBe(before + 1);
    });
  });

  describe("when Discord does not take it", () => {
    test.each<[string, () => void, () => Promise<unknown>, string]>([
      [
        "closed",
        () => world().closed.add(world().ids.channel),
        () => post(channel(), reply("a")),
        "forbidden",
      ],
      ["deleted", () => world().deleted.add(world().ids.channel), () => post(channel(), reply("a")), "gone"],
      [
        "a learner who takes no messages",
        () => world().closed.add(world().channels.directWith("200000000000000044")),
        () => post(learnerId("discord", "200000000000000044"), reply("a")),
        "forbidden",
      ],
      [
        "a message that is no more",
        () => undefined,
        () => edit(messageId("discord", world().ids.channel, "1"), reply("a")),
        "gone",
      ],
    ])("%s", async (_, arrange, act, refusal) => {
      arrange();
      const error = await act().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(PostRefused);
      expect(error).toMatchObject({ refusal });
    });

    test("it waits as long as it is told to, and posts once", async () => {
      const before = stage.server.messages.length;
      const start = performance.now();
      stage.server.refuseNext(1);
      await post(channel(), reply("Patience"));
      expect(performance.now() - start).toBeGreaterThan(950);
      expect(stage.server.messages.length).toBe(before + 1);
    });

    test("a fault of Discord's own is tried again", async () => {
      const before = stage.server.messages.length;
      stage.server.failNext(1);
      await post(channel(), reply("Again"));
      expect(stage.server.messages.length).toBe(before + 1);
    });

    test("a fault that lasts is thrown as it is", async () => {
      stage.server.failNext(4);
      await expect(post(channel(), reply("Never"))).rejects.toMatchObject({ status: 500 });
      await post(channel(), reply("But now"));
    });

    test("the wait has an end, and what was given up is not posted later", async () => {
      const rest = new REST({ api: stage.server.apiUrl }).setToken(botToken);
      const outgoing = createOutgoing(rest, 300);
      const before = stage.server.messages.length;
      stage.server.refuseNext(1);
      const [message] = renderReply(reply("Too late"), tutor.codes);
      await expect(outgoing.send(world().ids.channel, message)).rejects.toMatchObject({
        name: "TimeoutError",
      });
      // What is posted later comes after whatever was given up.
      await post(channel(), reply("In time"));
      expect(stage.server.messages.slice(before).map((each) => see(each).text)).toEqual(["In time"]);
    });
  });

  describe("an edit", () => {
    const editsOf = (message: MessageId) =>
      world().requests.filter((each) => each === `PATCH /channels/${partsOf(message).join("/messages/")}`);

    test("puts another reply in the place of the first", async () => {
      const message = await post(channel(), { ...reply("Question"), blocks: [choices] });
      await edit(message, reply("Closed"));
      expect(shownAs(message)).toMatchObject({ text: "Closed", buttons: [] });
    });

    test("many at once are few, and the last is what remains", async () => {
      const message = await post(channel(), reply("0"));
      const start = performance.now();
      await Promise.all(Array.from({ length: 50 }, (_, i) => edit(message, reply(`${i + 1} have answered`))));
      expect(editsOf(message).length).toBeLessThanOrEqual(2);
      expect(shownAs(message).text).toBe("50 have answered");
      await edit(message, reply("51 have answered"));
      expect(performance.now() - start).toBeGreaterThan(2_300);
      expect(shownAs(message).text).toBe("51 have answered");
    });

    test("of two messages in one channel both arrive, one after the other", async () => {
      const thread = placeId("discord", world().ids.guild, world().ids.channel, world().ids.thread);
      const [one, two] = [await post(thread, reply("1")), await post(thread, reply("2"))];
      const start = performance.now();
      await Promise.all([edit(one, reply("one")), edit(two, reply("two"))]);
      expect(performance.now() - start).toBeGreaterThan(1_150);
      expect([shownAs(one).text, shownAs(two).text]).toEqual(["one", "two"]);
    });

    test("longer than a message goes on in further ones, which later edits use again", async () => {
      const someone = learnerId("discord", "200000000000000045");
      const message = await post(someone, reply("Short"));
      const inChannel = () => world().messages.filter((each) => each.channel === partsOf(message)[0]);
      const texts = () => inChannel().map((each) => see(each).text.split(" ")[0]);
      await edit(message, reply(long("a"), long("b")));
      expect(texts()).toEqual(["a", "b"]);
      await edit(message, reply(long("c"), long("d"), long("e")));
      expect(texts()).toEqual(["c", "d", "e"]);
      // Someone removes a further one; the next edit does without it.
      world().channels.remove(inChannel()[2]!.channel, inChannel()[2]!.id);
      await edit(message, reply(long("g"), long("h"), long("i")));
      expect(texts()).toEqual(["g", "h", "i"]);
      await edit(message, reply("f"));
      expect(texts()).toEqual(["f"]);
      expect(shownAs(message).text).toBe("f");
    });

    test("of a post of several messages by another process changes all of them", async () => {
      const before = stage.server.messages.length;
      const { blocks } = reply(long("one"), long("two"), long("three"));
      const message = await post(channel(), { tone: "plain", blocks: [...blocks, choices] });
      const posted = () => stage.server.messages.slice(before);
      const ids = posted().map(({ id }) => id);
      const other = createDiscord({
        token: botToken,
        apiUrl: stage.server.apiUrl,
        connects: false,
        log: createLog("silent"),
      });
      await other.start(tutor);
      const { blocks: news } = reply(long("uno"), long("due"), long("tre"));
      await other.edit(message, { tone: "plain", blocks: [...news, choices] });
      expect(posted().map((each) => see(each).text.slice(0, 3))).toEqual(["uno", "due", "tre"]);
      expect(posted().map(({ id }) => id)).toEqual(ids);
      await other.edit(message, { tone: "plain", blocks: [choices] });
      expect(posted().map(({ id }) => id)).toEqual([ids[2]]);
      await other.stop();
    });

    test("of a post of several messages leaves nothing old, and keeps the one that names it", async () => {
      const someone = learnerId("discord", "200000000000000046");
      const text = reply(long("a"), long("b"), long("c"));
      const message = await post(someone, { ...text, blocks: [...text.blocks, choices] });
      const inChannel = () => world().messages.filter((each) => each.channel === partsOf(message)[0]);
      const texts = () => inChannel().map((each) => see(each).text.split(" ")[0]);
      await edit(message, reply(long("d"), long("e")));
      expect(texts()).toEqual(["d", "e"]);
      expect(shownAs(message).text).toMatch(/^e/);
    });
  });
});
