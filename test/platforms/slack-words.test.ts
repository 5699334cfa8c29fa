import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

const working = "(2, 3, 4)·(1, 0, 2) = 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10";

describe.each(modes)("Slack over %s", (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(mode, tutor);
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  const dot = async () => (await stage.learner.slash("dot", "2,3,4 1,0,2"))[0]!;

  describe("in words", () => {
    test("a mention is answered in a thread of it; its buttons, and a further mention, stay in the thread", async () => {
      const [answer] = await stage.learner.mention("dot of 2,3,4 and 1,0,2");
      const thread = answer!.thread!;
      expect(stage.server.workspace.messages.find(({ ts }) => ts === thread)!.text).toContain("dot of 2,3,4");
      expect(answer!.text).toContain(working);
      const [pressed] = await stage.learner.press("Why is this similar?", answer!);
      expect(pressed!.thread).toBe(thread);
      const [asked] = await stage.learner.mention("why is this similar?", { thread });
      expect(asked).toMatchObject({ thread, ephemeral: false });
      expect(asked!.text).toContain("(1, 0, 2)");
    });

    test("a form opened in a thread answers in the thread", async () => {
      const [answer] = await stage.learner.mention("dot of 2,3,4 and 1,0,2");
      await stage.learner.open(answer!.buttons.find((some) => some.includes("…"))!, answer!);
      const { seen } = await stage.learner.submit("1,2 3,4");
      expect(seen[0]!.thread).toBe(answer!.thread);
    });

    test("“this” in the thread of a slash command's answer is that answer", async () => {
      const [earlier] = await stage.learner.slash("dot", "7,1 1,7");
      await dot();
      const [asked] = await stage.learner.mention("why is this similar?", { thread: earlier!.message.ts });
      expect(asked!.text).toContain("(7, 1)");
      expect(asked!.text).not.toContain("(2, 3, 4)");
    });

    test("what cannot be understood is told to the asker alone", async () => {
      const [seen] = await stage.learner.mention("mumble mumble");
      expect(seen).toMatchObject({ ephemeral: true, thread: undefined });
    });

    test("a direct message", async () => {
      const [seen] = await stage.learner.directMessage(
        "what is the cosine similarity of (2,3,4) and (1,0,2)?",
      );
      expect(seen!.text).toContain("0.8305");
      expect(seen!.message.channel).toBe("D01ADA");
      const [why] = await stage.learner.directMessage("why is this similar?");
      expect(why!.text).toContain("(1, 0, 2)");
    });

    test("the bot's own messages, and those of other bots, are not answered", async () => {
      const { learner, server, delivery } = stage;
      const before = server.workspace.messages.length;
      const event = {
        type: "message",
        channel: "D01ADA",
        channel_type: "im",
        ts: "1",
        event_ts: "1",
        text: "dot 1,2 3,4",
      };
      for (const by of [
        { user: server.workspace.ids.botUser, bot_id: server.workspace.ids.bot },
        { user: "U9", bot_id: "B9" },
      ])
        await delivery.deliver("events_api", learner.payloads.event({ ...event, ...by }));
      // What comes after them is answered after them.
      const seen = await learner.directMessage("dot 1,2 3,4");
      expect(server.workspace.messages.length).toBe(before + 1 + seen.length);
    });
  });

  describe("the shortcut “Why is this similar?”", () => {
    test("on an answer of the bot", async () => {
      const [seen] = await stage.learner.shortcut(await dot());
      expect(seen!.ephemeral).toBe(true);
      expect(seen!.text).toContain("(1, 0, 2)");
    });

    test("the buttons of an answer that only the asker sees are answered too", async () => {
      const [why] = await stage.learner.shortcut(await dot());
      const label = why!.buttons.find((some) => !some.includes("…"))!;
      const [next] = await stage.learner.press(label, why!);
      expect(next!.text).not.toBe("");
    });

    test("on a stranger's message that holds vectors", async () => {
      const message = stage.anotherLearner("U02BOB").write("<2,3,4> . <1,0,2>");
      const [seen] = await stage.learner.shortcut(message);
      expect(seen).toMatchObject({ ephemeral: true });
      expect(seen!.text).toContain("(1, 0, 2)");
    });

    test("on a message that holds none", async () => {
      const [seen] = await stage.learner.shortcut(stage.anotherLearner("U02BOB").write("good morning"));
      expect(seen!.ephemeral).toBe(true);
    });
  });
});
