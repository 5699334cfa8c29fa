import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { typedAs } from "../../src/commands/usage.ts";
import { slackManifest } from "../../src/platforms/slack/manifest.ts";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor, statelessCommands } from "../support/tutor.ts";

const tutor = quietTutor();

const working = ["(2, 3, 4)·(1, 0, 2)", "= 2×1 + 3×0 + 4×2", "= 2 + 0 + 8", "= 10"];

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

  test("/dot 2,3,4 1,0,2 shows the working-out to the channel", async () => {
    const seen = await stage.learner.slash("dot", "2,3,4 1,0,2");
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ ephemeral: false, thread: undefined });
    expect(seen[0]!.text).toContain(working.join(" "));
    expect(seen[0]!.shown).toContain(working.join("\n"));
    expect(seen[0]!.buttons.length).toBeGreaterThan(1);
  });

  test.each(
    statelessCommands(tutor).flatMap(({ name, aliases, examples }) =>
      [name, ...aliases].flatMap((typed) => examples.map((example) => [typed, example] as const)),
    ),
  )("/%s %s, and the same through /tutor", async (name, example) => {
    const command = tutor.commands.find((some) => some.name === name || some.aliases.includes(name))!;
    const [through] = await stage.learner.slash("tutor", `${name} ${example}`);
    expect(through!.text).not.toBe("");
    const registered = slackManifest(tutor.commands).features!.slash_commands!;
    if (!registered.some((some) => some.command === `/${name}`)) return;
    const [seen] = await stage.learner.slash(name, example);
    if (name === "tutor") return;
    expect(seen!.ephemeral).toBe(command.audience === "asker" || (name === "explain" && example === ""));
    expect(through!.text).toBe(seen!.text);
  });

  test("bare /tutor says what there is, to the asker alone", async () => {
    const [seen] = await stage.learner.slash("tutor");
    expect(seen!.ephemeral).toBe(true);
    expect(seen!.text).toContain("dot");
  });

  test("/tutor help reaches the command whose name Slack keeps", async () => {
    const [seen] = await stage.learner.slash("tutor", "help");
    expect(seen!.ephemeral).toBe(true);
    expect(seen!.text).toContain("cosine");
  });

  describe("buttons", () => {
    test("each button that opens no form is answered", async () => {
      const first = await dot();
      for (const label of first.buttons.filter((some) => !some.includes("…"))) {
        const [next] = await stage.learner.press(label, first);
        expect(next, label).toBeDefined();
        expect(next!.thread).toBeUndefined();
        expect(next!.text).not.toBe(first.text);
      }
    });

    test("the cosine of the same vectors", async () => {
      const first = await dot();
      const label = first.buttons.find((some) => /cosine/i.test(some))!;
      const [next] = await stage.learner.press(label, first);
      expect(next!.text).toContain("0.8305");
    });

    test("why is this similar?", async () => {
      const [next] = await stage.learner.press("Why is this similar?", await dot());
      expect(next!.text).toMatch(/0\.8305|33/);
    });

    test("an old or forged button gets a polite answer", async () => {
      const first = await dot();
      const blocks = JSON.parse(
        JSON.stringify(first.message.blocks).replaceAll(/"value":"1/g, '"value":"0'),
      ) as [];
      const forged = { ...first, message: { ...first.message, blocks } };
      const [next] = await stage.learner.press("Why is this similar?", forged);
      expect(next!.ephemeral).toBe(true);
    });
  });

  describe("the form “Change the vectors…”", () => {
    const formLabel = async () => {
      const first = await dot();
      return { first, label: first.buttons.find((some) => some.includes("…"))! };
    };

    test("starts with what was asked, and answers who sent it", async () => {
      const { first, label } = await formLabel();
      const form = await stage.learner.open(label, first);
      expect(form.value).toContain("2,3,4");
      const { seen, errors } = await stage.learner.submit("1,2,3 4,5,6");
      expect(errors).toEqual([]);
      expect(seen).toHaveLength(1);
      expect(seen[0]!.text).toContain("32");
      expect(seen[0]!.ephemeral).toBe(true);
    });

    test("shows a mistake at the field, and then takes the correction", async () => {
      const { first, label } = await formLabel();
      await stage.learner.open(label, first);
      const wrong = await stage.learner.submit("1,2,3 4,x1y,6");
      expect(wrong.seen).toEqual([]);
      expect(wrong.errors.join()).toContain("x1y");
      const right = await stage.learner.submit("1,2,3 4,5,6");
      expect(right.errors).toEqual([]);
      expect(right.seen[0]!.text).toContain("32");
    });

    test("answers also where the bot is not a member", async () => {
      stage.server.workspace.closed.add("C01MATHS");
      try {
        const { first, label } = await formLabel();
        await stage.learner.open(label, first);
        expect((await stage.learner.submit("1,1 2,2")).seen[0]!.text).toContain("4");
      } finally {
        stage.server.workspace.closed.clear();
      }
    });
  });

  test("the app's home tells each command with an example, and what to type for a name that Slack keeps", async () => {
    const home = await stage.learner.openHome();
    for (const { name, summary } of tutor.commands) {
      expect(home).toContain(typedAs("slack", name));
      expect(home).toContain(summary);
    }
  });
});
