import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import { botScopes } from "../../src/platforms/slack/scopes.ts";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";

describe.each(modes)("direct messages over %s", (mode) => {
  const tutor = quietTutor();
  const asked: Invocation[] = [];
  let atWork = async (): Promise<void> => undefined;
  const answer: Tutor["answer"] = async (invocation) => {
    asked.push(invocation);
    await atWork();
    return tutor.answer(invocation);
  };
  let stage: Stage;
  let people = 0;
  /** Somebody who has not written to the bot yet. */
  const newcomer = () => {
    people += 1;
    return stage.anotherLearner(`U02NEW${people}`);
  };
  const directWith = (person: string) =>
    stage.server.workspace.messages.filter(
      ({ channel }) => channel === stage.server.workspace.directOf(person),
    );

  beforeAll(async () => {
    stage = await openStage(
      mode,
      Object.defineProperties({} as Tutor, {
        ...Object.getOwnPropertyDescriptors(tutor),
        answer: { value: answer, enumerable: true },
      }),
    );
  });
  beforeEach(() => {
    stage.server.workspace.scopes = botScopes.map(({ scope }) => scope);
    stage.server.workspace.locale = "en-US";
    atWork = async () => undefined;
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  describe("whoever opens them", () => {
    test("for the first time is greeted, and finds what to ask; later only the latter", async () => {
      const learner = newcomer();
      const shown = await learner.openMessages();
      expect(directWith(learner.person)).toMatchObject([
        { text: expect.stringContaining("Ask in your own words"), by: stage.server.workspace.ids.botUser },
      ]);
      expect(directWith(learner.person)[0]).not.toHaveProperty("thread");
      const { prompts = [], promptsTitle } = shown();
      expect(promptsTitle).toBe("Begin with");
      expect(prompts).toHaveLength(4);
      for (const { message } of prompts) {
        const [seen] = await learner.directMessage(message);
        expect(seen!.text).not.toMatch(/not understand|no good answer/);
      }
      const before = directWith(learner.person).length;
      await learner.openMessages();
      expect(directWith(learner.person)).toHaveLength(before);
    });

    test("and has written there before is not greeted", async () => {
      const learner = newcomer();
      await learner.directMessage("norm 3,4");
      await learner.openMessages();
      expect(directWith(learner.person)).toHaveLength(2);
    });

    test("is greeted in the language of their Slack", async () => {
      stage.server.workspace.locale = "de-DE";
      const learner = newcomer();
      const shown = await learner.openMessages();
      expect(directWith(learner.person)[0]!.text).toContain("Hallo");
      expect(shown().promptsTitle).toBe("Fang an mit");
    });
  });

  describe("what is written there", () => {
    test("is answered in a thread that begins with it, and shows that it is worked on", async () => {
      const learner = newcomer();
      const { workspace } = stage.server;
      workspace.locale = "es-ES";
      const seen: (string | undefined)[] = [];
      const status = () =>
        workspace.panes.get(`${workspace.directOf(learner.person)}/${directWith(learner.person)[0]!.ts}`);
      atWork = async () => {
        await expect.poll(() => status()?.status).toBeDefined();
        seen.push(status()?.status);
      };
      const [answered] = await learner.directMessage("dot 1,2 3,4");
      expect(answered).toMatchObject({ ephemeral: false, thread: directWith(learner.person)[0]!.ts });
      expect(answered!.text).toContain("= 11");
      expect(seen).toEqual(["lo está calculando…"]);
      expect(status()).toEqual({});
    });

    test("“this” is the latest of all, and in a thread the latest there", async () => {
      const learner = newcomer();
      const [first] = await learner.directMessage("dot 1,2 3,4");
      await learner.directMessage("cosine 5,6 7,9");
      const [latest] = await learner.directMessage("why is this similar?");
      expect(latest!.text).toContain("(7, 9)");
      const [there] = await learner.writeInPane("why is this similar?", first!.thread!);
      expect(there).toMatchObject({ thread: first!.thread, text: expect.stringContaining("(3, 4)") });
      await learner.writeInPane("dot 1,0 0,8", first!.thread!);
      const [again] = await learner.directMessage("why is this similar?");
      expect(again!.text).toContain("(0, 8)");
    });

    test("keeps its question for an answer outside of the thread", async () => {
      const learner = newcomer();
      await learner.directMessage("practice");
      const [taken] = await learner.directMessage("answer 1");
      expect(taken!.text).not.toContain("No question is open");
      expect(asked.at(-1)).toMatchObject({
        place: `slack:place:T01TEAM/${stage.server.workspace.directOf(learner.person)}`,
      });
    });

    test.each(["file_share", "thread_broadcast"])(
      "of the subtype %s is answered like any other",
      async (subtype) => {
        const learner = newcomer();
        const [first] = await learner.directMessage("norm 3,4");
        const thread_ts = subtype === "thread_broadcast" ? { thread_ts: first!.thread } : {};
        const [seen] = await learner.directMessage("dot 2,3,4 1,0,2", false, { subtype, ...thread_ts });
        expect(seen!.text).toContain("= 10");
      },
    );

    test.each(["message_changed", "message_deleted", "channel_topic"])(
      "a notice of the subtype %s is not",
      async (subtype) => {
        const learner = newcomer();
        const before = asked.length;
        const event = learner.say("dot 2,3,4 1,0,2", {
          type: "message",
          channel: stage.server.workspace.directOf(learner.person),
          channel_type: "im",
          subtype,
        });
        await stage.delivery.deliver("events_api", learner.payloads.event(event));
        await learner.directMessage("norm 3,4");
        expect(asked.slice(before)).toHaveLength(1);
      },
    );
  });
});
