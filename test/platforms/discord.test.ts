import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modes, openStage, type Stage } from "../support/discord/stage.ts";
import { quietTutor, statelessCommands } from "../support/tutor.ts";

const tutor = quietTutor();

const working = ["(2, 3, 4)·(1, 0, 2)", "= 2×1 + 3×0 + 4×2", "= 2 + 0 + 8", "= 10"];

describe.each(modes)("Discord by %s", (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(tutor, { mode });
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  const dot = async () => (await stage.learner.slash("dot", "2,3,4 1,0,2"))[0]!;

  test("/dot 2,3,4 1,0,2 shows the working-out to the channel", async () => {
    const seen = await stage.learner.slash("dot", "2,3,4 1,0,2");
    expect(seen).toHaveLength(1);
    expect(seen[0]!.ephemeral).toBe(false);
    expect(seen[0]!.text).toContain(working.join("\n"));
    expect(seen[0]!.buttons.length).toBeGreaterThan(1);
  });

  test.each(
    statelessCommands(tutor).flatMap(({ name, aliases, examples }) =>
      [name, ...aliases].flatMap((typed) => examples.map((example) => [typed, example] as const)),
    ),
  )("/%s %s, and the same through /tutor", async (name, example) => {
    const command = tutor.commands.find((some) => some.name === name || some.aliases.includes(name))!;
    const [seen] = await stage.learner.slash(name, example);
    const [through] = await stage.learner.slash("tutor", `${name} ${example}`);
    expect(seen!.text).not.toBe("");
    // What is offered to some alone is refused by its slash in other words than through /tutor.
    if (name === "tutor" || command.isForAdministrators) return;
    expect(seen!.ephemeral).toBe(command.audience === "asker" || (name === "explain" && example === ""));
    expect(through!.text).toBe(seen!.text);
  });

  test("bare /tutor says what there is, to the asker alone", async () => {
    const [seen] = await stage.learner.slash("tutor", "");
    expect(seen!.ephemeral).toBe(true);
    expect(seen!.text).toContain("dot");
  });

  describe("while one types", () => {
    test("the result so far", async () => {
      const choices = await stage.learner.complete("dot", "vectors", "2,3,4 1,0,2");
      expect(choices).toEqual([{ name: "Dot product: 10", value: "2,3,4 1,0,2" }]);
    });
    test("what is still missing", async () => {
      const [choice] = await stage.learner.complete("dot", "vectors", "2,3,4");
      expect(choice!.name).toContain("2 vectors");
      expect(choice!.value).toBe("2,3,4");
    });
    test("the examples, before anything is typed", async () => {
      const choices = await stage.learner.complete("dot", "vectors", "");
      expect(choices.map(({ value }) => value)).toContain("2,3,4 1,0,2");
    });
    test("the commands after /tutor", async () => {
      const choices = await stage.learner.complete("tutor", "ask", "co");
      expect(choices.map(({ value }) => value)).toEqual(["cosine", "compare"]);
    });
    test("a text too long for a suggestion gets none", async () =>
      expect(await stage.learner.complete("dot", "vectors", "1,".repeat(500))).toEqual([]));
  });

  describe("buttons", () => {
    test("each button that opens no form is answered", async () => {
      const first = await dot();
      for (const label of first.buttons.filter((some) => !some.includes("…"))) {
        const [next] = await stage.learner.press(label, first);
        expect(next, label).toBeDefined();
        expect(next!.ephemeral).toBe(true);
        expect(next!.text).not.toBe(first.text);
      }
    });

    test("the cosine of the same vectors", async () => {
      const [next] = await stage.learner.press("Cosine of the same vectors", await dot());
      expect(next!.text).toContain("0.8305");
    });

    test("a menu, where there are many", async () => {
      const [overview] = await stage.learner.slash("help", "");
      const [next] = await stage.learner.press("cosine", overview!);
      expect(next!.ephemeral).toBe(true);
      expect(next!.text).toContain("/cosine");
    });

    test("an old or forged button gets a polite answer", async () => {
      const [next] = await stage.learner.pressCode("0#forged", await dot());
      expect(next!.ephemeral).toBe(true);
      expect(next!.text).toContain("expired");
    });
  });

  describe("the form “Change the vectors…”", () => {
    test("starts with what was asked, and answers who sent it", async () => {
      const form = await stage.learner.open("Change the vectors…", await dot());
      expect(form.value).toBe("2,3,4 1,0,2");
      const seen = await stage.learner.submit("1,2,3 4,5,6");
      expect(seen).toHaveLength(1);
      expect(seen[0]!.text).toContain("32");
      expect(seen[0]!.ephemeral).toBe(true);
    });

    test("a mistake is told to the asker alone, and nothing of it is lost", async () => {
      await stage.learner.open("Change the vectors…", await dot());
      const [wrong] = await stage.learner.submit("1,2,3 4,x1y,6");
      expect(wrong!.ephemeral).toBe(true);
      expect(wrong!.text).toContain("x1y");
      const form = await stage.learner.open("Change the vectors…", wrong!);
      expect(form.value).toBe("1,2,3 4,x1y,6");
      const [right] = await stage.learner.submit("1,2,3 4,5,6");
      expect(right!.text).toContain("32");
    });
  });

  describe("the context menu “Why is this similar?”", () => {
    test("on an answer of the bot", async () => {
      const [seen] = await stage.learner.menu(await dot());
      expect(seen!.ephemeral).toBe(true);
      expect(seen!.text).toContain("(1, 0, 2)");
    });

    test("what follows from an answer that only the asker sees is for the asker alone", async () => {
      const [why] = await stage.learner.menu(await dot());
      const [next] = await stage.learner.press("Angle between them", why!);
      expect(next!.ephemeral).toBe(true);
      await stage.learner.open("Change the vectors…", why!);
      expect((await stage.learner.submit("1,2 2,1"))[0]!.ephemeral).toBe(true);
    });

    test("on a stranger's message that holds vectors", async () => {
      const message = stage.anotherLearner("200000000000000002").write("<2,3,4> . <1,0,2>");
      const [seen] = await stage.learner.menu(message);
      expect(seen!.text).toContain("(1, 0, 2)");
    });

    test("on a message that holds none", async () => {
      const [seen] = await stage.learner.menu(stage.anotherLearner("200000000000000002").write("morning"));
      expect(seen!.ephemeral).toBe(true);
      expect(seen!.text).toContain("no vectors");
    });
  });

  // Messages come by the gateway only.
  describe.runIf(mode === "gateway")("in words", () => {
    test("a mention is answered where it stands", async () => {
      const [seen] = await stage.learner.mention("dot of 2,3,4 and 1,0,2");
      expect(seen!.text).toContain(working.join("\n"));
      expect(seen!.ephemeral).toBe(false);
      const [why] = await stage.learner.mention("why is this similar?");
      expect(why!.text).toContain("(1, 0, 2)");
    });

    test("in an answer to a message, “this” is that message", async () => {
      const [earlier] = await stage.learner.slash("dot", "7,1 1,7");
      await dot();
      const [why] = await stage.learner.mention("why is this similar?", { to: earlier! });
      expect(why!.text).toContain("(7, 1)");
      expect(why!.text).not.toContain("(2, 3, 4)");
    });

    test.each(["why is this similar?", "what is the dot product of this?", "why?"])(
      "a message that Discord withholds is said to be so: %s",
      async (question) => {
        await dot();
        const stranger = stage.anotherLearner("200000000000000002").write("are 5,0 and 0,5 similar?");
        const [seen] = await stage.learner.mention(question, { to: stranger });
        expect(seen!.text).toContain("I cannot read that message");
        expect(seen!.text).toContain("Apps");
        expect(seen!.text).not.toContain("(2, 3, 4)");
        const [asked] = await stage.learner.mention(`${question} 7,1 1,7`, { to: stranger });
        expect(asked!.text).toContain("(7, 1)");
      },
    );

    test("nor does a message without vectors stand for what was asked before", async () => {
      await dot();
      const [help] = await stage.learner.mention("answer 5");
      const [seen] = await stage.learner.mention("why is this similar?", { to: help! });
      expect(seen!.text).toContain("no two vectors");
      expect(seen!.text).not.toContain("(2, 3, 4)");
    });

    test("a direct message", async () => {
      const [seen] = await stage.learner.directMessage(
        "what is the cosine similarity of (2,3,4) and (1,0,2)?",
      );
      expect(seen!.text).toContain("0.8305");
    });

    test("what does not mean the bot is not answered", async () => {
      const before = stage.server.messages.length;
      stage.anotherLearner("200000000000000002").write("dot 1,2 3,4");
      // What comes after it is answered after it.
      const seen = await stage.learner.mention("dot 1,2 3,4");
      expect(stage.server.messages.length).toBe(before + 2 + seen.length);
    });
  });
});
