import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { placeId } from "../../src/identity.ts";
import { paragraph, type Reply } from "../../src/reply/reply.ts";
import { see } from "../support/discord/see.ts";
import { openStage, type Stage } from "../support/discord/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

const question: Reply = {
  tone: "plain",
  blocks: [
    paragraph("Which?"),
    {
      kind: "choices",
      prompt: "Which?",
      choices: [
        { label: "Yes", does: { command: "norm", options: { vectors: "3,4" } } },
        { label: "No", does: { command: "norm", options: { vectors: "5,12" } } },
      ],
    },
  ],
};

const persons = Array.from({ length: 200 }, (_, i) => `2000000000000010${String(i).padStart(3, "0")}`);

describe("many learners on Discord", () => {
  let stage: Stage;
  let answered = 0;
  beforeAll(async () => {
    // Each is told alone who they are.
    stage = await openStage({
      ...tutor,
      answer: async (invocation) => {
        answered += 1;
        const { reply } = await tutor.answer(invocation);
        return {
          reply: { ...reply, audience: "asker", blocks: [paragraph(invocation.learner), ...reply.blocks] },
        };
      },
    });
  });
  afterEach(() => {
    stage.server.gateway.repeat(0);
    answered = 0;
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  const pressedByAll = async () => {
    const { world } = stage.server;
    await stage.platform.post!(placeId("discord", world.ids.guild, world.ids.channel), question);
    const posted = see(world.messages.at(-1)!);
    return Promise.all(
      persons.map((person, i) => stage.anotherLearner(person).press(i % 2 === 0 ? "Yes" : "No", posted)),
    );
  };
  const expectOwnAnswers = (all: Awaited<ReturnType<typeof pressedByAll>>) => {
    for (const [i, seen] of all.entries()) {
      expect(seen).toHaveLength(1);
      expect(seen[0]!.message.onlyFor).toBe(persons[i]);
      expect(seen[0]!.text).toContain(persons[i]);
      expect(seen[0]!.text).toContain(i % 2 === 0 ? "= 5" : "= 13");
    }
  };

  test("200 who press one message at once each see their own answer", async () => {
    expectOwnAnswers(await pressedByAll());
    expect(answered).toBe(persons.length);
  });

  test("also when half of it is delivered twice", async () => {
    stage.server.gateway.repeat(0.5);
    expectOwnAnswers(await pressedByAll());
    expect(answered).toBe(persons.length);
  });

  test("words that are delivered twice are answered once", async () => {
    stage.server.gateway.repeat(1);
    const before = stage.server.messages.length;
    const seen = await stage.learner.mention("dot 1,2 3,4");
    expect(seen).toHaveLength(1);
    // What comes after the second delivery is answered after it.
    await stage.learner.mention("dot 1,2 3,4");
    expect(stage.server.messages.length).toBe(before + 4);
  });
});
